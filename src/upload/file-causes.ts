// Why a file is not published, where that is more than one failed request.
import type { FileOutcome, FileReason } from './upload-events.js';

export interface FileCause {
  /** As the rest of a sentence that says "because". */
  readonly cause: string;
  /** What to do about it, as a sentence. */
  readonly advice?: string;
}

const causes: Partial<Readonly<Record<FileReason, FileCause>>> = {
  lost: {
    cause: 'the cluster lost the upload session again and again',
    advice: 'Check the health of fabric:/System/ImageStoreService.',
  },
  wrongSize: {
    cause: 'the cluster joined the chunks to a file of another size, twice',
    advice:
      'Check that the disks of the nodes are not full: a gateway stores a part of a chunk then, without an error.',
  },
  conflict: {
    cause: 'another file has the same upload session',
    advice: 'Wait until nothing else uploads to this path, then run the job again.',
  },
  cancelled: { cause: 'the step was cancelled' },
  changed: {
    cause: 'the file changed while it was being uploaded',
    advice: 'Let nothing write to the package folder during the upload.',
  },
  unreadable: { cause: 'the file cannot be read', advice: 'Check its permissions, and the disk of the runner.' },
  notStarted: { cause: 'the step ended before the file was sent' },
};

/** The cause that the upload itself has found; undefined when the last request tells it. */
export function findFileCause({ reason }: FileOutcome): FileCause | undefined {
  return reason && causes[reason];
}
