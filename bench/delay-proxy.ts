// A network with a round trip: forwards connections to a server, and every byte arrives half a round trip after it was
// sent. Runs when forked by upload-servers.ts, with the server's port and the round trip in milliseconds.
import * as net from 'node:net';

const [serverPort, roundTripMs] = process.argv.slice(2).map(Number);
if (serverPort === undefined || roundTripMs === undefined) throw new TypeError('A port and a round trip are needed.');
const halfRoundTripMs = roundTripMs / 2;

/** Timers have whole milliseconds: what arrives within half of one from now arrives now, so that the mean is right. */
const timerPrecisionMs = 0.5;

interface Delivery {
  readonly arrivalMs: number;
  readonly deliver: () => void;
}

/**
 * Forwards one direction of a connection. Nothing limits how much is on its way; but while the receiver takes nothing
 * more, nothing more is read from the sender.
 * @param connectedMs when the sender knows that it is connected: what it sends before leaves only then
 */
function forward(from: net.Socket, to: net.Socket, connectedMs: number): void {
  const onTheWay: Delivery[] = [];
  let isTimerSet = false;
  const deliverDue = (): void => {
    const nowMs = performance.now() + timerPrecisionMs;
    for (let [next] = onTheWay; next !== undefined && next.arrivalMs <= nowMs; [next] = onTheWay) {
      onTheWay.shift();
      next.deliver();
    }
    const [next] = onTheWay;
    if (next === undefined || isTimerSet) return;
    isTimerSet = true;
    setTimeout(onTimer, Math.max(1, next.arrivalMs - performance.now()));
  };
  const onTimer = (): void => {
    isTimerSet = false;
    deliverDue();
  };
  const send = (deliver: () => void): void => {
    onTheWay.push({ arrivalMs: Math.max(performance.now(), connectedMs) + halfRoundTripMs, deliver });
    deliverDue();
  };
  from.on('data', (bytes) =>
    send(() => {
      if (!to.destroyed && !to.write(bytes)) from.pause();
    }),
  );
  to.on('drain', () => from.resume());
  from.once('end', () => send(() => to.end()));
  from.once('close', () => send(() => to.destroy()));
  from.on('error', () => from.destroy());
}

const proxy = net.createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
  const server = net.connect({ port: serverPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  // The kernel has told the client already that it is connected, which takes a round trip on a network.
  forward(client, server, performance.now() + roundTripMs);
  forward(server, client, 0);
});
proxy.listen(0, '127.0.0.1', () => process.send?.(proxy.address()));
process.once('disconnect', () => process.exit());
