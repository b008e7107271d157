// Faults as they come over the wire: every field known, of the right type, or refused by name.

import type { Fault, Publishing, ScriptedAnswer } from './faults.js';
import { ROUTES } from './request-parser.js';

/** A script that cannot be understood; the message names the field. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

type Check = (value: unknown, where: string) => void;

type Fields<Name extends string = string> = Readonly<Record<Name, Check>>;

const OPERATIONS = [...new Set(ROUTES.map(({ operation }) => operation))].sort();
const oldContent = oneOf('kept', 'lost');

const OVERWRITE: Fields<keyof NonNullable<Fault['overwrite']>> = { content: text, path: text };
const BUSY: Fields<keyof NonNullable<Fault['busy']>> = { ms: whole(0), path: text };
const FAILOVER: Fields<keyof NonNullable<Fault['failover']>> = { oldContent };
const PUBLISH: Fields<keyof Publishing> = {
  ms: whole(0),
  shows: oneOf('new-file', 'nothing'),
  ends: oneOf('available', 'rollback', 'failover'),
  oldContent,
};
const ANSWER: Fields<keyof ScriptedAnswer> = {
  status: whole(100, 999),
  reason: text,
  code: text,
  message: text,
  body: text,
  contentType: text,
  headers: texts,
};
const DELIVERIES = ['reset', 'close', 'hang', 'endless', 'keep-open'];
const DELIVERY: Fields = { cutAfterBytes: whole(0), dripMs: whole(0), raw: text };

const FAULT: Fields<keyof Fault> = {
  operation: oneOf(...OPERATIONS),
  sessionId: text,
  path: text,
  times: either(whole(1), oneOf('forever')),
  at: oneOf('before', 'between', 'after'),
  delayMs: whole(0),
  dropSession: flag,
  overwrite: record(OVERWRITE, 'content'),
  busy: record(BUSY, 'ms'),
  failover: record(FAILOVER),
  publish: record(PUBLISH),
  answer: record(ANSWER),
  delivery: either(
    oneOf(...DELIVERIES),
    ...Object.entries(DELIVERY).map(([name, check]) => record({ [name]: check }, name)),
  ),
};

/** Every field of a fault, those of its records behind a dot. */
export const FAULT_FIELDS: readonly string[] = Object.entries({
  '': FAULT,
  'overwrite.': OVERWRITE,
  'busy.': BUSY,
  'failover.': FAILOVER,
  'publish.': PUBLISH,
  'answer.': ANSWER,
  'delivery.': DELIVERY,
}).flatMap(([record, fields]) => Object.keys(fields).map((name) => `${record}${name}`));

/** One fault or many from JSON; throws a FaultError that says which field is wrong and what it may be. */
export function readFaults(value: unknown): readonly Fault[] {
  return (Array.isArray(value) ? value : [value]).map((fault, index) => readFault(fault, `fault ${index + 1}`));
}

function readFault(value: unknown, where: string): Fault {
  record(FAULT)(value, where);
  // The record has just been checked field by field against the very keys of Fault.
  const fault = value as Fault;
  if (fault.at === 'between' && (fault.operation ?? 'commit-session') !== 'commit-session') {
    throw new FaultError(`${where}: at "between" belongs to commit-session alone, not to ${fault.operation}.`);
  }
  if (fault.at === 'after' && fault.publish !== undefined) {
    throw new FaultError(`${where}: publish at "after" comes too late; it belongs to "before" or "between".`);
  }
  if (fault.answer !== undefined && fault.answer.status === undefined && fault.answer.code === undefined) {
    throw new FaultError(`${where}: answer needs a status or a code.`);
  }
  return fault;
}

function text(value: unknown, where: string): void {
  expect(typeof value === 'string', where, 'a text', value);
}

function flag(value: unknown, where: string): void {
  expect(typeof value === 'boolean', where, 'true or false', value);
}

function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check {
  return (value, where) => {
    const fits = typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
    expect(fits, where, `a whole number from ${least} to ${most}`, value);
  };
}

function oneOf(...names: readonly string[]): Check {
  return (value, where) => {
    expect(typeof value === 'string' && names.includes(value), where, `one of ${names.join(', ')}`, value);
  };
}

function texts(value: unknown, where: string): void {
  for (const [name, item] of Object.entries(asObject(value, where))) {
    text(item, `${where}.${name}`);
  }
}

function record(fields: Fields, required?: string): Check {
  return (value, where) => {
    const object = asObject(value, where);
    for (const [name, item] of Object.entries(object)) {
      const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (check === undefined) {
        throw new FaultError(`${where}: unknown field ${name}; known are ${Object.keys(fields).join(', ')}.`);
      }
      check(item, `${where}.${name}`);
    }
    expect(required === undefined || Object.hasOwn(object, required), where, `a record with ${required}`, value);
  };
}

/** Passes when one of them does; otherwise every refusal is told. */
function either(...checks: readonly Check[]): Check {
  return (value, where) => {
    const refusals: string[] = [];
    for (const check of checks) {
      try {
        check(value, where);
        return;
      } catch (error) {
        refusals.push(error instanceof Error ? error.message : String(error));
      }
    }
    throw new FaultError(refusals.join(' Or: '));
  };
}

function asObject(value: unknown, where: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FaultError(`${where}: expected an object, got ${JSON.stringify(value)}.`);
  }
  return value;
}

function expect(holds: boolean, where: string, wanted: string, value: unknown): void {
  if (!holds) {
    throw new FaultError(`${where}: expected ${wanted}, got ${JSON.stringify(value)}.`);
  }
}
