// Writes a handler's result to the socket: a response as http.sys sends it, or a response that goes wrong.

import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { HandlerResult } from './handler-result.js';
import type { HttpResponse } from './responses.js';

/** Returns at once. Does nothing when the client has closed the connection. @param nowMs for the header Date */
export function writeResult(handled: HandlerResult, output: ServerResponse, nowMs: number): void {
  const socket = output.socket;
  if (socket === null || socket.destroyed) return;
  const result = 'response' in handled ? { ...handled, response: withServerHeaders(handled.response, nowMs) } : handled;
  switch (result.kind) {
    case 'response':
      writeResponse(result.response, output, socket);
      return;
    case 'cut':
      socket.write(serializeHead(result.response));
      socket.write(result.response.body.subarray(0, result.bodyBytes), () => socket.destroy());
      return;
    case 'drip':
      writeHead(result.response, output);
      writeByteByByte(result.response.body, result.everyMs, output);
      return;
    case 'endless':
      writeHead(withoutLength(result.response), output);
      writeForever(output);
      return;
    case 'keep-open':
      output.shouldKeepAlive = true;
      writeResponse(result.response, output, socket);
      return;
    case 'raw':
      socket.end(result.text);
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

/** A complete response as bytes. @param nowMs for the header Date */
export function serializeResponse(response: HttpResponse, nowMs: number): Buffer {
  return Buffer.concat([serializeHead(withServerHeaders(response, nowMs)), response.body]);
}

/** With the headers that http.sys adds to every response. */
function withServerHeaders(response: HttpResponse, nowMs: number): HttpResponse {
  const { Date: date = new Date(nowMs).toUTCString() } = response.headers;
  return { ...response, headers: { ...response.headers, Server: 'Microsoft-HTTPAPI/2.0', Date: date } };
}

function writeResponse(response: HttpResponse, output: ServerResponse, socket: Socket): void {
  if (response.status < 200) {
    socket.write(serializeHead(response)); // ServerResponse cannot send a 1xx as the only response
    return;
  }
  writeHead(response, output);
  output.end(response.body);
}

function writeHead(response: HttpResponse, output: ServerResponse): void {
  output.removeHeader('Connection'); // http.sys sends no such header while it keeps the connection open
  output.writeHead(response.status, response.reason, { ...response.headers });
  output.flushHeaders();
}

function serializeHead(response: HttpResponse): Buffer {
  const lines = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${response.status} ${response.reason}\r\n${lines.join('')}\r\n`, 'latin1');
}

/** Node.js can reset only a plain TCP socket; a TLS socket is destroyed instead. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) {
    socket.destroy();
  } else {
    socket.resetAndDestroy();
  }
}

function withoutLength(response: HttpResponse): HttpResponse {
  const { 'Content-Length': _, ...headers } = response.headers;
  return { ...response, headers };
}

function writeByteByByte(body: Uint8Array, everyMs: number, output: ServerResponse): void {
  let sentBytes = 0;
  repeat(everyMs, output, () => {
    if (sentBytes === body.byteLength) {
      output.end();
      return false;
    }
    output.write(body.subarray(sentBytes, sentBytes + 1));
    sentBytes += 1;
    return true;
  });
}

const blanks = Buffer.alloc(16 * 1024, ' ');

/** Writes as fast as the client reads: waits while the socket's buffer is full. */
function writeForever(output: ServerResponse): void {
  repeat(10, output, () => {
    if (!output.writableNeedDrain) output.write(blanks);
    return true;
  });
}

/** Repeats the step until it returns false or the connection closes. */
function repeat(everyMs: number, output: ServerResponse, step: () => boolean): void {
  const timer = setInterval(() => {
    if (!step()) clearInterval(timer);
  }, everyMs);
  output.once('close', () => clearInterval(timer));
}
