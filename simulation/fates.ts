// What becomes of one request on its way to the cluster, in it, and on the way back.
//
// Drawn is all that the cluster and what stands before it are known to do. Never drawn, because it would be a lie of
// theirs that no client can see through: a refusal (4xx, a page with status 200) of a commit that was carried out, a
// FabricError with status 500 that does not end the work, and a 204 or an empty 404 that no image store said.
import type { Fault } from '../emulator/faults.js';
import type { Dice } from './dice.js';
import { drawPublishing, type Trouble } from './history.js';

export interface Fate {
  /** No connection is made. */
  unconnected?: { afterMs: number; code: string };
  /** The request reaches the cluster, whoever still waits for it; never, when undefined. */
  arrival?: { afterMs: number; backMs: number; faults: readonly Fault[] };
  /** What the client sees in place of the cluster's answer, if that has not come by then. */
  instead?: { afterMs: number; seen: FrontEndAnswer | 'cut' };
}

/** An answer that does not come from the image store, or not from the request's own work. */
export interface FrontEndAnswer {
  status: number;
  code?: string;
  body?: string;
  headers?: Readonly<Record<string, string>>;
}

const page = '<html><body><h1>Something stands before the cluster</h1></body></html>';
const [secondMs, minuteMs] = [1_000, 60_000];

/** Answers that leave open whether the cluster acts. */
const vague: readonly [FrontEndAnswer, ...FrontEndAnswer[]] = [
  { status: 500, body: page },
  { status: 502, code: 'FABRIC_E_GATEWAY_NOT_REACHABLE' },
  { status: 502, body: page },
  { status: 503, code: 'E_ABORT' },
  { status: 503, code: 'FABRIC_E_SERVICE_OFFLINE' },
  { status: 503, code: 'FABRIC_E_SERVICE_TOO_BUSY' },
  { status: 503, body: page },
  { status: 504, code: 'FABRIC_E_TIMEOUT' },
  { status: 504, code: 'FABRIC_E_COMMUNICATION_ERROR' },
  { status: 504, body: page },
];

/** Answers that say that nothing was done, and that asking again may help. */
const later: readonly [FrontEndAnswer, ...FrontEndAnswer[]] = [
  { status: 400, code: 'FABRIC_E_SERVICE_TYPE_NOT_REGISTERED' },
  { status: 408, body: page },
  { status: 429, body: page },
];

/** Answers that say that nothing was done, and that asking again will not help. */
const final: readonly [FrontEndAnswer, ...FrontEndAnswer[]] = [
  { status: 200, body: page },
  { status: 200, code: 'E_FAIL' },
  { status: 202 },
  { status: 302, headers: { location: 'https://login.example.com/' } },
  { status: 400, code: 'FABRIC_E_USER_ROLE_CLIENT_CERTIFICATE_NOT_CONFIGURED' },
  { status: 400, body: page },
  { status: 401, body: page },
  { status: 403 },
  { status: 403, code: 'E_ACCESSDENIED' },
  { status: 404, code: 'FABRIC_E_SERVICE_DOES_NOT_EXIST' },
  { status: 409, code: 'FABRIC_E_WRITE_CONFLICT' },
  { status: 411, body: page },
  { status: 413, code: 'FABRIC_E_MESSAGE_TOO_LARGE' },
  { status: 501, code: 'E_NOTIMPL' },
  { status: 505, body: page },
];

/** Errors that end the work before it was done. */
const broken: readonly [FrontEndAnswer, ...FrontEndAnswer[]] = [
  { status: 500, code: 'E_FAIL' },
  { status: 500, code: '0x80070070' },
  { status: 500, code: 'FABRIC_E_IMAGESTORE_IOERROR' },
];

/** Answers to a look-up that tell nothing, now or later. */
const unhelpful: readonly [FrontEndAnswer, ...FrontEndAnswer[]] = [
  { status: 200, body: page },
  { status: 302 },
  { status: 400, code: 'E_INVALIDARG' },
  { status: 403 },
  { status: 404, body: page },
  { status: 501, code: 'E_NOTIMPL' },
];

/** Draws what becomes of a commit. */
export function drawCommitFate({ commits, weights }: Trouble, dice: Dice, epochMs: number): Fate {
  const quick = { afterMs: dice.whole(1, 40), backMs: dice.whole(1, 40) };
  if (!dice.chance(commits)) return { arrival: { ...quick, faults: [{ publish: { ms: dice.whole(0, 500) } }] } };
  return dice.weigh<() => Fate>([
    [weights.unconnected, () => ({ unconnected: drawNoConnection(dice) })],
    [weights.later, () => ({ instead: { afterMs: quick.afterMs, seen: patient(dice.pick(later), dice, epochMs) } })],
    [weights.final, () => ({ instead: { afterMs: quick.afterMs, seen: dice.pick(final) } })],
    [weights.broken, () => ({ instead: { afterMs: quick.afterMs, seen: dice.pick(broken) } })],
    [weights.doubt, () => ({ instead: { afterMs: dice.spread(1, minuteMs), seen: drawDoubt(dice, epochMs) } })],
    [weights.silence, () => ({})],
    [
      weights.arrival,
      () => ({
        arrival: {
          afterMs: dice.chance(0.75) ? quick.afterMs : dice.spread(secondMs, 40 * minuteMs),
          backMs: dice.chance(0.9) ? quick.backMs : dice.spread(secondMs, 10 * minuteMs),
          faults: drawCommitFaults(dice),
        },
        ...(dice.chance(0.3) && {
          instead: { afterMs: dice.spread(1, 2 * minuteMs), seen: drawDoubt(dice, epochMs) },
        }),
      }),
    ],
  ])();
}

/** Draws what becomes of a look-up. */
export function drawLookUpFate({ lookUps }: Trouble, dice: Dice): Fate {
  const quick = { afterMs: dice.whole(1, 40), backMs: dice.whole(1, 40) };
  if (!dice.chance(lookUps)) return { arrival: { ...quick, faults: [] } };
  const seen = (answer: FrontEndAnswer | 'cut'): Fate => ({ instead: { afterMs: quick.afterMs, seen: answer } });
  return dice.weigh<() => Fate>([
    [3, () => ({ unconnected: drawNoConnection(dice) })],
    [4, () => seen(dice.chance(0.3) ? 'cut' : dice.pick(vague))],
    [1, () => seen(dice.pick(later))],
    [1, () => seen(dice.pick(broken))],
    [2, () => seen(dice.pick(unhelpful))],
    [1, () => ({})],
    [
      6,
      () => ({
        arrival: { afterMs: dice.spread(1, 20 * secondMs), backMs: dice.spread(1, 20 * secondMs), faults: [] },
      }),
    ],
    // What changes just before the look-up is what tells a good order of look-ups from a bad one.
    [16, () => ({ arrival: { ...quick, faults: [drawChange(dice)] } })],
    [3, () => ({ arrival: { ...quick, faults: [{ at: 'after', delivery: drawSpoiling(dice) }] } })],
    [1, () => ({ arrival: { ...quick, faults: [{ at: 'after', delivery: 'endless' }] } })],
  ])();
}

function drawNoConnection(dice: Dice): NonNullable<Fate['unconnected']> {
  return dice.weigh([
    [6, { afterMs: 2, code: 'ECONNREFUSED' }],
    [3, { afterMs: 30 * secondMs, code: 'CONNECT_TIMEOUT' }],
    [2, { afterMs: 60, code: 'ECONNRESET' }],
    [1, { afterMs: 20, code: 'ENOTFOUND' }],
    [1, { afterMs: 50, code: 'CERT_HAS_EXPIRED' }],
  ]);
}

function drawDoubt(dice: Dice, epochMs: number): FrontEndAnswer | 'cut' {
  return dice.chance(0.4) ? 'cut' : patient(dice.pick(vague), dice, epochMs);
}

/** The answer, sometimes with a wish when to be asked again. */
function patient(answer: FrontEndAnswer, dice: Dice, epochMs: number): FrontEndAnswer {
  if (!dice.chance(0.3)) return answer;
  const waitMs = dice.spread(secondMs, 60 * minuteMs);
  const retryAfter = dice.chance(0.5) ? String(Math.ceil(waitMs / 1_000)) : new Date(epochMs + waitMs).toUTCString();
  return { ...answer, headers: { 'retry-after': retryAfter } };
}

function drawCommitFaults(dice: Dice): readonly Fault[] {
  const before: Fault = {
    ...(dice.chance(0.1) && { delayMs: dice.spread(secondMs, 5 * minuteMs) }),
    ...(dice.chance(0.1) && drawChange(dice)),
    ...(dice.chance(0.08) && { busy: { ms: dice.spread(secondMs, 5 * minuteMs) } }),
    publish: drawPublishing(dice),
  };
  const between: Fault = {
    at: 'between',
    ...(dice.chance(0.06) && { delayMs: dice.spread(secondMs, 5 * minuteMs) }),
    ...(dice.chance(0.1) && drawChange(dice)),
  };
  const after: Fault = {
    at: 'after',
    ...(dice.chance(0.1) && { delayMs: dice.spread(secondMs, 5 * minuteMs) }),
    ...(dice.chance(0.1) && drawChange(dice)),
    ...(dice.chance(0.2) && { delivery: drawSpoiling(dice) }),
  };
  return [before, between, after];
}

/** Something that happens to the cluster at this very point. */
function drawChange(dice: Dice): Fault {
  return dice.weigh<Fault>([
    [3, { failover: { oldContent: 'kept' } }],
    [3, { failover: { oldContent: 'lost' } }],
    [2, { dropSession: true }],
    [2, { overwrite: { content: 'x'.repeat(dice.whole(1, 70)) } }],
  ]);
}

function drawSpoiling(dice: Dice): NonNullable<Fault['delivery']> {
  return dice.weigh<NonNullable<Fault['delivery']>>([
    [4, 'reset'],
    [2, 'close'],
    [2, 'hang'],
    [1, 'keep-open'],
    [2, { cutAfterBytes: dice.whole(0, 40) }],
    [1, { dripMs: dice.spread(1, secondMs) }],
    [1, { raw: 'SSH-2.0-OpenSSH_9.6\r\n' }],
  ]);
}
