// The emulator's README promises what the emulator has: the same routes, operations and fault fields, no more, no fewer.

import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../../emulator/gateway.js';

const readme = readFileSync(new URL('../../emulator/README.md', import.meta.url), 'utf8');

/** The code in the first column of the table under a heading, and the row's other code. */
function table(heading: string): readonly (readonly string[])[] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
}

async function index(): Promise<Record<string, string[]>> {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close());
  return (await (await fetch(`${gateway.url}/$emulator`)).json()) as Record<string, string[]>;
}

describe('the README', () => {
  it('lists the routes and their operations', async () => {
    const rows = table('What it answers');
    const { routes, operations } = await index();
    expect(rows.map(([route]) => route)).toEqual(routes);
    expect([...new Set(rows.map(([, operation]) => operation))].sort()).toEqual(operations);
  });

  it('lists the fields of a fault', async () => {
    const { faultFields } = await index();
    expect(
      table('Faults')
        .map(([field]) => field)
        .sort(),
    ).toEqual(faultFields?.toSorted());
  });

  it('lists the routes of /$emulator', async () => {
    const { control } = await index();
    expect(table('Reading and steering it over HTTP').map(([route]) => route)).toEqual(control);
  });
});
