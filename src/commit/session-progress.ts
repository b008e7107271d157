// The course of many sessions, told at intervals. Loaded only where there are many.
import { duration } from '../shared/format.js';
import { eventLine, type Tell, type Told } from './session-log.js';

/** So many failures are told as they happen; all are in the outputs and the summary. */
const failuresTold = 10;
/** How often the course of many sessions is told: at this share of them, or after this time. */
const [progressShare, progressMs] = [0.1, 15_000];

/** Tells how far many sessions are, and the first failures; the rest is for those who debug. */
export function tellProgress(total: number, told: Told): Tell {
  const { clock, log, target } = told;
  const startedMs = clock.now();
  const count = { committed: 0, failed: 0, unknown: 0 };
  const inFlight = new Set<string>();
  let [toldAt, toldMs] = [0, startedMs];
  log.info(`Committing ${total} upload sessions at ${target.url}`);
  return (event) => {
    if (log.isDebug) log.debug(eventLine(event, told));
    if (event.kind === 'begun') inFlight.add(event.sessionId);
    if (event.kind !== 'ended') return;
    const { outcome } = event;
    inFlight.delete(event.sessionId);
    count[outcome.result] += 1;
    const { committed, failed, unknown } = count;
    if (outcome.result !== 'committed' && failed + unknown <= failuresTold) log.info(eventLine(event, told));

    const [done, nowMs] = [committed + failed + unknown, clock.now()];
    if (done < total && done - toldAt < total * progressShare && nowMs - toldMs < progressMs) return;
    [toldAt, toldMs] = [done, nowMs];
    const left = ((nowMs - startedMs) / done) * (total - done);
    const rest =
      done === total ? `in ${duration(nowMs - startedMs)}` : `${inFlight.size} in flight, about ${duration(left)} left`;
    log.info(`${done} of ${total} done: ${committed} committed, ${failed} failed, ${unknown} unknown; ${rest}`);
  };
}
