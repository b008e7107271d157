// The Microsoft Entra token: fit to be sent, and what it says of itself.
import { Buffer } from 'node:buffer';
import { elements, member, parseJson, wholeNumber } from '../shared/json.js';
import { sanitize } from '../shared/sanitize.js';
import type { ReportProblem } from './input-problems.js';

export interface AccessToken {
  /** The token alone, without a word before it. */
  value: string;
  claims: TokenClaims;
}

/**
 * What a token says of itself. Nobody has checked its signature, so it explains a refusal and decides nothing. All are
 * missing when the token is not a JWT.
 */
export interface TokenClaims {
  /** The applications that the token is for, in one line. */
  audience?: string;
  /** When it ends, in milliseconds since 1970. */
  expiresMs?: number;
  /** The application that asked for the token. */
  applicationId?: string;
  /** The identity that it was given to. */
  objectId?: string;
}

const howToGet =
  'az account get-access-token --resource <application ID of the cluster> --query accessToken --output tsv prints one';

/** Reads the token as pasted, with or without `Bearer ` before it. Its characters are those of RFC 6750, section 2.1. */
export function readAccessToken(written: string, reportProblem: ReportProblem): AccessToken | undefined {
  const value = written.trim().replace(/^Bearer(?:\s+|$)/i, '');
  const reject = (reason: string): undefined =>
    reportProblem(`access-token ${reason}; it takes a Microsoft Entra token alone (${howToGet}).`);

  if (value === '') return reject('holds no token');
  if (value.startsWith('{')) return reject('is JSON, perhaps the whole answer that a token came in');
  if (/\s/.test(value)) return reject('has a blank or a line break in it');
  if (!/^[\w.~+/-]+=*$/.test(value)) return reject('has characters that no token has, perhaps quotation marks');
  return { value, claims: readClaims(value) };
}

function readClaims(token: string): TokenClaims {
  const [, payload, signature, ...more] = token.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return {};
  const claims = parseJson(Buffer.from(payload, 'base64url').toString());
  const text = (...names: readonly string[]): string | undefined => {
    const value = names.map((name) => member(claims, name)).find((each) => typeof each === 'string');
    return typeof value === 'string' ? sanitize(value, 200) : undefined;
  };
  const aud = member(claims, 'aud');
  const several = elements(aud).filter((each) => typeof each === 'string');
  const audience = several.length > 0 ? sanitize(several.join(', '), 200) : text('aud');
  const applicationId = text('appid', 'azp');
  const objectId = text('oid');
  const expiresMs = (wholeNumber(member(claims, 'exp')) ?? Number.NaN) * 1_000;
  return {
    ...(audience !== undefined && { audience }),
    // Beyond this a number of milliseconds is no date.
    ...(expiresMs <= 8_640_000_000_000_000 && { expiresMs }),
    ...(applicationId !== undefined && { applicationId }),
    ...(objectId !== undefined && { objectId }),
  };
}

/** What to warn of before the token is used. */
export function tokenWarnings({ expiresMs }: TokenClaims, epochMs: number): readonly string[] {
  if (expiresMs === undefined || expiresMs > epochMs) return [];
  const date = new Date(expiresMs).toISOString();
  return [`access-token ended on ${date}, so the cluster will refuse it; get a new one right before this step.`];
}
