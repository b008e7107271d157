// Receives the body of a request, as slowly or as badly as the faults say.

import type { IncomingMessage } from 'node:http';
import type { BodySink } from './body-sink.js';
import { type Clock, longestTimerMs } from './clock.js';
import type { Content } from './content.js';
import type { ReceiveOptions } from './faults.js';

/** How receiving a body ended, and how many bytes had arrived by then. */
export type ReceivedBody = { readonly receivedBytes: number } & (
  | { readonly kind: 'complete'; readonly content: Content }
  /** The client closed the connection before the end. */
  | { readonly kind: 'cut' }
  /** A fault says that the gateway resets the connection. */
  | { readonly kind: 'reset' }
  /** A fault says that the gateway answers before the end. */
  | { readonly kind: 'answered' }
);

/** Takes a body into the sink. Only a complete one leaves something there. */
export async function receiveBody(
  request: IncomingMessage,
  sink: BodySink,
  clock: Clock,
  options: ReceiveOptions = {},
): Promise<ReceivedBody> {
  const { storedBytes = Number.POSITIVE_INFINITY } = options;
  const pace = new Pace(request, clock, options);
  let receivedBytes = 0;
  let end: 'reset' | 'answered' | 'cut' | undefined = endAfter(receivedBytes, options);
  try {
    if (end === undefined) await pace.wait(0);
    for await (const part of end === undefined ? partsOf(request) : []) {
      // A gateway whose disk is full ignores that it cannot write (getfilefromuploadasyncoperation.cpp).
      if (receivedBytes < storedBytes) await sink.write(part.subarray(0, storedBytes - receivedBytes));
      receivedBytes += part.byteLength;
      end = endAfter(receivedBytes, options);
      if (end !== undefined) break;
      await pace.wait(receivedBytes);
    }
  } catch (error) {
    // Without a connection, the error is that the client has closed it; with one, it is the disk of this machine.
    if (!request.destroyed) {
      await sink.discard();
      throw error;
    }
    end = 'cut';
  }
  if (end === undefined) return { kind: 'complete', content: await sink.finish(), receivedBytes };
  await sink.discard();
  return { kind: end, receivedBytes };
}

function endAfter(receivedBytes: number, options: ReceiveOptions): 'reset' | 'answered' | undefined {
  const { resetAfterBytes, answerAfterBytes } = options;
  if (resetAfterBytes !== undefined && receivedBytes >= resetAfterBytes) return 'reset';
  return answerAfterBytes !== undefined && receivedBytes >= answerAfterBytes ? 'answered' : undefined;
}

/** The stream stays intact when the loop ends early, so that a response can still be sent. */
async function* partsOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  for await (const part of request.iterator({ destroyOnReturn: false })) yield Buffer.from(part);
}

/** Waits between the parts of a body. While it waits, nothing is read, so the client soon cannot send. */
class Pace {
  readonly #request: IncomingMessage;
  readonly #clock: Clock;
  readonly #options: ReceiveOptions;
  readonly #closed: Promise<void>;
  #hasPaused = false;
  #startMs: number;

  constructor(request: IncomingMessage, clock: Clock, options: ReceiveOptions) {
    this.#request = request;
    this.#clock = clock;
    this.#options = options;
    this.#closed = new Promise((resolve) => {
      request.once('close', resolve);
    });
    this.#startMs = clock.now();
  }

  async wait(receivedBytes: number): Promise<void> {
    const { bytesPerSecond, pauseAfterBytes, pauseMs = Number.POSITIVE_INFINITY } = this.#options;
    if (pauseAfterBytes !== undefined && receivedBytes >= pauseAfterBytes && !this.#hasPaused) {
      this.#hasPaused = true;
      this.#startMs += pauseMs;
      await this.#waitUntil(this.#clock.now() + pauseMs);
    }
    if (bytesPerSecond !== undefined) await this.#waitUntil(this.#startMs + (receivedBytes / bytesPerSecond) * 1000);
  }

  /** Returns early when the connection closes; reading then fails. */
  async #waitUntil(dueMs: number): Promise<void> {
    for (let nowMs = this.#clock.now(); nowMs < dueMs && !this.#request.destroyed; nowMs = this.#clock.now()) {
      await Promise.race([this.#clock.sleep(Math.min(dueMs - nowMs, longestTimerMs)), this.#closed]);
    }
  }
}
