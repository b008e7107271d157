// The TCP keep-alive timers that Linux has for the connections to a port.
import { readFileSync } from 'node:fs';

const table = '/proc/net/tcp';

/**
 * The timers of the established connections to this port of 127.0.0.1: `keep-alive` where the kernel will probe an
 * idle connection.
 */
export function timersOf(port: number): readonly ('keep-alive' | 'other')[] {
  const remote = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  // The columns are described in the kernel's documentation of proc_net_tcp: remote address, state, timer.
  const rows = readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const established = rows.filter(([, , address, state]) => address === remote && state === '01');
  return established.map(([, , , , , timer]) => (timer?.startsWith('02:') ? 'keep-alive' : 'other'));
}
