// The truth over real sockets: the committed bundle as a process, the emulator on the other end, and every row of what a
// gateway can answer, every place where a connection can die. The seeds of `npm run simulate` reach what this leaves out.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import type { GatewayOptions } from '../../emulator/gateway.js';
import type { WhenFinished } from '../support/clean-up.js';
import { runAction } from '../support/run-action.js';
import { annotation } from '../support/run-report.js';
import { startTestGateway, uploadChunk } from '../support/test-gateway.js';

interface Case {
  name: string;
  /** What the cluster does: faults in the order in which requests meet them. */
  faults?: readonly Fault[];
  /** What is uploaded under the session: the file, unless told. */
  session?: 'file' | 'none' | 'part' | 'empty' | 'wrong size';
  /** Whether another version of the file was published before. */
  overwrites?: boolean;
  inputs?: Readonly<Record<string, string>>;
  options?: GatewayOptions;
  result: 'committed' | 'failed' | 'unknown';
  /** Commit requests, and look-ups after them. */
  posts: number;
  lookUps?: number;
  /** Something that the annotation, or on success the log, has to say. */
  says: string;
}

const path = 'App/Code/app.dll';
const content = 'new content';
const commit = { operation: 'commit-session' } as const;
const lost = { ...commit, delivery: 'reset' } as const;
const lostAfter = { ...lost, at: 'after' } as const;
const code = (status: number, name: string): Fault => ({ ...commit, answer: { status, code: name } });
const page = (status: number): Fault => ({ ...commit, answer: { status } });
/** Lets a commit pass: it takes the place of the first one's fault before the work. */
const pass: Fault = { ...commit };
const once = { 'max-attempts': '1' };

const plain: Case[] = [
  { name: '1 committed', result: 'committed', posts: 1, lookUps: 0, says: 'is committed at' },
  {
    name: '2 unknown session',
    session: 'none',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    says: 'has no such upload session',
  },
  {
    name: '5 missing bytes',
    session: 'part',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    says: '6 of 11 bytes of App/Code/app.dll are missing (5-10, counted from 0)',
  },
  { name: '5 empty file', session: 'empty', result: 'failed', posts: 1, lookUps: 1, says: 'an empty file' },
  {
    name: '6 size mismatch',
    session: 'wrong size',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    says: 'shorter or longer than its Content-Range',
  },
  {
    name: '7 starting',
    faults: [code(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED')],
    result: 'committed',
    posts: 2,
    lookUps: 0,
    says: 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED',
  },
  {
    name: '8 role',
    faults: [code(400, 'FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED')],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    says: 'admin client certificate',
  },
  {
    name: '9 no identity',
    faults: [{ ...commit, answer: { status: 403, reason: 'Client certificate required', body: '' } }],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    says: 'Client certificate required',
  },
  {
    name: '10 wrong role',
    faults: [code(403, 'E_ACCESSDENIED')],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    says: 'admin role',
  },
  {
    name: '11 Kerberos',
    faults: [{ ...commit, answer: { status: 401, body: '' } }],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    says: 'Windows (Kerberos)',
  },
  {
    name: '12 vanished',
    faults: [{ ...commit, at: 'between', dropSession: true }],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    says: '404 NotFound',
  },
  {
    name: '13 file share',
    faults: [code(404, 'FABRIC_E_SERVICE_DOES_NOT_EXIST')],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    says: 'upload sessions do not exist',
  },
  { name: '14 no length', faults: [page(411)], result: 'failed', posts: 1, lookUps: 0, says: 'Content-Length' },
  {
    name: 'Linux',
    options: { linux: true },
    session: 'none',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    says: 'Linux clusters have no upload sessions',
  },
];

const doubtful: Case[] = [
  {
    name: '4 lost answer, then gone',
    faults: [lostAfter, pass, { ...commit, dropSession: true }],
    result: 'committed',
    posts: 2,
    says: 'the session no longer exists',
  },
  {
    name: '15 busy',
    faults: [{ ...commit, busy: { ms: 500 } }],
    result: 'committed',
    posts: 2,
    says: 'OperationsPending',
  },
  {
    name: '15 busy, asked once',
    faults: [{ ...commit, busy: { ms: 60_000 } }],
    inputs: once,
    result: 'unknown',
    posts: 1,
    says: 'OperationsPending',
  },
  {
    name: '17 disk full, then room',
    faults: [{ ...commit, publish: { ends: 'rollback' } }],
    result: 'committed',
    posts: 2,
    says: 'is committed at',
  },
  {
    name: '17 disk full, asked once',
    faults: [{ ...commit, publish: { ends: 'rollback' } }],
    inputs: once,
    result: 'failed',
    posts: 1,
    says: 'There is no file at App/Code/app.dll',
  },
  {
    name: '17 disk full twice',
    faults: [{ ...commit, publish: { ends: 'rollback' }, times: 2 }],
    result: 'failed',
    posts: 2,
    says: "store's disk is full",
  },
  {
    name: '17 rolled back over old content: the false 200',
    overwrites: true,
    faults: [{ ...commit, publish: { ends: 'rollback' } }],
    result: 'unknown',
    posts: 2,
    says: 'The file at App/Code/app.dll has 3 bytes',
  },
  {
    name: '18 gateway not reachable',
    faults: [code(502, 'FABRIC_E_GATEWAY_NOT_REACHABLE')],
    result: 'committed',
    posts: 2,
    says: 'FABRIC_E_GATEWAY_NOT_REACHABLE',
  },
  { name: '18 502 of a proxy', faults: [page(502)], result: 'committed', posts: 2, says: 'is committed at' },
  {
    name: '19 failover in the middle',
    faults: [{ ...commit, publish: { ends: 'failover' } }],
    result: 'unknown',
    posts: 2,
    says: 'has no such upload session',
  },
  { name: '19 E_ABORT', faults: [code(503, 'E_ABORT')], result: 'committed', posts: 2, says: 'E_ABORT' },
  {
    name: '20 offline',
    faults: [code(503, 'FABRIC_E_SERVICE_OFFLINE')],
    result: 'committed',
    posts: 2,
    says: 'FABRIC_E_SERVICE_OFFLINE',
  },
  { name: '21 nobody listens', faults: [page(503)], result: 'committed', posts: 2, says: 'is committed at' },
  {
    name: '22 time-out, committed late',
    faults: [{ ...commit, publish: { ms: 1_500 } }],
    inputs: { timeout: '1' },
    result: 'committed',
    posts: 2,
    says: 'FABRIC_E_TIMEOUT',
  },
  {
    name: '22 time-out, rolled back late',
    overwrites: true,
    faults: [{ ...commit, publish: { ms: 1_100, ends: 'rollback' } }],
    inputs: { ...once, timeout: '1' },
    result: 'unknown',
    posts: 1,
    says: 'may or may not be committed',
  },
  {
    name: '23 communication error',
    faults: [code(504, 'FABRIC_E_COMMUNICATION_ERROR')],
    result: 'committed',
    posts: 2,
    says: 'FABRIC_E_COMMUNICATION_ERROR',
  },
  { name: '25 lost before the work', faults: [lost], result: 'committed', posts: 2, says: 'is committed at' },
  {
    name: '25 lost after the work',
    faults: [lostAfter],
    result: 'committed',
    posts: 2,
    says: 'Confirmed by: the last response was 200',
  },
  {
    name: '25 closed without an answer',
    faults: [{ ...commit, at: 'after', delivery: 'close' }],
    result: 'committed',
    posts: 2,
    says: 'is committed at',
  },
  {
    name: '25 cut in the body',
    faults: [{ ...code(500, 'E_FAIL'), delivery: { cutAfterBytes: 5 } }],
    result: 'committed',
    posts: 2,
    says: 'was interrupted',
  },
  {
    name: '25 not HTTP',
    faults: [{ ...commit, delivery: { raw: 'SSH-2.0-nothing\r\n' } }],
    result: 'committed',
    posts: 2,
    says: 'is committed at',
  },
  {
    name: '25 an upgrade',
    faults: [
      { ...commit, delivery: { raw: 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n' } },
    ],
    result: 'committed',
    posts: 2,
    says: 'upgrade',
  },
  {
    name: '25 lost after the work, asked once',
    faults: [lostAfter],
    inputs: once,
    result: 'unknown',
    posts: 1,
    says: 'modified at 20',
  },
  {
    name: 'an incomplete session in doubt',
    session: 'part',
    faults: [page(503)],
    result: 'failed',
    posts: 2,
    says: 'are missing',
  },
  {
    name: 'a refusal that is sure',
    session: 'none',
    faults: [page(503)],
    result: 'unknown',
    posts: 2,
    says: 'has no such upload session',
  },
  {
    name: 'the look-up of the session is lost once',
    faults: [lostAfter, { operation: 'get-session', delivery: 'reset' }],
    result: 'committed',
    posts: 2,
    says: 'is committed at',
  },
  {
    name: 'the look-up of the content is lost once',
    faults: [lostAfter, { operation: 'list-content', delivery: 'reset' }],
    result: 'committed',
    posts: 2,
    says: 'is committed at',
  },
  {
    name: 'no look-up is ever answered',
    faults: [lostAfter, { operation: 'get-session', delivery: 'close', times: 'forever' }],
    inputs: once,
    result: 'unknown',
    posts: 1,
    says: 'Could not look up the session',
  },
  {
    name: 'a file in mid-publication is asked for again',
    faults: [lostAfter, { operation: 'list-content', answer: { status: 404, code: 'FABRIC_E_FILE_NOT_FOUND' } }],
    result: 'committed',
    posts: 2,
    says: 'The cluster is still publishing',
  },
];

async function play({ session = 'file', overwrites, faults = [], inputs, options }: Case, whenFinished: WhenFinished) {
  const gateway = await startTestGateway(options, whenFinished);
  const sessionId = randomUUID();
  const chunk = (range: string, body: string): Promise<void> => uploadChunk(gateway, { sessionId, path, body, range });

  if (overwrites) {
    const { status } = await fetch(`${gateway.url}/ImageStore/${path}?api-version=6.0`, { method: 'PUT', body: 'old' });
    expect(status).toBe(200);
  }
  if (session === 'file') await chunk('0-10/11', content);
  if (session === 'part') await chunk('0-4/11', content.slice(0, 5));
  if (session === 'empty') await chunk('0-0/0', '');
  if (session === 'wrong size') await chunk('0-10/11', content.slice(1));
  gateway.addFaults([...faults]);
  const run = await runAction({ endpoint: gateway.url, 'session-id': sessionId, ...inputs }, {}, whenFinished);
  const targets = gateway.requests.filter(({ method }) => method !== 'PUT').map(({ method }) => method);
  return {
    run,
    posts: targets.filter((method) => method === 'POST').length,
    lookUps: targets.filter((method) => method === 'GET').length,
    published: Buffer.from(gateway.store.file(path)?.bytes ?? []).toString() === content,
  };
}

describe.concurrent.each([...plain, ...doubtful])('$name', (each) => {
  it(`is ${each.result}`, async ({ onTestFinished }) => {
    const { run, posts, lookUps, published } = await play(each, onTestFinished);
    expect(run.outputs['result']).toBe(each.result);
    expect(run.exitCode).toBe(each.result === 'committed' ? 0 : 1);
    if (each.result !== 'unknown') expect(published).toBe(each.result === 'committed');
    expect(each.result === 'committed' ? run.stdout : annotation(run)).toContain(each.says);
    expect(posts).toBe(each.posts);
    if (each.lookUps !== undefined) expect(lookUps).toBe(each.lookUps);
    expect(run.outputs['attempts']).toBe(String(each.posts));
  });
});
