// The result of the committed action for every kind of response, and for connections that fail at every point, over real
// sockets to the emulator. `npm run simulate` covers combinations of these.
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
  /** The faults of the cluster, in the order in which requests meet them. */
  faults?: readonly Fault[];
  /** What is uploaded under the session; the file by default. */
  session?: 'file' | 'none' | 'part' | 'empty' | 'wrong size';
  /** Whether another version of the file was published before. */
  overwrites?: boolean;
  inputs?: Readonly<Record<string, string>>;
  options?: GatewayOptions;
  result: 'committed' | 'failed' | 'unknown';
  /** Commit requests, and look-ups after them. */
  posts: number;
  lookUps?: number;
  /** A part of the annotation, or of the log after a success. */
  text: string;
}

const path = 'App/Code/app.dll';
const content = 'new content';
const commit = { operation: 'commit-session' } as const;
const resetBefore = { ...commit, delivery: 'reset' } as const;
const resetAfter = { ...resetBefore, at: 'after' } as const;
const fabricError = (status: number, name: string): Fault => ({ ...commit, answer: { status, code: name } });
const statusOnly = (status: number): Fault => ({ ...commit, answer: { status } });
/** No fault for one commit, so the next fault in the list is for the next commit. */
const pass: Fault = { ...commit };
const once = { 'max-attempts': '1' };

const unambiguous: Case[] = [
  { name: 'a complete session', result: 'committed', posts: 1, lookUps: 0, text: 'is committed at' },
  {
    name: 'an unknown session',
    session: 'none',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    text: 'has no such upload session',
  },
  {
    name: 'a session with missing bytes',
    session: 'part',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    text: '6 of 11 bytes of App/Code/app.dll are missing (5-10, counted from 0)',
  },
  {
    name: 'a session for an empty file',
    session: 'empty',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    text: 'an empty file',
  },
  {
    name: 'a chunk whose size differs from its Content-Range',
    session: 'wrong size',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    text: 'shorter or longer than its Content-Range',
  },
  {
    name: 'an image store that is starting',
    faults: [fabricError(400, 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED')],
    result: 'committed',
    posts: 2,
    lookUps: 0,
    text: 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED',
  },
  {
    name: 'a cluster without a user-role client certificate',
    faults: [fabricError(400, 'FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED')],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    text: 'admin client certificate',
  },
  {
    name: 'a request without a client certificate',
    faults: [{ ...commit, answer: { status: 403, reason: 'Client certificate required', body: '' } }],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    text: 'Client certificate required',
  },
  {
    name: 'credentials without the admin role',
    faults: [fabricError(403, 'E_ACCESSDENIED')],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    text: 'admin role',
  },
  {
    name: 'a gateway that requires Kerberos',
    faults: [{ ...commit, answer: { status: 401, body: '' } }],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    text: 'Windows (Kerberos)',
  },
  {
    name: 'a session that is deleted during the commit',
    faults: [{ ...commit, at: 'between', dropSession: true }],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    text: '404 NotFound',
  },
  {
    name: 'a cluster whose image store is a file share',
    faults: [fabricError(404, 'FABRIC_E_SERVICE_DOES_NOT_EXIST')],
    result: 'failed',
    posts: 1,
    lookUps: 0,
    text: 'upload sessions do not exist',
  },
  { name: 'a 411 response', faults: [statusOnly(411)], result: 'failed', posts: 1, lookUps: 0, text: 'Content-Length' },
  {
    name: 'a Linux cluster',
    options: { linux: true },
    session: 'none',
    result: 'failed',
    posts: 1,
    lookUps: 1,
    text: 'Linux clusters have no upload sessions',
  },
];

const ambiguous: Case[] = [
  {
    name: 'a lost response after which the session no longer exists',
    faults: [resetAfter, pass, { ...commit, dropSession: true }],
    result: 'committed',
    posts: 2,
    text: 'the session no longer exists',
  },
  {
    name: 'a path where another commit is in progress for a short time',
    faults: [{ ...commit, busy: { ms: 500 } }],
    result: 'committed',
    posts: 2,
    text: 'OperationsPending',
  },
  {
    name: 'a path where another commit is in progress, with one attempt',
    faults: [{ ...commit, busy: { ms: 60_000 } }],
    inputs: once,
    result: 'unknown',
    posts: 1,
    text: 'OperationsPending',
  },
  {
    name: 'a commit that is rolled back once',
    faults: [{ ...commit, publish: { ends: 'rollback' } }],
    result: 'committed',
    posts: 2,
    text: 'is committed at',
  },
  {
    name: 'a commit that is rolled back, with one attempt',
    faults: [{ ...commit, publish: { ends: 'rollback' } }],
    inputs: once,
    result: 'failed',
    posts: 1,
    text: 'There is no file at App/Code/app.dll',
  },
  {
    name: 'a commit that is rolled back twice',
    faults: [{ ...commit, publish: { ends: 'rollback' }, times: 2 }],
    result: 'failed',
    posts: 2,
    text: "store's disk is full",
  },
  {
    name: 'a rolled-back overwrite, after which the gateway answers 200',
    overwrites: true,
    faults: [{ ...commit, publish: { ends: 'rollback' } }],
    result: 'unknown',
    posts: 2,
    text: 'The file at App/Code/app.dll has 3 bytes',
  },
  {
    name: 'a gateway that cannot reach the cluster',
    faults: [fabricError(502, 'FABRIC_E_GATEWAY_NOT_REACHABLE')],
    result: 'committed',
    posts: 2,
    text: 'FABRIC_E_GATEWAY_NOT_REACHABLE',
  },
  { name: 'a 502 from a proxy', faults: [statusOnly(502)], result: 'committed', posts: 2, text: 'is committed at' },
  {
    name: 'a failover during the commit',
    faults: [{ ...commit, publish: { ends: 'failover' } }],
    result: 'unknown',
    posts: 2,
    text: 'has no such upload session',
  },
  { name: 'E_ABORT', faults: [fabricError(503, 'E_ABORT')], result: 'committed', posts: 2, text: 'E_ABORT' },
  {
    name: 'an image store service that is offline',
    faults: [fabricError(503, 'FABRIC_E_SERVICE_OFFLINE')],
    result: 'committed',
    posts: 2,
    text: 'FABRIC_E_SERVICE_OFFLINE',
  },
  {
    name: 'a 503 from a node whose gateway is not running',
    faults: [statusOnly(503)],
    result: 'committed',
    posts: 2,
    text: 'is committed at',
  },
  {
    name: 'a timeout of a cluster that commits later',
    faults: [{ ...commit, publish: { ms: 1_500 } }],
    inputs: { timeout: '1' },
    result: 'committed',
    posts: 2,
    text: 'FABRIC_E_TIMEOUT',
  },
  {
    name: 'a timeout of a cluster that rolls back later',
    overwrites: true,
    faults: [{ ...commit, publish: { ms: 1_100, ends: 'rollback' } }],
    inputs: { ...once, timeout: '1' },
    result: 'unknown',
    posts: 1,
    text: 'may or may not be committed',
  },
  {
    name: 'a communication error within the cluster',
    faults: [fabricError(504, 'FABRIC_E_COMMUNICATION_ERROR')],
    result: 'committed',
    posts: 2,
    text: 'FABRIC_E_COMMUNICATION_ERROR',
  },
  {
    name: 'a connection reset before the commit',
    faults: [resetBefore],
    result: 'committed',
    posts: 2,
    text: 'is committed at',
  },
  {
    name: 'a connection reset after the commit',
    faults: [resetAfter],
    result: 'committed',
    posts: 2,
    text: 'Confirmed by: the last response was 200',
  },
  {
    name: 'a connection closed without a response after the commit',
    faults: [{ ...commit, at: 'after', delivery: 'close' }],
    result: 'committed',
    posts: 2,
    text: 'is committed at',
  },
  {
    name: 'a response interrupted in its body',
    faults: [{ ...fabricError(500, 'E_FAIL'), delivery: { cutAfterBytes: 5 } }],
    result: 'committed',
    posts: 2,
    text: 'was interrupted',
  },
  {
    name: 'a response that is not HTTP',
    faults: [{ ...commit, delivery: { raw: 'SSH-2.0-nothing\r\n' } }],
    result: 'committed',
    posts: 2,
    text: 'is committed at',
  },
  {
    name: 'a 101 response',
    faults: [
      { ...commit, delivery: { raw: 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n' } },
    ],
    result: 'committed',
    posts: 2,
    text: 'upgrade',
  },
  {
    name: 'a connection reset after the commit, with one attempt',
    faults: [resetAfter],
    inputs: once,
    result: 'unknown',
    posts: 1,
    text: 'modified at 20',
  },
  {
    name: 'an ambiguous response for an incomplete session',
    session: 'part',
    faults: [statusOnly(503)],
    result: 'failed',
    posts: 2,
    text: 'are missing',
  },
  {
    name: 'an ambiguous response for an unknown session',
    session: 'none',
    faults: [statusOnly(503)],
    result: 'unknown',
    posts: 2,
    text: 'has no such upload session',
  },
  {
    name: 'a look-up of the session that is lost once',
    faults: [resetAfter, { operation: 'get-session', delivery: 'reset' }],
    result: 'committed',
    posts: 2,
    text: 'is committed at',
  },
  {
    name: 'a look-up of the content that is lost once',
    faults: [resetAfter, { operation: 'list-content', delivery: 'reset' }],
    result: 'committed',
    posts: 2,
    text: 'is committed at',
  },
  {
    name: 'look-ups that are never answered',
    faults: [resetAfter, { operation: 'get-session', delivery: 'close', times: 'forever' }],
    inputs: once,
    result: 'unknown',
    posts: 1,
    text: 'Nothing at this endpoint has answered yet',
  },
  {
    name: 'a file that is still being published',
    faults: [resetAfter, { operation: 'list-content', answer: { status: 404, code: 'FABRIC_E_FILE_NOT_FOUND' } }],
    result: 'committed',
    posts: 2,
    text: 'The cluster is still publishing',
  },
];

async function runCase(
  { session = 'file', overwrites, faults = [], inputs, options }: Case,
  whenFinished: WhenFinished,
) {
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
  const action = await runAction({ endpoint: gateway.url, 'session-id': sessionId, ...inputs }, {}, whenFinished);
  const methods = gateway.requests.map(({ method }) => method).filter((method) => method !== 'PUT');
  return {
    action,
    posts: methods.filter((method) => method === 'POST').length,
    lookUps: methods.filter((method) => method === 'GET').length,
    published: Buffer.from(gateway.store.file(path)?.bytes ?? []).toString() === content,
  };
}

describe.concurrent('the result of the action', () => {
  const cases = [...unambiguous, ...ambiguous].map((each) => [each.result, each.name, each] as const);

  it.for(cases)('is %s for %s', async ([, , each], { onTestFinished }) => {
    const { action, posts, lookUps, published } = await runCase(each, onTestFinished);
    expect(action.outputs['result']).toBe(each.result);
    expect(action.exitCode).toBe(each.result === 'committed' ? 0 : 1);
    if (each.result !== 'unknown') expect(published).toBe(each.result === 'committed');
    expect(each.result === 'committed' ? action.stdout : annotation(action)).toContain(each.text);
    expect(posts).toBe(each.posts);
    if (each.lookUps !== undefined) expect(lookUps).toBe(each.lookUps);
    expect(action.outputs['attempts']).toBe(String(each.posts));
  });
});
