// Which proxy the environment names, and the problem of a variable that names none.
import { describe, expect, it } from 'vitest';
import { collectProblems } from '../../../src/connection/input-problems.js';
import { parseProxy } from '../../../src/connection/proxy.js';
import { findProxyVariable } from '../../../src/connection/proxy-variable.js';
import { createRedactor } from '../../../src/runner/redaction.js';

const https = 'https://mycluster.example.com:19080/base';
const http = 'http://mycluster.example.com:19080';

/** The proxy for an endpoint. */
function find(endpointUrl: string, environment: Readonly<Record<string, string>>) {
  const { problems, reportProblem } = collectProblems();
  const masked: string[] = [];
  const redactor = createRedactor((value) => masked.push(value));
  const variable = findProxyVariable(endpointUrl, environment);
  const proxy = variable && parseProxy(variable, endpointUrl, { environment, redactor, reportProblem });
  return { proxy, problems, masked };
}

const a = 'http://a.example:3128';
const b = 'http://b.example:3128';

describe('a proxy', () => {
  it.each([
    [https, { https_proxy: a }, a],
    [https, { HTTPS_PROXY: a }, a],
    [https, { https_proxy: a, HTTPS_PROXY: b }, a],
    [https, { https_proxy: '', HTTPS_PROXY: b }, b],
    [https, { https_proxy: ' ', HTTPS_PROXY: b }, b],
    [https, { http_proxy: a, HTTP_PROXY: a }, undefined],
    [http, { http_proxy: a }, a],
    [http, { HTTP_PROXY: a }, a],
    [http, { http_proxy: a, HTTP_PROXY: b }, a],
    [http, { https_proxy: a }, undefined],
    [http, {}, undefined],
  ])('for %s with the environment %j is %s', (url, environment, expected) => {
    expect(find(url, environment)).toMatchObject({ problems: [], masked: [] });
    expect(find(url, environment).proxy?.name).toBe(expected);
  });

  it.each([
    [https, { no_proxy: 'mycluster.example.com' }],
    [https, { NO_PROXY: 'MyCluster.Example.com' }],
    [https, { no_proxy: 'other.example, .example.com' }],
    [https, { no_proxy: 'mycluster.example.com:19080' }],
    [https, { no_proxy: '*' }],
    [https, { no_proxy: 'mycluster.example.com', NO_PROXY: 'other.example' }],
    ['https://localhost:19080', {}],
    ['https://127.0.0.1:19080', {}],
    ['https://[::1]:19080', {}],
  ])('is bypassed for %s with the environment %j', (url, environment) => {
    expect(find(url, { https_proxy: a, ...environment }).proxy).toBeUndefined();
  });

  it.each([
    [{ no_proxy: 'cluster.example.com' }],
    [{ no_proxy: 'mycluster.example.com:443' }],
    [{ no_proxy: 'other.example', NO_PROXY: 'mycluster.example.com' }],
    [{ no_proxy: '' }],
  ])('is not bypassed with the environment %j', (environment) => {
    expect(find(https, { https_proxy: a, ...environment }).proxy?.name).toBe(a);
  });

  it.each([
    ['proxy.example:3128', 'http://proxy.example:3128', 'proxy.example', 3128, false],
    ['http://proxy.example', 'http://proxy.example:80', 'proxy.example', 80, false],
    ['https://proxy.example', 'https://proxy.example:443', 'proxy.example', 443, true],
    ['HTTP://Proxy.Example:8080/', 'http://proxy.example:8080', 'proxy.example', 8080, false],
    ['http://[2001:db8::1]:3128', 'http://[2001:db8::1]:3128', '2001:db8::1', 3128, false],
  ])('written as %s is the proxy %s', (value, name, host, port, secure) => {
    expect(find(https, { https_proxy: value }).proxy).toEqual({ name, host, port, secure });
  });

  const basic = (text: string): string => Buffer.from(text).toString('base64');
  it.each([
    ['http://builder:p4ss@a.example:3128', 'builder:p4ss', ['p4ss']],
    ['builder:p4ss@a.example:3128', 'builder:p4ss', ['p4ss']],
    ['http://b%40x:p%3Aa%2Fs%25@a.example:3128', 'b@x:p:a/s%', ['p%3Aa%2Fs%25', 'p:a/s%']],
    ['http://builder:100%@a.example:3128', 'builder:100%', ['100%']],
    ['http://builder@a.example:3128', 'builder:', []],
    ['http://:p4ss@a.example:3128', ':p4ss', ['p4ss']],
    ['http://bj%C3%B6rn:p%C3%A4ss@a.example:3128', 'björn:päss', ['p%C3%A4ss', 'päss']],
  ])('receives the user and password of %s, which are masked', (value, user, secret) => {
    const { proxy, masked } = find(https, { https_proxy: value });
    expect(proxy).toMatchObject({ name: a, authorization: `Basic ${basic(user)}` });
    expect(masked).toEqual([...secret, basic(user)]);
  });

  const noUrl = 'does not hold the URL of a proxy, like http://proxy.example.com:3128.';
  it.each([
    [https, { https_proxy: 'http://' }, `The environment variable https_proxy ${noUrl}`],
    [https, { HTTPS_PROXY: 'http://user:secret@proxy.example:port' }, `The environment variable HTTPS_PROXY ${noUrl}`],
    [http, { http_proxy: 'not a host' }, `The environment variable http_proxy ${noUrl}`],
    [
      http,
      { HTTP_PROXY: 'socks5://user:secret@proxy.example:1080' },
      'The environment variable HTTP_PROXY names a proxy of the kind "socks5:"; it takes http:// or https://.',
    ],
  ])('for %s with the environment %j is rejected: %s', (url, environment, problem) => {
    expect(find(url, environment)).toMatchObject({ proxy: undefined, problems: [problem] });
  });

  const encode =
    'holds a user or password with a character that ends it in a URL. In both, write # as %23, / as %2F, ? as %3F, \\ as %5C, @ as %40 and % as %25; CORP\\user becomes CORP%5Cuser.';
  it.each([
    'http://svc:2024#Pw@127.0.0.1:3128',
    'http://svc:2024/Pw@127.0.0.1:3128',
    'http://svc:2024?Pw@127.0.0.1:3128',
    'http://svc:2024\\Pw@127.0.0.1:3128',
    'http://svc:2024@Pw@127.0.0.1:3128',
    'svc:2024#Pw@127.0.0.1:3128',
    'https://svc:#2024Pw@proxy.example',
    'http://CORP\\svc:2024Pw@127.0.0.1:3128',
    'CORP\\svc:2024Pw@127.0.0.1',
    'http://svc@example.com:2024Pw@127.0.0.1:3128',
    'http://svc:20:24//Pw@127.0.0.1:3128',
  ])('written as %s is rejected, and no part of it is shown', (value) => {
    const found = find(https, { https_proxy: value });
    expect(found.problems).toEqual([`The environment variable https_proxy ${encode}`]);
    expect(found.proxy).toBeUndefined();
    expect(found.problems.join()).not.toMatch(/svc|2024|Pw|127|proxy\.example/);
  });

  it.each([
    ['http://svc:2024%23Pw@a.example:3128', 'svc:2024#Pw'],
    ['http://CORP%5Csvc:p%40ss@a.example:3128', 'CORP\\svc:p@ss'],
    ['http://svc:a:b@a.example:3128', 'svc:a:b'],
    ['http://svc:p ss@a.example:3128', 'svc:p ss'],
    ['http://svc:p!$&*()=+^|"<>[]@a.example:3128', 'svc:p!$&*()=+^|"<>[]'],
  ])('takes a user and password from %s', (value, user) => {
    expect(find(https, { https_proxy: value }).proxy).toMatchObject({ name: a, authorization: `Basic ${basic(user)}` });
  });

  it.each([
    ['"http://a.example:3128"', 'in quotation marks'],
    ["'http://a.example:3128' ", 'in single quotation marks'],
    ['\uFEFFhttp://a.example:3128', 'after a byte order mark'],
    ['http://a.example\u200B:3128', 'with a zero-width space'],
  ])('written as %j, %s, is accepted', (value) => {
    expect(find(https, { https_proxy: value })).toMatchObject({ problems: [], proxy: { name: a } });
  });

  it.each([
    'http://svc:2024#Pw',
    'http://svc:2024?Pw',
    'http://CORP\\svc:2024',
    'http://***@proxy.example',
    'http://***:3128',
    'svc://pw@proxy.example',
  ])('written as %s is rejected without any part of it', (value) => {
    const [problem, ...others] = find(https, { https_proxy: value }).problems;
    expect(others).toEqual([]);
    expect(problem?.replace('http://proxy.example.com:3128', '')).not.toMatch(/svc|2024|pw|\*/i);
  });

  it('that the endpoint does not need is never rejected', () => {
    expect(find('https://localhost', { https_proxy: 'socks5://x' }).problems).toEqual([]);
    expect(find(http, { https_proxy: 'socks5://x' }).problems).toEqual([]);
  });
});
