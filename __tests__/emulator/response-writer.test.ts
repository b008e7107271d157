// Responses that go wrong, as the client sees them on its socket.

import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/faults.js';
import { startTestGateway } from '../support/test-gateway.js';
import { HOME, sendRaw, waitUntil } from './gateway-client.js';

describe('a response of the emulator', () => {
  async function sendWithFault(fault: Fault, head = HOME) {
    const gateway = await startTestGateway();
    gateway.addFaults([fault]);
    return { gateway, socket: sendRaw(gateway, head) };
  }

  it('with the delivery "reset" resets the connection', async () => {
    const { socket } = await sendWithFault({ delivery: 'reset' });
    const [error] = await once(socket, 'error');
    expect(error).toMatchObject({ code: 'ECONNRESET' });
    expect(socket.received()).toBe('');
  });

  it('with the delivery "close" closes the connection without a reset', async () => {
    const { socket } = await sendWithFault({ delivery: 'close' });
    await once(socket, 'end');
    expect(socket.received()).toBe('');
  });

  it('with the delivery "raw" sends the given text instead of HTTP', async () => {
    const { socket } = await sendWithFault({ delivery: { raw: 'SSH-2.0-x\r\n' } });
    await once(socket, 'end');
    expect(socket.received()).toBe('SSH-2.0-x\r\n');
  });

  it('with the delivery "hang" sends nothing and leaves the connection open', async () => {
    const { gateway, socket } = await sendWithFault({ delivery: 'hang' });
    await waitUntil(() => gateway.requests.length === 1);
    expect((await fetch(gateway.url)).status).toBe(200);
    expect(socket.received()).toBe('');
    expect(socket.destroyed).toBe(false);
  });

  it('with the delivery "cutAfterBytes" sends the head and a part of the body', async () => {
    const { socket } = await sendWithFault({ delivery: { cutAfterBytes: 3 }, answer: { status: 200, body: 'abcdef' } });
    await once(socket, 'close');
    expect(socket.received()).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Content-Length: 6\r\n[\s\S]*\r\n\r\nabc$/);
  });

  it('with the delivery "cutAfterBytes" can follow a Content-Length that is larger than the body', async () => {
    const answer = { status: 200, body: 'abc', headers: { 'Content-Length': '99' } };
    const { socket } = await sendWithFault({ delivery: { cutAfterBytes: 99 }, answer });
    await once(socket, 'close');
    expect(socket.received()).toMatch(/Content-Length: 99\r\n[\s\S]*\r\n\r\nabc$/);
  });

  it('with the delivery "dripMs" sends the body byte by byte and keeps the connection usable', async () => {
    const { socket } = await sendWithFault({ delivery: { dripMs: 1 }, answer: { status: 200, body: 'abc' } });
    const parts: string[] = [];
    socket.on('data', (part) => parts.push(part.toString()));
    await waitUntil(() => socket.received().endsWith('\r\n\r\nabc'));
    expect(parts.length).toBeGreaterThan(1);
    socket.write(`${HOME}\r\nHost: cluster\r\n\r\n`);
    await waitUntil(() => socket.received().endsWith('</p>\n'));
  });

  it('with the delivery "endless" has a body that does not end', async () => {
    const { socket } = await sendWithFault({ delivery: 'endless' });
    await waitUntil(() => socket.received().length > 100_000);
    expect(socket.received()).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  it('with the delivery "keep-open" leaves the connection open although the client asked to close it', async () => {
    const { gateway, socket } = await sendWithFault({ delivery: 'keep-open' }, `${HOME}\r\nConnection: close`);
    await waitUntil(() => socket.received().endsWith('</p>\n'));
    expect((await fetch(gateway.url)).status).toBe(200);
    expect(socket.readableEnded).toBe(false);
  });

  it('with the status 101 leaves the connection open', async () => {
    const { socket } = await sendWithFault({
      answer: { status: 101, headers: { Upgrade: 'h2c', Connection: 'Upgrade' } },
    });
    await waitUntil(() => socket.received().endsWith('\r\n\r\n'));
    expect(socket.received()).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n/);
    expect(socket.readableEnded).toBe(false);
  });

  it('with a header that HTTP forbids is replaced by an E_FAIL error, and the gateway continues', async () => {
    const { gateway, socket } = await sendWithFault({ answer: { status: 200, headers: { 'a b': 'c' } } });
    await waitUntil(() => socket.received().endsWith('}}'));
    expect(socket.received()).toMatch(/^HTTP\/1\.1 500 E_FAIL/);
    expect((await fetch(gateway.url)).status).toBe(200);
  });

  it.each<[string, Fault[]]>([
    ['a response', []],
    ['a response that is cut off', [{ delivery: { cutAfterBytes: 3 } }]],
  ])('has the date of the clock, which can be advanced: %s', async (_, faults) => {
    const gateway = await startTestGateway({
      clock: { now: () => Date.UTC(2026, 0, 1), sleep: () => Promise.resolve() },
    });
    gateway.addFaults(faults);
    gateway.advance(40 * 60_000);
    const socket = sendRaw(gateway, HOME);
    await waitUntil(() => socket.received().includes('\r\n\r\n'));
    expect(socket.received()).toContain('\r\nDate: Thu, 01 Jan 2026 00:40:00 GMT\r\n');
  });
});
