// Hosts, as URLs, resolvers, proxies and TLS write them.
import { isIP } from 'node:net';

/** A host and a port to connect to. */
export interface HostPort {
  /** A name, or an address without brackets. */
  readonly host: string;
  readonly port: number;
}

/** The host and port of an http or https URL. */
export function hostPortOf(url: string): HostPort {
  const { hostname, port, protocol } = new URL(url);
  const defaultPort = protocol === 'https:' ? 443 : 80;
  return { host: withoutBrackets(hostname), port: port === '' ? defaultPort : Number(port) };
}

/** The host of a URL as a resolver takes it: an IPv6 address without the brackets of the URL. */
export function withoutBrackets(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

/**
 * A host name without the dot that marks it as complete. A resolver needs the dot; certificates and server name
 * indication (RFC 6066, section 3) have none.
 */
export function withoutTrailingDot(hostname: string): string {
  return hostname.replace(/(?<=[^.])\.$/, '');
}

/** `host:port` as in a CONNECT request, with an IPv6 address in brackets. */
export function authorityOf({ host, port }: HostPort): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The host for `tls.connect`, with its server name indication; RFC 6066 allows no address there. */
export function tlsHost(host: string): { host: string; servername?: string } {
  return isIP(host) === 0 ? { host, servername: withoutTrailingDot(host) } : { host };
}
