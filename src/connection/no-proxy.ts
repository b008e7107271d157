// The no_proxy variable: which hosts are reached without the proxy, as curl and Go read it.
import { BlockList, isIP, isIPv4 } from 'node:net';
import { domainToASCII } from 'node:url';
import { type HostPort, hostPortOf } from '../http/address.js';

/** Whether the endpoint is on this machine, or no_proxy lists it. Lower case comes first, as in curl. */
export function bypassesProxy(endpointUrl: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { host, port } = hostPortOf(endpointUrl);
  const endpoint = { host: withoutTrailingDot(host.toLowerCase()), port };
  if (isLoopback(endpoint.host)) return true;
  const list = [environment['no_proxy'], environment['NO_PROXY']].find((value) => value?.trim());
  const entries = (list ?? '').toLowerCase().split(/[\s,;"']+/);
  return entries.some((entry) => entry !== '' && matches(entry, endpoint));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function matches(entry: string, endpoint: HostPort): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return isInBlock(entry, endpoint.host);
  const { host, port } = splitPort(entry);
  if (port !== undefined && port !== endpoint.port) return false;
  if (isIP(host) !== 0) return isSameAddress(host, endpoint.host);
  return isSameDomain(host, endpoint.host);
}

/** `host`, `host:port`, `[address]`, `[address]:port`, or an IPv6 address, whose colons name no port. */
function splitPort(entry: string): { readonly host: string; readonly port?: number } {
  if (isIP(entry) !== 0) return { host: entry };
  const [, bracketed, name = '', port] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
  return { host: bracketed ?? name, ...(port !== undefined && { port: Number(port) }) };
}

/** A CIDR block holds addresses; names are not resolved for it, as in curl and Go. */
function isInBlock(entry: string, host: string): boolean {
  const [, address = '', prefix = ''] = /^\[?([^\]/]*)\]?\/(\d{1,3})$/.exec(entry) ?? [];
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || Number(prefix) > (family === 4 ? 32 : 128)) return false;
  const block = new BlockList();
  block.addSubnet(address, Number(prefix), familyName(family));
  return block.check(host, familyName(family));
}

/** Compares IPv6 addresses in every spelling. */
function isSameAddress(entry: string, host: string): boolean {
  if (isIP(entry) !== isIP(host)) return false;
  const list = new BlockList();
  list.addAddress(entry, familyName(isIP(entry)));
  return list.check(host, familyName(isIP(host)));
}

function familyName(family: number): 'ipv4' | 'ipv6' {
  return family === 4 ? 'ipv4' : 'ipv6';
}

/** A name matches itself and every name below it. After `*.` only names below match, as in Go. */
function isSameDomain(entry: string, host: string): boolean {
  const belowOnly = entry.startsWith('*.');
  const domain = domainToASCII(withoutTrailingDot(entry.replace(/^\*?\./, '')));
  if (domain === '' || isIP(host) !== 0) return false;
  return host.endsWith(`.${domain}`) || (!belowOnly && host === domain);
}

function withoutTrailingDot(host: string): string {
  return host.replace(/\.$/, '');
}
