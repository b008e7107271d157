// The inputs about server verification: which server certificates to accept. Apart from the verification itself, which
// every https endpoint needs: this is loaded only where one of these inputs is set.
import type { ServerTrust } from '../http/server-trust.js';
import { dropInvisible } from '../shared/sanitize.js';
import { lookAlikeNote, quote, type ReportProblem, wrongValue } from './input-problems.js';
import { lookAlikeDashes } from './look-alikes.js';
import { describeUnsupported, describeUnusable, readPasted } from './pasted-content.js';

/** The inputs, trimmed; empty when not set. */
export interface TrustInputs {
  readonly serverCa: string;
  readonly thumbprints: string;
  readonly commonNames: string;
}

const acceptedThumbprints =
  'SHA-1 (40 hex digits) or SHA-256 (64 hex digits) thumbprints, separated by commas or new lines';
const acceptedNames = 'one or more names, separated by commas or new lines';

/** Parses and checks the inputs. The caller has checked which of them exclude each other. */
export function readTrust(
  { serverCa, thumbprints, commonNames }: TrustInputs,
  reportProblem: ReportProblem,
): ServerTrust | undefined {
  const ca = serverCa === '' ? [] : parseAuthorities(serverCa, reportProblem);
  const pins = thumbprints === '' ? [] : parseThumbprints(thumbprints, reportProblem);
  const names = commonNames === '' ? [] : parseCommonNames(commonNames, reportProblem);
  if (ca === undefined || pins === undefined || names === undefined) return undefined;
  if (pins.length > 0) return { kind: 'thumbprints', thumbprints: pins };
  return names.length === 0 ? { kind: 'authority', ca } : { kind: 'common names', ca, names };
}

const acceptedAuthorities = 'one or more PEM certificates, or base64 of them';

/** The certificates as PEM, in their order; ignores keys among them. */
function parseAuthorities(input: string, reportProblem: ReportProblem): readonly string[] | undefined {
  const pasted = readPasted(input);
  if (pasted.kind === 'unsupported') {
    return reportProblem(describeUnsupported('server-ca', pasted, acceptedAuthorities));
  }
  const { certificates, pfx, unusable } = pasted;
  if (pfx !== undefined) return reportProblem(`server-ca is base64 of a PFX; it takes ${acceptedAuthorities}.`);
  // Left out, an authority in another form would be missed only when its server is not trusted.
  const otherForms = unusable.filter(({ standsFor }) => standsFor !== 'key');
  if (otherForms.length > 0) return reportProblem(describeUnusable('server-ca', otherForms, acceptedAuthorities));
  return certificates.length > 0
    ? certificates.map(String)
    : reportProblem(`server-ca holds a key but no certificate; it takes ${acceptedAuthorities}.`);
}

function parseThumbprints(value: string, reportProblem: ReportProblem): readonly string[] | undefined {
  const name = 'server-certificate-thumbprints';
  const items = splitList(value);
  if (items.length === 0) return reportProblem(wrongValue(name, acceptedThumbprints, value));
  const thumbprints = items.map((item) => ({ item, thumbprint: normalizeThumbprint(item) }));
  const invalid = thumbprints.filter(({ thumbprint }) => !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(thumbprint));
  for (const { item } of invalid) {
    reportProblem(`${name} must be ${acceptedThumbprints}, but contains ${quote(item)}.`);
  }
  return invalid.length > 0 ? undefined : thumbprints.map(({ thumbprint }) => thumbprint);
}

/** What programs print before a thumbprint: `SHA1 Fingerprint=`, `Cert Hash(sha1): `, `Thumbprint : `. */
const thumbprintLabel = /^.*(?:thumbprint|finger ?print|hash|sha-?(?:1|256))[^:=]*[=:]/i;

/** Accepts the digits as programs print them and people write them down, in pairs and in quotation marks. */
function normalizeThumbprint(item: string): string {
  return dropInvisible(item)
    .replace(thumbprintLabel, '')
    .replace(/[\s:.\p{Pd}"'`“”‘’[\]{}()]/gu, '')
    .replace(/^0x/i, '')
    .toUpperCase();
}

function parseCommonNames(value: string, reportProblem: ReportProblem): readonly string[] | undefined {
  const items = splitList(value);
  const names = items.map((item) => dropInvisible(item).replace(/^["'`“”‘’\s]+|["'`“”‘’\s]+$/g, ''));
  if (items.length === 0 || names.includes('')) {
    return reportProblem(wrongValue('server-common-names', acceptedNames, value));
  }
  const wrong = items.filter((item) => lookAlikeDashes(item) !== undefined);
  for (const item of wrong) {
    reportProblem(`server-common-names must be ${acceptedNames}, but contains ${quote(item)}.${lookAlikeNote(item)}`);
  }
  return wrong.length > 0 ? undefined : names;
}

/** Blanks are no separators: they can be part of a thumbprint. */
function splitList(value: string): readonly string[] {
  return value
    .split(/[,;\r\n]+/)
    .map((item) => item.trim())
    .filter((item) => dropInvisible(item) !== '');
}
