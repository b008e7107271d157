// How far an upload is, and about how much longer it takes.
import type { Clock } from '../shared/clock.js';
import { duration, grouped } from '../shared/format.js';
import type { Phase, UploadEvent } from './upload-events.js';

/** What an upload has to bring into the store. */
export interface UploadTotal {
  readonly files: number;
  readonly bytes: number;
}

export interface UploadProgress {
  readonly onEvent: (event: UploadEvent) => void;
  /** The progress as a line. The rate in it is that of the last few calls. */
  describe(): string;
}

/** The rate is that of so many intervals between calls. */
const rateIntervals = 3;
/** In the time that a small file needs in addition to its bytes, about so many bytes go through. */
const bytesPerFile = 256 * 1024;
/** The last requests often wait for a retry, so a guess of less time would be wrong. */
const shortestGuessMs = 10_000;

/** What had been done at some time. */
interface Sample {
  readonly atMs: number;
  readonly sentBytes: number;
  readonly files: number;
}

export function createUploadProgress(total: UploadTotal, clock: Clock): UploadProgress {
  const startedMs = clock.now();
  const storedBytes = new Map<string, number>();
  const samples: Sample[] = [{ atMs: startedMs, sentBytes: 0, files: 0 }];
  let phase: Phase = 'inspecting';
  let files = 0;
  let finishedBytes = 0;
  let sentBytes = 0;

  const describeSending = (now: Sample): string => {
    const stored = [...storedBytes.values()].reduce((sum, each) => sum + each, finishedBytes);
    const before = samples.at(-rateIntervals) ?? samples[0] ?? now;
    const elapsedMs = Math.max(1, now.atMs - before.atMs);
    const sentSince = now.sentBytes - before.sentBytes;
    const workSince = sentSince + (now.files - before.files) * bytesPerFile;
    const workLeft = total.bytes - stored + (total.files - files) * bytesPerFile;
    const left = describeLeft((workLeft / workSince) * elapsedMs);
    return (
      `${grouped(files)} of ${grouped(total.files)} files, ${mebibytes(stored)} of ${mebibytes(total.bytes)} MiB ` +
      `(${mebibytes((sentSince / elapsedMs) * 1_000)} MiB/s${left})`
    );
  };

  return {
    onEvent: (event) => {
      if (event.kind === 'phase') phase = event.phase;
      if (event.kind === 'bytesSent') sentBytes += event.bytes;
      if (event.kind === 'fileProgress') storedBytes.set(event.path, event.storedBytes);
      if (event.kind !== 'fileEnded') return;
      const { file, result } = event.outcome;
      storedBytes.delete(file.path);
      if (result !== 'published') return;
      files += 1;
      finishedBytes += file.sizeBytes;
    },
    describe: () => {
      const now: Sample = { atMs: clock.now(), sentBytes, files };
      const what = phase === 'sending' ? describeSending(now) : activities[phase];
      samples.push(now);
      return `After ${duration(now.atMs - startedMs)}: ${what}`;
    },
  };
}

const activities: Readonly<Record<Exclude<Phase, 'sending'>, string>> = {
  inspecting: 'looking up what is in the image store',
  verifying: 'all files are sent; comparing the image store with the package',
  marking: 'the image store holds all files; writing the markers of its folders',
  cleaning: 'the package is complete; deleting the upload sessions',
};

/** Rounded, because it is a guess; empty where even that would say too much. */
function describeLeft(ms: number): string {
  if (!Number.isFinite(ms) || ms < shortestGuessMs) return '';
  const step = ms < 600_000 ? 10_000 : 60_000;
  return `, about ${duration(Math.round(ms / step) * step)} left`;
}

function mebibytes(bytes: number): string {
  const number = bytes / 2 ** 20;
  return number < 10 ? number.toFixed(1) : grouped(Math.round(number));
}
