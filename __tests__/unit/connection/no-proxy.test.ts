// Which endpoints are reached without the proxy: no_proxy as curl and Go read it.
import { describe, expect, it } from 'vitest';
import { bypassesProxy } from '../../../src/connection/no-proxy.js';

const cluster = 'https://mycluster.example.com:19080/base';

describe('no_proxy', () => {
  it.each([
    ['the name itself', 'mycluster.example.com', cluster],
    ['the name in other letters', 'MyCluster.Example.COM', cluster],
    ['a domain above it', 'example.com', cluster],
    ['a domain above it with a leading dot', '.example.com', cluster],
    ['a domain above it after *.', '*.example.com', cluster],
    ['the top-level domain', 'com', cluster],
    ['the name itself with a leading dot', '.mycluster.example.com', cluster],
    ['every host', '*', cluster],
    ['every host, among others', 'other.example,*', cluster],
    ['the name with the port', 'mycluster.example.com:19080', cluster],
    ['the domain with the port', '.example.com:19080', cluster],
    ['the domain after *. with the port', '*.example.com:19080', cluster],
    ['the name with the port of https', 'mycluster.example.com:443', 'https://mycluster.example.com'],
    ['the name with the port of http', 'mycluster.example.com:80', 'http://mycluster.example.com'],
    ['the name with a trailing dot', 'mycluster.example.com.', cluster],
    ['the name of an endpoint with a trailing dot', 'mycluster.example.com', 'https://mycluster.example.com.:19080'],
    ['the domain of an endpoint with a trailing dot', '.example.com.', 'https://mycluster.example.com.:19080'],
    ['a name beyond ASCII', 'bücher.example', 'https://bücher.example'],
    ['one of several with commas', 'a.example,example.com,b.example', cluster],
    ['one of several with commas and blanks', ' a.example , example.com ', cluster],
    ['one of several with blanks', 'a.example example.com b.example', cluster],
    ['one of several on lines', 'a.example\nexample.com\n', cluster],
    ['one of several with empty ones', ',,a.example,,example.com,', cluster],
    ['an IPv4 address', '10.0.0.4', 'https://10.0.0.4:19080'],
    ['an IPv4 address with the port', '10.0.0.4:19080', 'https://10.0.0.4:19080'],
    ['an IPv4 block', '10.0.0.0/8', 'https://10.20.30.40:19080'],
    ['an IPv4 block that begins within', '10.20.30.99/24', 'https://10.20.30.40:19080'],
    ['an IPv4 block of one address', '10.0.0.4/32', 'https://10.0.0.4'],
    ['every IPv4 address', '0.0.0.0/0', 'https://10.0.0.4'],
    ['an IPv6 address', '2001:db8::7', 'https://[2001:db8::7]:19080'],
    ['an IPv6 address in another spelling', '2001:0DB8:0:0::0007', 'https://[2001:db8::7]:19080'],
    ['an IPv6 address in brackets', '[2001:db8::7]', 'https://[2001:db8::7]:19080'],
    ['an IPv6 address with the port', '[2001:db8::7]:19080', 'https://[2001:db8::7]:19080'],
    ['an IPv6 block', '2001:db8::/32', 'https://[2001:db8:1::7]:19080'],
    ['an IPv6 block of half a group', 'fd00::/9', 'https://[fd7f::1]'],
  ])('that lists %s (%s) leads around the proxy to %s', (_, list, url) => {
    expect(bypassesProxy(url, { no_proxy: list })).toBe(true);
    expect(bypassesProxy(url, { NO_PROXY: list })).toBe(true);
  });

  it.each([
    ['nothing', '', cluster],
    ['blanks alone', ' , ', cluster],
    ['another name', 'other.example', cluster],
    ['the end of a name that is no domain', 'cluster.example.com', cluster],
    ['a name below', 'a.mycluster.example.com', cluster],
    ['a name below after *.', '*.mycluster.example.com', cluster],
    ['the name with another port', 'mycluster.example.com:443', cluster],
    ['the domain with another port', '.example.com:19081', cluster],
    ['every address', '0.0.0.0/0,::/0', cluster],
    ['another address', '10.0.0.40', 'https://10.0.0.4'],
    ['an address with another port', '10.0.0.4:443', 'https://10.0.0.4:19080'],
    ['the end of an address', '0.0.4', 'https://10.0.0.4'],
    ['a block beside it', '10.0.1.0/24', 'https://10.0.0.4'],
    ['a block of the other family', '::/0', 'https://10.0.0.4'],
    ['an IPv6 block beside it', '2001:db9::/32', 'https://[2001:db8::7]'],
    ['an IPv6 address with another port', '[2001:db8::7]:443', 'https://[2001:db8::7]:19080'],
    ['a block with a prefix that is too long', '10.0.0.0/33', 'https://10.0.0.4'],
    ['a block without a prefix', '10.0.0.0/', 'https://10.0.0.4'],
    ['a path', 'example.com/24', cluster],
    ['dots alone', '.,*.,..', cluster],
    ['a star within a name', 'my*.example.com', cluster],
  ])('that lists %s (%s) does not lead around the proxy to %s', (_, list, url) => {
    expect(bypassesProxy(url, { no_proxy: list })).toBe(false);
  });

  it('counts in lower case first', () => {
    expect(bypassesProxy(cluster, { no_proxy: 'other.example', NO_PROXY: 'example.com' })).toBe(false);
    expect(bypassesProxy(cluster, { no_proxy: 'example.com', NO_PROXY: 'other.example' })).toBe(true);
    expect(bypassesProxy(cluster, { no_proxy: ' ', NO_PROXY: 'example.com' })).toBe(true);
  });

  it.each([
    'https://localhost:19080',
    'https://LOCALHOST:19080',
    'https://localhost.:19080',
    'https://127.0.0.1:19080',
    'https://127.1.2.3',
    'https://[::1]:19080',
    'https://[0:0:0:0:0:0:0:1]',
  ])('need not list %s, which is this machine', (url) => {
    expect(bypassesProxy(url, {})).toBe(true);
  });

  it.each(['https://localhost.example', 'https://127.example', 'https://0.0.0.0', 'https://[::2]'])(
    'must list %s, which is no loopback address',
    (url) => {
      expect(bypassesProxy(url, {})).toBe(false);
    },
  );
});
