// The progress of many sessions, logged at intervals.
import { duration, grouped } from '../shared/format.js';
import { describeEvent, type LogContext, type OnEvent } from './session-log.js';

/** So many failures are logged as they happen; all are in the outputs and the summary. */
const loggedFailures = 10;
/** Progress is logged after this share of the sessions, or after this time. */
const progressShare = 0.1;
const progressIntervalMs = 15_000;
/** The last sessions often wait for a retry, so a guess of less time would be wrong. */
const shortestGuessMs = 10_000;

/** Logs how far the sessions are, and the first failures; every event is a debug line. */
export function createProgressLog(total: number, context: LogContext): OnEvent {
  const { clock, log, connection } = context;
  const startedMs = clock.now();
  const count = { committed: 0, failed: 0, unknown: 0 };
  const inFlight = new Set<string>();
  let loggedDone = 0;
  let loggedMs = startedMs;
  log.info(`Committing ${grouped(total)} upload sessions at ${connection.url}`);

  const logProgress = (): void => {
    const { committed, failed, unknown } = count;
    const done = committed + failed + unknown;
    const nowMs = clock.now();
    if (done < total && done - loggedDone < total * progressShare && nowMs - loggedMs < progressIntervalMs) return;
    loggedDone = done;
    loggedMs = nowMs;
    const leftMs = ((nowMs - startedMs) / done) * (total - done);
    const left = leftMs < shortestGuessMs ? '' : `, about ${duration(leftMs)} left`;
    const time = done === total ? `in ${duration(nowMs - startedMs)}` : `${inFlight.size} in flight${left}`;
    log.info(
      `${grouped(done)} of ${grouped(total)} done: ${grouped(committed)} committed, ${grouped(failed)} failed, ${grouped(unknown)} unknown; ${time}`,
    );
  };

  return (event) => {
    if (log.isDebug) log.debug(describeEvent(event, context));
    if (event.kind === 'started') inFlight.add(event.sessionId);
    if (event.kind !== 'finished') return;
    const { result } = event.outcome;
    inFlight.delete(event.sessionId);
    count[result] += 1;
    if (result !== 'committed' && count.failed + count.unknown <= loggedFailures)
      log.info(describeEvent(event, context));
    logProgress();
  };
}
