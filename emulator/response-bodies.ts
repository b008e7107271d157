// The JSON of sessions and content: member order, integers as strings, dates as the api-version wants them.

import type { Folder, StoredFile } from './file-store.js';
import { expectedRanges, type UploadSession } from './upload-sessions.js';

/** Sessions as GetUploadSession answers them (uploadsession.h, uploadsessioninfo.h). */
export function sessionListing(sessions: readonly UploadSession[], apiVersion: number): unknown {
  return {
    UploadSessions: sessions.map((session) => ({
      StoreRelativePath: session.path,
      SessionId: session.id,
      FileSize: String(session.sizeBytes),
      ModifiedDate: date(session.modifiedMs, apiVersion),
      ExpectedRanges: expectedRanges(session).map(({ start, end }) => ({
        StartPosition: String(start),
        EndPosition: String(end),
      })),
    })),
  };
}

/** Files and folders (StoreFileInfo.h, StorePagedContentInfo.h); api-versions 1.0, 2.0 and 3.0 know no paging. */
export function contentListing(files: readonly StoredFile[], folders: readonly Folder[], apiVersion: number): unknown {
  const listing = {
    StoreFiles: files.map((file) => ({
      StoreRelativePath: file.path,
      FileVersion: {
        EpochDataLossNumber: String(file.version.dataLoss),
        VersionNumber: String(file.version.number),
        EpochConfigurationNumber: String(file.version.configuration),
      },
      FileSize: String(file.bytes.byteLength),
      ModifiedDate: date(file.modifiedMs, apiVersion),
    })),
    StoreFolders: folders.map(({ path, fileCount }) => ({ StoreRelativePath: path, FileCount: String(fileCount) })),
  };
  return [1, 2, 3].includes(apiVersion) ? listing : { ...listing, ContinuationToken: '' };
}

const TICKS_FROM_1601_TO_1970 = 116_444_736_000_000_000n;

// JsonReaderWriter.h: ISO 8601 from api-version 3.0 on, before that 100 ns ticks since 1601.
function date(ms: number, apiVersion: number): string {
  return apiVersion >= 3 ? new Date(ms).toISOString() : String(BigInt(ms) * 10_000n + TICKS_FROM_1601_TO_1970);
}
