// The image store's REST calls that upload, list and delete, with their answers as types.
import type { FileSlice } from '../http/request-body.js';
import type { HttpRequest } from '../http/transport.js';
import type { Attempt } from './attempt.js';
import { apiVersion, type Exchange, exchange, type ImageStoreOptions, requestTo } from './client.js';
import { type ByteRange, type FolderLookup, readContent, readFolderPage, urlPath } from './responses.js';

/** What a request that changes something may take. */
export interface RequestLimits {
  /** What the cluster may take, once it has the whole request. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

/** What a request that sends bytes reports, and may take. */
export interface TransferLimits extends RequestLimits {
  /** Is told how many bytes the socket has taken since the last call. */
  readonly onProgress: (bytes: number) => void;
}

/** A chunk of an upload session. */
export interface Chunk {
  readonly sessionId: string;
  /** The whole path in the image store. */
  readonly path: string;
  /** The file on this machine. */
  readonly localPath: string;
  readonly range: ByteRange;
  /** The size of the whole file. */
  readonly sizeBytes: number;
}

/** The image store of one cluster, for uploads. Each call sends one request and resolves whatever comes of it. */
export interface UploadStore {
  /** Uploads a whole file, an empty one without a body. */
  putFile(path: string, content: FileSlice | undefined, limits: TransferLimits): Promise<Attempt>;
  /** Uploads a chunk. The first one of a session creates it. */
  putChunk(chunk: Chunk, limits: TransferLimits): Promise<Attempt>;
  /** Lists one page of a folder. @param continuationToken as the page before has it; empty for the first page */
  listFolder(path: string, continuationToken: string, deadlineMs: number, signal: AbortSignal): Promise<FolderLookup>;
  /** Deletes a file, or a folder with everything below it. */
  deleteContent(path: string, limits: RequestLimits): Promise<Attempt>;
  deleteSession(sessionId: string, limits: RequestLimits): Promise<Attempt>;
}

/** So much longer than the cluster the action waits: the kernel can hold most of a chunk that nobody has read yet. */
const uploadGraceMs = 60_000;
/** The same for requests without a body. */
const graceMs = 15_000;
/** A page of a listing has up to 3 MiB (ProcessListRequestAsyncOperation.cpp). */
const maxPageBytes = 8 * 2 ** 20;

/** A client of the image store behind an endpoint. */
export function openUploadStore(options: ImageStoreOptions): UploadStore {
  const send = (
    method: HttpRequest['method'],
    target: string,
    details: Parameters<typeof exchange>[2],
  ): Promise<Exchange> => exchange(method, target, details, options);

  const upload = async (
    target: string,
    content: FileSlice | undefined,
    { timeoutSeconds, signal, onProgress }: TransferLimits,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Attempt> => {
    const deadlineMs = timeoutSeconds * 1_000 + uploadGraceMs;
    const body = content && { body: content, onProgress, getFirst: () => bodylessRequest(options) };
    return (await send('PUT', target, { deadlineMs, signal, headers, ...body })).attempt;
  };
  const remove = async (target: string, { timeoutSeconds, signal }: RequestLimits): Promise<Attempt> =>
    (await send('DELETE', target, { deadlineMs: timeoutSeconds * 1_000 + graceMs, signal })).attempt;

  return {
    putFile: (path, content, limits) => upload(`${urlPath(path)}?${commonQuery(limits)}`, content, limits),
    putChunk: ({ sessionId, path, localPath, range, sizeBytes }, limits) => {
      const { start, end } = range;
      return upload(
        `${urlPath(path)}/$/UploadChunk?${commonQuery(limits)}&session-id=${sessionId}`,
        { path: localPath, start, sizeBytes: end - start + 1 },
        limits,
        { 'content-range': `bytes ${start}-${end}/${sizeBytes}` },
      );
    },
    listFolder: async (path, continuationToken, deadlineMs, signal) => {
      const token = continuationToken && `&ContinuationToken=${inQuery(continuationToken)}`;
      const target = `${urlPath(path)}?api-version=${apiVersion}${token}`;
      const { attempt, body } = await send('GET', target, { deadlineMs, signal, maxResponseBytes: maxPageBytes });
      const status = attempt.kind === 'response' && attempt.body !== 'tooLarge' ? attempt.status : undefined;
      if (status === 204) return { kind: 'empty' };
      if (status === 404 && body.trim() === '') return { kind: 'notFound' };
      if (status === 200 && readContent(body, path, undefined)) return { kind: 'file' };
      const page = status === 200 ? readFolderPage(body, path) : undefined;
      return page ? { kind: 'page', page } : { kind: 'failed', attempt };
    },
    deleteContent: (path, limits) => remove(`${urlPath(path)}?${commonQuery(limits)}`, limits),
    deleteSession: (sessionId, limits) =>
      remove(`$/DeleteUploadSession?${commonQuery(limits)}&session-id=${sessionId}`, limits),
  };
}

/** A look-up of a session that nobody has: every gateway answers it at once. */
function bodylessRequest(options: ImageStoreOptions): Pick<HttpRequest, 'url' | 'headers'> {
  const sessionId = options.newRequestId();
  return requestTo(`$/GetUploadSession?api-version=${apiVersion}&session-id=${sessionId}`, options);
}

function commonQuery({ timeoutSeconds }: RequestLimits): string {
  return `api-version=${apiVersion}&timeout=${timeoutSeconds}`;
}

/**
 * A continuation token as it came, but for the characters that would end or split the query. The store has escaped most
 * of them, and not the `%` of a name (StorePagedContentInfo.cpp); so what follows a `%` stays as it is.
 */
function inQuery(token: string): string {
  return token.replace(/[^!-~]|[#&="<>`{}|\\^[\]]/gu, encodeURIComponent);
}
