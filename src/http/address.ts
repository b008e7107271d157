// A host, as URLs, resolvers, proxies and TLS write it.
import { isIP } from 'node:net';

/** A host and a port to connect to. */
export interface HostPort {
  /** A name, or an address without brackets. */
  host: string;
  port: number;
}

/** The host of a URL as a resolver knows it: an IPv6 address without the brackets that it has there. */
export function withoutBrackets(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

/** A place as a proxy is asked for it. */
export function authorityOf({ host, port }: HostPort): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What a handshake says and checks of the other side's name; an address in the place of a name is against TLS. */
export function named(host: string): { host: string; servername?: string } {
  return isIP(host) === 0 ? { host, servername: host } : { host };
}
