// The Microsoft Entra access token: its syntax and its claims.
import { Buffer } from 'node:buffer';
import { elements, member, parseJson, wholeNumber } from '../shared/json.js';
import { sanitize } from '../shared/sanitize.js';
import type { ReportProblem } from './input-problems.js';

export interface AccessToken {
  /** Secret. Without the word Bearer. */
  readonly value: string;
  readonly claims: TokenClaims;
}

/**
 * The claims of a token. Its signature is not verified, so they explain a refusal and decide nothing. All are missing
 * when the token is not a JWT.
 */
export interface TokenClaims {
  /** The applications that the token is for, in one line. */
  readonly audience?: string;
  /** In milliseconds since 1970. */
  readonly expiresMs?: number;
  /** The application that requested the token. */
  readonly applicationId?: string;
  /** The identity that the token was issued to. */
  readonly objectId?: string;
}

const howToGet =
  'az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one';

/** Reads the token, with or without `Bearer ` before it. RFC 6750, section 2.1, lists its characters. */
export function readAccessToken(input: string, reportProblem: ReportProblem): AccessToken | undefined {
  const value = input.trim().replace(/^Bearer(?:\s+|$)/i, '');
  const reject = (reason: string): undefined =>
    reportProblem(`access-token ${reason}; it takes a Microsoft Entra token alone (${howToGet}).`);

  if (value === '') return reject('holds no token');
  if (value.startsWith('{')) return reject('is JSON, perhaps the whole answer that a token came in');
  if (/\s/.test(value)) return reject('has a blank or a line break in it');
  if (!/^[\w.~+/-]+=*$/.test(value)) return reject('has characters that no token has, perhaps quotation marks');
  return { value, claims: readClaims(value) };
}

/** The last date that JavaScript can represent. */
const maxDateMs = 8_640_000_000_000_000;

function readClaims(token: string): TokenClaims {
  const [, payload, signature, ...more] = token.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return {};
  const claims = parseJson(Buffer.from(payload, 'base64url').toString());
  /** The first of these claims that is a string. */
  const stringClaim = (...names: readonly string[]): string | undefined => {
    const value = names.map((name) => member(claims, name)).find((each) => typeof each === 'string');
    return typeof value === 'string' ? sanitize(value, 200) : undefined;
  };
  const audiences = elements(member(claims, 'aud')).filter((each) => typeof each === 'string');
  const audience = audiences.length > 0 ? sanitize(audiences.join(', '), 200) : stringClaim('aud');
  const applicationId = stringClaim('appid', 'azp');
  const objectId = stringClaim('oid');
  const expiresMs = (wholeNumber(member(claims, 'exp')) ?? Number.NaN) * 1_000;
  return {
    ...(audience !== undefined && { audience }),
    ...(expiresMs <= maxDateMs && { expiresMs }),
    ...(applicationId !== undefined && { applicationId }),
    ...(objectId !== undefined && { objectId }),
  };
}

/** Warnings to log before the token is used. */
export function tokenWarnings({ expiresMs }: TokenClaims, epochMs: number): readonly string[] {
  if (expiresMs === undefined || expiresMs > epochMs) return [];
  const date = new Date(expiresMs).toISOString();
  return [`access-token ended on ${date}, so the cluster will refuse it; get a new one right before this step.`];
}
