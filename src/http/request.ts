// One request by @actions/http-client, and every end that it can have. No other room sends by that library: whatever it
// leaves to its caller is settled here and in the transport, so that no answer can get lost between it and us.
import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { HttpClient } from '@actions/http-client';
import { type Connections, failure } from './connections.js';

/** What is asked. */
export interface HttpRequestHead {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
}

/** What becomes of a request, told as it happens. Once it was answered, the answer tells the rest. */
export interface ResponseHandlers {
  /** It has its connection. */
  connect(): void;
  answer(message: IncomingMessage): void;
  /** It ended without an answer. */
  end(error: unknown): void;
}

/**
 * Sends a request, once.
 * @returns the request, to be destroyed when nobody waits for it any more; undefined when it could not be begun
 */
export type SendRequest = (asked: HttpRequestHead, course: ResponseHandlers) => ClientRequest | undefined;

/**
 * Sends by the library's innermost call, which knows nothing of redirects, repetitions and proxies. It is given the
 * means to send, so that those ends of a request are heard of as well for which it does not listen.
 */
export function sendOver(connections: Connections, userAgent: string): SendRequest {
  // The library's own timer counts idle time and only half-closes the socket: it is set out of the way.
  const client = new HttpClient(userAgent, [], { socketTimeout: 2 ** 31 - 1 });
  // It adds the name of what orchestrates the runner, where there is one.
  const ownHeaders = { 'user-agent': client.userAgent ?? userAgent };

  return ({ method, url, headers }, course) => {
    let begun: ClientRequest | undefined;
    let isOver = false;
    const end = (error: unknown): void => {
      if (isOver) return;
      isOver = true;
      course.end(error);
    };
    const begin = (options: RequestOptions, onResponse: (message: IncomingMessage) => void): ClientRequest => {
      const own = request(options, onResponse);
      own.once('socket', course.connect);
      own.once('upgrade', ({ statusCode }: IncomingMessage, socket) => {
        socket.destroy();
        end(failure(`the answer was an upgrade (${statusCode})`, 'UNEXPECTED_UPGRADE'));
      });
      own.once('close', () => {
        if (!isOver) end(failure('the connection closed without an answer', 'ECONNRESET'));
      });
      begun = own;
      return own;
    };
    // Of node:http the library uses this one function.
    const httpModule = Object.create(null, { request: { value: begin } });
    const parsedUrl = new URL(url);
    const path = `${parsedUrl.pathname}${parsedUrl.search}`;
    const options = connections.prepare({ method, path, headers: { ...headers, ...ownHeaders } });
    const body = method === 'POST' ? '' : null;
    try {
      client.requestRawWithCallback({ options, parsedUrl, httpModule }, body, (error, response) => {
        if (response === undefined) {
          end(error);
        } else if (!isOver) {
          isOver = true;
          course.answer(response.message);
        }
      });
    } catch (error) {
      end(error);
    }
    return begun;
  };
}
