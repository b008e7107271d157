"use strict";
const require_index = require("./index.js");
// build/src/commit/session-progress.js
const failuresTold = 10;
const [progressShare, progressMs] = [.1, 15e3];
function tellProgress(total, told) {
	const { clock, log, target } = told;
	const startedMs = clock.now();
	const count = {
		committed: 0,
		failed: 0,
		unknown: 0
	};
	const inFlight = new Set();
	let [toldAt, toldMs] = [0, startedMs];
	log.info(`Committing ${total} upload sessions at ${target.url}`);
	return (event) => {
		if (log.isDebug) log.debug(require_index.eventLine(event, told));
		if (event.kind === "begun") inFlight.add(event.sessionId);
		if (event.kind !== "ended") return;
		const { outcome } = event;
		inFlight.delete(event.sessionId);
		count[outcome.result] += 1;
		const { committed, failed, unknown } = count;
		if (outcome.result !== "committed" && failed + unknown <= failuresTold) log.info(require_index.eventLine(event, told));
		const [done, nowMs] = [committed + failed + unknown, clock.now()];
		if (done < total && done - toldAt < total * progressShare && nowMs - toldMs < progressMs) return;
		[toldAt, toldMs] = [done, nowMs];
		const left = (nowMs - startedMs) / done * (total - done);
		const rest = done === total ? `in ${require_index.duration(nowMs - startedMs)}` : `${inFlight.size} in flight, about ${require_index.duration(left)} left`;
		log.info(`${done} of ${total} done: ${committed} committed, ${failed} failed, ${unknown} unknown; ${rest}`);
	};
}
exports.tellProgress = tellProgress;
