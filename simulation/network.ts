// The way to the cluster: a Transport whose every exchange meets its fate, and a record of all that passed over it.
import type { Outcome } from '../emulator/outcome.js';
import {
  type HttpAnswer,
  type HttpRequest,
  maxBodyBytes,
  type Transport,
  TransportError,
} from '../src/http/transport.js';
import type { SimulatedClock } from './clock.js';
import type { Exchange, Seen, Shown, Unseen } from './exchanges.js';
import type { Fate, FrontEndAnswer } from './fates.js';
import type { Tell, World } from './world.js';

export interface Network extends Transport {
  readonly exchanges: readonly Exchange[];
  /** Requests that have not reached the cluster yet and still may. */
  readonly onTheirWay: number;
}

export interface NetworkOptions {
  clock: SimulatedClock;
  world: World;
  fateOf: (operation: Exchange['operation']) => Fate;
  tell: Tell;
}

/** A network to this cluster. */
export function openNetwork({ clock, world, fateOf, tell }: NetworkOptions): Network {
  const exchanges: Exchange[] = [];
  let onTheirWay = 0;
  let turns = 0;

  const exchange = (request: HttpRequest): Promise<HttpAnswer> => {
    if (request.cancellation.requested) return Promise.reject(nothing('cancelled', 'CANCELLED', false));
    return new Promise((resolve, reject) => {
      const operation = operationOf(request);
      const fate = fateOf(operation);
      const record: Exchange = { operation, sentMs: clock.now() };
      exchanges.push(record);
      const name = `${operation} ${exchanges.length}`;
      tell?.(`the client sends ${name}: ${request.method} ${request.url}`);

      const isSent = fate.unconnected === undefined;
      let begun: HttpAnswer | undefined;
      const calls: (() => void)[] = [];
      const isOver = (): boolean => record.seen !== undefined;
      const finish = (seen: Seen | Unseen): void => {
        record.seen = { atMs: clock.now(), ...seen };
        for (const callOff of calls) callOff();
        tell?.(`the client sees of ${name}: ${inWords(seen)}`);
      };
      const answer = (whole: HttpAnswer): void => {
        if (isOver()) return;
        finish(seenOf(whole));
        resolve(whole);
      };
      const fail = (problem: TransportError['problem'], code: string): void => {
        if (isOver()) return;
        const error = nothing(problem, code, isSent, begun);
        finish({ kind: 'nothing', problem, code, sent: isSent, status: begun?.status });
        reject(error);
      };
      const arrive = (backMs: number, outcome: Outcome): void => {
        calls.push(clock.after(backMs, () => comeBack(outcome)));
      };
      const comeBack = (outcome: Outcome): void => {
        switch (outcome.kind) {
          case 'answer':
          case 'keep-open':
            answer(received(outcome.answer));
            return;
          case 'cut':
            begun = received(outcome.answer);
            fail('interrupted', 'ECONNRESET');
            return;
          case 'drip': {
            begun = received(outcome.answer);
            const whole = begun;
            calls.push(clock.after(outcome.everyMs * outcome.answer.body.byteLength, () => answer(whole)));
            return;
          }
          case 'endless': {
            const { body, ...head } = received(outcome.answer);
            const isBodiless = head.status === 204; // it ends with its head, whatever was to follow
            answer(isBodiless ? { ...head, body } : { ...head, body: body.padEnd(maxBodyBytes), truncated: true });
            return;
          }
          case 'raw':
            fail('interrupted', 'HPE_INVALID_CONSTANT');
            return;
          case 'reset':
          case 'close':
            fail('interrupted', 'ECONNRESET');
            return;
          case 'hang':
            return;
        }
      };

      calls.push(clock.after(request.deadlineMs, () => fail('deadline', 'DEADLINE')));
      calls.push(request.cancellation.onRequest(() => fail('cancelled', 'CANCELLED')));
      const { unconnected, instead, arrival } = fate;
      if (unconnected) {
        calls.push(clock.after(unconnected.afterMs, () => fail('connect', unconnected.code)));
        return;
      }
      if (instead) {
        const see = (): void =>
          instead.seen === 'cut' ? fail('interrupted', 'ECONNRESET') : answer(written(instead.seen));
        calls.push(clock.after(instead.afterMs, see));
      }
      if (arrival) {
        // What is on its way arrives, whether anybody waits for it or not.
        onTheirWay += 1;
        clock.after(arrival.afterMs, () => {
          onTheirWay -= 1;
          record.turn = ++turns;
          const faults = arrival.faults.length === 0 ? '' : `, to meet ${JSON.stringify(arrival.faults)}`;
          tell?.(`the cluster gets ${name}${isOver() ? ', for which nobody waits any more' : ''}${faults}`);
          const outcome = world.ask(
            request.method,
            new URL(request.url).pathname + new URL(request.url).search,
            arrival.faults,
          );
          if (operation === 'content') record.shown = shownBy(world, pathOf(request.url));
          void outcome.then((came) => arrive(arrival.backMs, came));
        });
      }
    });
  };

  return {
    exchange,
    close: () => {},
    exchanges,
    get onTheirWay() {
      return onTheirWay;
    },
  };
}

function operationOf({ method, url }: HttpRequest): Exchange['operation'] {
  if (method === 'POST') return 'commit';
  return url.includes('/$/GetUploadSession') ? 'session' : 'content';
}

function pathOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.replace('/ImageStore/', ''));
}

/** Looked at in the same moment in which the cluster makes its listing, which it does at once. */
function shownBy({ store }: World, path: string): Shown {
  const key = path.toLowerCase();
  const publishing = store
    .work()
    .find((work) => work.stage === 'publishing' && work.operation !== 'other' && work.holds?.toLowerCase() === key);
  return publishing ? { kind: 'transit', sessionId: publishing.sessionId } : { kind: 'stable', file: store.file(path) };
}

function received({
  status,
  reason,
  headers,
  body,
}: {
  status: number;
  reason: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}): HttpAnswer {
  const lowerCase = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    reasonPhrase: reason,
    headers: lowerCase,
    body: Buffer.from(body).toString('utf8'),
    truncated: false,
  };
}

function written({ status, code, body = '', headers = {} }: FrontEndAnswer): HttpAnswer {
  const text = code === undefined ? body : JSON.stringify({ Error: { Code: code, Message: 'Null' } });
  return { status, reasonPhrase: code ?? 'as it pleased', headers, body: text, truncated: false };
}

function nothing(problem: TransportError['problem'], code: string, sent: boolean, begun?: HttpAnswer): TransportError {
  return new TransportError(problem, code, `no whole answer came (${code})`, { sent, partialResponse: begun });
}

function seenOf({ status, headers, body, truncated }: HttpAnswer): Seen {
  const code = /^\{"Error":\{"Code":"([^"]+)"/.exec(body)?.[1];
  return { kind: 'answer', status, code, retryAfter: headers['retry-after'], body, truncated };
}

function inWords(seen: Seen | Unseen): string {
  if (seen.kind === 'nothing') {
    const begun = seen.status === undefined ? '' : `, after the head of a ${seen.status}`;
    return `no whole answer, ${seen.problem} ${seen.code}${seen.sent ? begun : ', nothing was sent'}`;
  }
  const { status, code, retryAfter, body } = seen;
  return `${status} ${code ?? body.trim().slice(0, 300)}${retryAfter === undefined ? '' : `, Retry-After ${retryAfter}`}`.trim();
}
