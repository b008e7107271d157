// Parses faults from JSON. An error message names the field that is unknown or has the wrong type.

import type { Fault, PublishOptions, ReceiveOptions, ScriptedAnswer } from './faults.js';
import { type Operation, operations } from './routes.js';

/** JSON that does not have the expected form. The message names the field. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
}

type Check = (value: unknown, where: string) => void;

type Fields<Name extends string = string> = Readonly<Record<Name, Check>>;

const oldContent = oneOf('kept', 'lost');

const overwriteFields: Fields<keyof NonNullable<Fault['overwrite']>> = { content: string, path: string };
const busyFields: Fields<keyof NonNullable<Fault['busy']>> = { ms: integer(0), path: string };
const failoverFields: Fields<keyof NonNullable<Fault['failover']>> = { oldContent };
const publishFields: Fields<keyof PublishOptions> = {
  ms: integer(0),
  shows: oneOf('new-file', 'nothing'),
  ends: oneOf('available', 'rollback', 'failover'),
  oldContent,
};
const receiveFields: Fields<keyof ReceiveOptions> = {
  bytesPerSecond: integer(1),
  pauseAfterBytes: integer(0),
  pauseMs: integer(0),
  resetAfterBytes: integer(0),
  answerAfterBytes: integer(0),
  storedBytes: integer(0),
};
const answerFields: Fields<keyof ScriptedAnswer> = {
  status: integer(100, 999),
  reason: string,
  code: string,
  message: string,
  body: string,
  contentType: string,
  headers: strings,
};
const deliveryNames = ['reset', 'close', 'hang', 'endless', 'keep-open'];
const deliveryFields: Fields = { cutAfterBytes: integer(0), dripMs: integer(0), raw: string };

const faultFields: Fields<keyof Fault> = {
  operation: oneOf(...operations),
  sessionId: string,
  path: string,
  pathLongerThan: integer(0),
  parallel: boolean,
  chance: probability,
  seed: integer(0),
  times: either(integer(1), oneOf('forever')),
  at: oneOf('before', 'between', 'after'),
  receive: object(receiveFields),
  delayMs: integer(0),
  dropSession: boolean,
  overwrite: object(overwriteFields, 'content'),
  busy: object(busyFields, 'ms'),
  failover: object(failoverFields),
  publish: object(publishFields),
  answer: object(answerFields),
  delivery: either(
    oneOf(...deliveryNames),
    ...Object.entries(deliveryFields).map(([name, check]) => object({ [name]: check }, name)),
  ),
};

/** The name of every field of a fault; the fields of nested objects as `object.field`. */
export const faultFieldNames: readonly string[] = Object.entries({
  '': faultFields,
  'receive.': receiveFields,
  'overwrite.': overwriteFields,
  'busy.': busyFields,
  'failover.': failoverFields,
  'publish.': publishFields,
  'answer.': answerFields,
  'delivery.': deliveryFields,
}).flatMap(([prefix, fields]) => Object.keys(fields).map((name) => `${prefix}${name}`));

/** Parses one fault or an array of faults. Throws an InvalidInputError. */
export function parseFaults(value: unknown): readonly Fault[] {
  return (Array.isArray(value) ? value : [value]).map((fault, index) => parseFault(fault, `fault ${index + 1}`));
}

const operationsWithBetween: readonly Operation[] = ['upload-chunk', 'commit-session'];

function parseFault(value: unknown, where: string): Fault {
  checkFault(value, where);
  if (value.at === 'between' && !operationsWithBetween.includes(value.operation ?? 'commit-session')) {
    const names = operationsWithBetween.join(' and ');
    throw new InvalidInputError(`${where}: at "between" applies only to ${names}, not to ${value.operation}.`);
  }
  if (value.at !== undefined && value.at !== 'before' && value.receive !== undefined) {
    throw new InvalidInputError(`${where}: receive needs at "before"; at "${value.at}" is too late.`);
  }
  if (value.receive?.answerAfterBytes !== undefined && value.answer === undefined) {
    throw new InvalidInputError(`${where}: receive.answerAfterBytes needs an answer.`);
  }
  if (value.at === 'after' && value.publish !== undefined) {
    throw new InvalidInputError(`${where}: publish needs at "before" or "between"; at "after" is too late.`);
  }
  if (value.answer !== undefined && value.answer.status === undefined && value.answer.code === undefined) {
    throw new InvalidInputError(`${where}: answer needs a status or a code.`);
  }
  return value;
}

// The compiler holds the names in faultFields to those of Fault; each field's check holds its value to the type.
function checkFault(value: unknown, where: string): asserts value is Fault {
  object(faultFields)(value, where);
}

function string(value: unknown, where: string): void {
  expect(typeof value === 'string', where, 'a string', value);
}

function boolean(value: unknown, where: string): void {
  expect(typeof value === 'boolean', where, 'true or false', value);
}

function probability(value: unknown, where: string): void {
  expect(typeof value === 'number' && value >= 0 && value <= 1, where, 'a number from 0 to 1', value);
}

function integer(minimum: number, maximum = Number.MAX_SAFE_INTEGER): Check {
  return (value, where) => {
    const holds = typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum;
    expect(holds, where, `a whole number from ${minimum} to ${maximum}`, value);
  };
}

function oneOf(...names: readonly string[]): Check {
  return (value, where) => {
    expect(typeof value === 'string' && names.includes(value), where, `one of ${names.join(', ')}`, value);
  };
}

function strings(value: unknown, where: string): void {
  for (const [name, item] of Object.entries(toObject(value, where))) string(item, `${where}.${name}`);
}

function object(fields: Fields, required?: string): Check {
  return (value, where) => {
    const parsed = toObject(value, where);
    for (const [name, item] of Object.entries(parsed)) {
      const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (check === undefined) {
        const known = Object.keys(fields).join(', ');
        throw new InvalidInputError(`${where}: unknown field ${name}; the known fields are ${known}.`);
      }
      check(item, `${where}.${name}`);
    }
    expect(required === undefined || Object.hasOwn(parsed, required), where, `an object with ${required}`, value);
  };
}

/** Passes when one of the checks passes. Otherwise the error contains the messages of all of them. */
function either(...checks: readonly Check[]): Check {
  return (value, where) => {
    const messages: string[] = [];
    for (const check of checks) {
      try {
        check(value, where);
        return;
      } catch (error) {
        messages.push(error instanceof Error ? error.message : String(error));
      }
    }
    throw new InvalidInputError(messages.join(' Or: '));
  };
}

function toObject(value: unknown, where: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidInputError(`${where}: expected an object, got ${JSON.stringify(value)}.`);
  }
  return value;
}

function expect(holds: boolean, where: string, expected: string, value: unknown): void {
  if (!holds) throw new InvalidInputError(`${where}: expected ${expected}, got ${JSON.stringify(value)}.`);
}
