// The emulator's README lists exactly the routes, operations and fault fields that the emulator has.

import { describe, expect, it } from 'vitest';
import { read } from '../support/repository.js';
import { startTestGateway } from '../support/test-gateway.js';

const readme = read('emulator/README.md');

/** The rows of the table under a heading, as the code spans in each. */
function table(heading: string): readonly (readonly string[])[] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
}

async function describeApi(): Promise<Record<string, string[]>> {
  const gateway = await startTestGateway();
  return (await (await fetch(`${gateway.url}/$emulator`)).json()) as Record<string, string[]>;
}

describe('the README of the emulator', () => {
  it('lists every route with its operation', async () => {
    const rows = table('Routes');
    const { routes, operations } = await describeApi();
    expect(rows.map(([route]) => route)).toEqual(routes);
    expect([...new Set(rows.map(([, operation]) => operation))].sort()).toEqual(operations);
  });

  it('lists every field of a fault', async () => {
    const { faultFields } = await describeApi();
    expect(
      table('Faults')
        .map(([field]) => field)
        .sort(),
    ).toEqual(faultFields?.toSorted());
  });

  it('lists every route of the control API', async () => {
    const { control } = await describeApi();
    expect(table('Control API').map(([route]) => route)).toEqual(control);
  });
});
