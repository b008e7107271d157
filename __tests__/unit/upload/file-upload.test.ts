// The upload of one file in one request.
import { expect, it } from 'vitest';
import { openImageStore } from '../../../src/image-store/client.js';
import { openUploadStore } from '../../../src/image-store/upload-client.js';
import { createAdaptiveLimiter } from '../../../src/shared/adaptive-limiter.js';
import { uploadInOneRequest } from '../../../src/upload/file-upload.js';
import { standingClock } from '../../support/standing-clock.js';
import { packageFile } from '../../support/upload-outcomes.js';

it('takes the time from its first request on, without that in which it waited for a turn', async () => {
  const clock = standingClock();
  const { signal } = new AbortController();
  const random = (): number => 0;
  const lanes = createAdaptiveLimiter({ clock, concurrency: 1, random, signal });
  const storeOptions = {
    endpointUrl: 'http://cluster:19080',
    clock,
    newRequestId: () => 'id',
    authorization: undefined,
    redact: (text: string) => text,
    runLabel: 'run',
    transport: {
      exchange: async () => {
        clock.pass(900);
        return { status: 200, reasonPhrase: 'OK', headers: {}, body: '', truncated: false };
      },
      close: () => undefined,
    },
  };
  const context = {
    sessionStore: openImageStore(storeOptions),
    store: openUploadStore(storeOptions),
    lanes,
    limits: { timeoutSeconds: 60, maxAttempts: 5, concurrency: 1 },
    clock,
    random,
    signal,
    onEvent: () => undefined,
    countAttempt: () => undefined,
  };
  let endEarlier = (): void => undefined;
  const earlier = new Promise<void>((resolve) => {
    endEarlier = resolve;
  });
  const running = lanes.run(() => earlier);
  const uploading = uploadInOneRequest(packageFile('a.dll', 0), context);
  clock.pass(40_000);
  endEarlier();
  await running;
  expect(await uploading).toMatchObject({ result: 'published', attempts: 1, durationMs: 900 });
});
