// Whom the author trusts, parsed and checked. Apart from the judging, which every https endpoint needs: this is loaded
// only where one of the inputs is set.

import type { Trust } from '../http/server-trust.js';
import { quote, type ReportProblem } from './input-problems.js';
import { readCertificates } from './pem.js';

/** The inputs as written, trimmed; empty when unset. */
export interface TrustInputs {
  serverCa: string;
  thumbprints: string;
  commonNames: string;
}

/** Parses and checks whom the author trusts. Which inputs exclude each other has been settled before. */
export function readTrust(
  { serverCa, thumbprints, commonNames }: TrustInputs,
  reportProblem: ReportProblem,
): Trust | undefined {
  const ca = serverCa === '' ? [] : readCertificates('server-ca', serverCa, reportProblem);
  const pins = thumbprints === '' ? [] : readThumbprints(thumbprints, reportProblem);
  const names = listed(commonNames);
  if (commonNames !== '' && names.length === 0) reportProblem('server-common-names holds no name.');
  if (ca === undefined || pins === undefined || (commonNames !== '' && names.length === 0)) return undefined;
  if (pins.length > 0) return { kind: 'thumbprints', thumbprints: pins };
  return names.length === 0 ? { kind: 'authority', ca } : { kind: 'common names', ca, names };
}

function readThumbprints(value: string, reportProblem: ReportProblem): readonly string[] | undefined {
  const written = listed(value);
  if (written.length === 0) return reportProblem('server-certificate-thumbprints holds no thumbprint.');
  const pins = written.map((each) =>
    each
      // As `openssl x509 -fingerprint` prints it, or as certificate dialogs let it be copied, with a mark in front.
      .replace(/^sha-?(?:1|256)\s*(?:fingerprint)?\s*[=:]/i, '')
      .replace(/[\s:\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
      .toUpperCase(),
  );
  const wrong = written.filter((_, index) => !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(pins[index] ?? ''));
  for (const each of wrong) {
    reportProblem(
      `server-certificate-thumbprints holds ${quote(each)}, which is no thumbprint: it takes SHA-1 (40 hex digits) or SHA-256 (64), separated by commas or new lines.`,
    );
  }
  return wrong.length > 0 ? undefined : pins;
}

function listed(value: string): readonly string[] {
  return value
    .split(/[,\r\n]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
