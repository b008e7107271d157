// Loaded in front of a program: leaves the most memory it ever had, in bytes, in a file when it ends.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(peakBytes())));

function peakBytes() {
  try {
    // getrusage remembers what the parent had when it forked; the high-water mark begins with the program itself.
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
