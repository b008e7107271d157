// Preloaded with --require: writes the peak resident memory of the process to a file on exit, in bytes.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(peakBytes())));

function peakBytes() {
  try {
    // The maxRSS of getrusage includes the parent's memory at the fork; VmHWM covers only the program itself.
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
