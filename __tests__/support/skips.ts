// Why a test is skipped on this machine. The reason stands in its name, from where skip-reporter.ts reads it.
import { networkInterfaces } from 'node:os';

/** The end of the name of a test: the reason for which it is skipped; empty without one. */
export function why(reason: string | undefined): string {
  return reason === undefined ? '' : ` (skipped: ${reason})`;
}

/** The reason out of a name that ends with it, and the name without it. */
export function parseSkippedName(name: string): { readonly name: string; readonly reason: string | undefined } {
  const found = /^(?<name>.*) \(skipped: (?<reason>.*)\)$/s.exec(name)?.groups;
  return { name: found?.['name'] ?? name, reason: found?.['reason'] };
}

/** The reason on Windows, undefined elsewhere. */
export function onWindows(reason: string): string | undefined {
  return process.platform === 'win32' ? reason : undefined;
}

/** The reason on every other system than Linux. */
export function exceptOnLinux(reason: string): string | undefined {
  return process.platform === 'linux' ? undefined : reason;
}

/** The reason on every other system than Windows. */
export function exceptOnWindows(reason: string): string | undefined {
  return process.platform === 'win32' ? undefined : reason;
}

/** A test process on Windows can only end another one, which then runs no handler: Ctrl+C reaches a whole console. */
export const noSignals = onWindows('a process of Windows cannot be sent Ctrl+C alone');

export const noLinks = onWindows('symbolic links need a privilege on Windows');

export const mayReadEverything = process.getuid?.() === 0 ? 'root may read everything' : undefined;

/** Where the system keeps the timers of TCP connections: see kernel-timers.ts. */
export const noKernelTimers = exceptOnLinux('only Linux shows the timers of its connections');

const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
export const noIpv6 = addresses.some(({ address }) => address === '::1') ? undefined : 'this machine has no IPv6';
