// The JSON bodies of session and content responses: member order, integers as strings, dates by api-version.

import type { StoredFile } from './file-store.js';
import type { Folder } from './listing.js';
import { expectedRanges, type UploadSession } from './upload-sessions.js';

/** The body of GetUploadSession (uploadsession.h, uploadsessioninfo.h). */
export function sessionsBody(sessions: readonly UploadSession[], apiVersion: number): unknown {
  return {
    UploadSessions: sessions.map((session) => ({
      StoreRelativePath: session.path,
      SessionId: session.id,
      FileSize: String(session.sizeBytes),
      ModifiedDate: formatDate(session.modifiedMs, apiVersion),
      ExpectedRanges: expectedRanges(session).map(({ start, end }) => ({
        StartPosition: String(start),
        EndPosition: String(end),
      })),
    })),
  };
}

/** The body of a content listing (StoreFileInfo.h, StorePagedContentInfo.h). */
export function contentBody(
  files: readonly StoredFile[],
  folders: readonly Folder[],
  apiVersion: number,
  continuationToken: string,
): unknown {
  const content = {
    StoreFiles: files.map((file) => ({
      StoreRelativePath: file.path,
      FileVersion: {
        EpochDataLossNumber: String(file.version.dataLoss),
        VersionNumber: String(file.version.number),
        EpochConfigurationNumber: String(file.version.configuration),
      },
      FileSize: String(file.content.sizeBytes),
      ModifiedDate: formatDate(file.modifiedMs, apiVersion),
    })),
    StoreFolders: folders.map(({ path, fileCount }) => ({ StoreRelativePath: path, FileCount: String(fileCount) })),
  };
  return isPaged(apiVersion) ? { ...content, ContinuationToken: continuationToken } : content;
}

/** imagestorehandler.cpp: only api-versions 1.0, 2.0 and 3.0 are not paged. */
export function isPaged(apiVersion: number): boolean {
  return ![1, 2, 3].includes(apiVersion);
}

const ticksFrom1601To1970 = 116_444_736_000_000_000n;

// JsonReaderWriter.h: ISO 8601 from api-version 3.0 on; before that, the number of 100 ns ticks since 1601.
function formatDate(ms: number, apiVersion: number): string {
  return apiVersion >= 3 ? new Date(ms).toISOString() : String(BigInt(ms) * 10_000n + ticksFrom1601To1970);
}
