// Outcomes on a socket: an answer as http.sys would send it, or the ways in which it never arrives whole.

import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Outcome } from './handler-result.js';
import type { Answer } from './responses.js';

/** Turns an outcome into what the socket does; returns at once, and does nothing when the peer has gone. */
export function deliver(outcome: Outcome, response: ServerResponse): void {
  const socket = response.socket;
  if (socket === null || socket.destroyed) {
    return;
  }
  switch (outcome.kind) {
    case 'answer':
      send(outcome.answer, response, socket);
      return;
    case 'cut':
      socket.write(head(outcome.answer));
      socket.write(outcome.answer.body.subarray(0, outcome.bodyBytes), () => socket.destroy());
      return;
    case 'drip':
      begin(outcome.answer, response);
      drip(outcome.answer.body, outcome.everyMs, response);
      return;
    case 'endless':
      begin(withoutEnd(outcome.answer), response);
      flood(response);
      return;
    case 'keep-open':
      response.shouldKeepAlive = true;
      send(outcome.answer, response, socket);
      return;
    case 'raw':
      socket.end(outcome.text);
      return;
    case 'reset':
      reset(socket);
      return;
    case 'close':
      socket.end();
      return;
    case 'hang':
      return;
  }
}

/** An answer in full, as bytes. */
export function onTheWire(answer: Answer): Buffer {
  return Buffer.concat([head(answer), answer.body]);
}

const SERVER = 'Microsoft-HTTPAPI/2.0';

function send(answer: Answer, response: ServerResponse, socket: Socket): void {
  if (answer.status < 200) {
    socket.write(head(answer)); // Node.js would wait for a final answer to follow
    return;
  }
  begin(answer, response);
  response.end(answer.body);
}

function begin(answer: Answer, response: ServerResponse): void {
  response.removeHeader('Connection'); // http.sys says nothing of a connection that it keeps
  response.writeHead(answer.status, answer.reason, { ...answer.headers, Server: SERVER });
  response.flushHeaders();
}

function head(answer: Answer): Buffer {
  const headers = { ...answer.headers, Server: SERVER, Date: new Date().toUTCString() };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${answer.status} ${answer.reason}\r\n${lines.join('')}\r\n`, 'latin1');
}

/** Only a bare TCP socket can be reset; one with TLS around it is just gone. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) {
    socket.destroy();
  } else {
    socket.resetAndDestroy();
  }
}

function withoutEnd(answer: Answer): Answer {
  const { 'Content-Length': _, ...headers } = answer.headers;
  return { ...answer, headers };
}

function drip(body: Uint8Array, everyMs: number, response: ServerResponse): void {
  let sent = 0;
  every(everyMs, response, () => {
    if (sent === body.byteLength) {
      response.end();
      return false;
    }
    response.write(body.subarray(sent, sent + 1));
    sent += 1;
    return true;
  });
}

const FLOOD = Buffer.alloc(16 * 1024, ' ');

/** As fast as it is read, within reason: a full buffer waits for its reader. */
function flood(response: ServerResponse): void {
  every(10, response, () => {
    if (!response.writableNeedDrain) {
      response.write(FLOOD);
    }
    return true;
  });
}

/** Until the step has had enough, or nobody is there any more. */
function every(delayMs: number, response: ServerResponse, step: () => boolean): void {
  const timer = setInterval(() => {
    if (!step()) {
      clearInterval(timer);
    }
  }, delayMs);
  response.once('close', () => clearInterval(timer));
}
