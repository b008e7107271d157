"use strict";
exports.id = 44;
exports.ids = [44];
exports.modules = {

/***/ 44:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tellProgress: () => (/* binding */ tellProgress)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(151);
/* harmony import */ var _session_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41);
// The course of many sessions, told at intervals. Loaded only where there are many.


/** So many failures are told as they happen; all are in the outputs and the summary. */
const failuresTold = 10;
/** How often the course of many sessions is told: at this share of them, or after this time. */
const [progressShare, progressMs] = [0.1, 15_000];
/** Tells how far many sessions are, and the first failures; the rest is for those who debug. */
function tellProgress(total, told) {
    const { clock, log, target } = told;
    const startedMs = clock.now();
    const count = { committed: 0, failed: 0, unknown: 0 };
    const inFlight = new Set();
    let [toldAt, toldMs] = [0, startedMs];
    log.info(`Committing ${total} upload sessions at ${target.url}`);
    return (event) => {
        if (log.isDebug)
            log.debug((0,_session_log_js__WEBPACK_IMPORTED_MODULE_0__/* .eventLine */ .V8)(event, told));
        if (event.kind === 'begun')
            inFlight.add(event.sessionId);
        if (event.kind !== 'ended')
            return;
        const { outcome } = event;
        inFlight.delete(event.sessionId);
        count[outcome.result] += 1;
        const { committed, failed, unknown } = count;
        if (outcome.result !== 'committed' && failed + unknown <= failuresTold)
            log.info((0,_session_log_js__WEBPACK_IMPORTED_MODULE_0__/* .eventLine */ .V8)(event, told));
        const [done, nowMs] = [committed + failed + unknown, clock.now()];
        if (done < total && done - toldAt < total * progressShare && nowMs - toldMs < progressMs)
            return;
        [toldAt, toldMs] = [done, nowMs];
        const left = ((nowMs - startedMs) / done) * (total - done);
        const rest = done === total ? `in ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(nowMs - startedMs)}` : `${inFlight.size} in flight, about ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(left)} left`;
        log.info(`${done} of ${total} done: ${committed} committed, ${failed} failed, ${unknown} unknown; ${rest}`);
    };
}


/***/ })

};
;