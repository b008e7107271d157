// The Microsoft Entra access token: its syntax and its claims.
import { Buffer } from 'node:buffer';
import { elements, member, parseJson, wholeNumber } from '../shared/json.js';
import { sanitize } from '../shared/sanitize.js';
import type { ReportProblem } from './input-problems.js';
import { misplacedText } from './misplaced-text.js';
import { plainText } from './pasted-text.js';

export interface AccessToken {
  /** Secret. Without the word Bearer. */
  readonly value: string;
  readonly claims: TokenClaims;
}

/** The claims of a token. Its signature is not verified, so they explain a refusal and decide nothing. */
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

/** The issuer of the tokens that GitHub gives to workflows. */
const workflowIssuer = 'https://token.actions.githubusercontent.com';

/** Three parts of base64url (RFC 7515, section 3.1). */
const jwt = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Reads the token, with or without `Bearer ` before it, in quotation marks or wrapped in lines. */
export function readAccessToken(input: string, reportProblem: ReportProblem): AccessToken | undefined {
  const text = withoutQuotes(withoutQuotes(plainText(input)).replace(/^(?:Authorization:\s*)?Bearer(?:\s+|$)/i, ''));
  const value = text.replace(/\n+/g, '');
  // The name of a .NET type has three parts, too.
  const isToken = jwt.test(value) && misplacedText(value) === undefined;
  const isOfWorkflow = isToken && member(parseClaims(value), 'iss') === workflowIssuer;
  if (isToken && !isOfWorkflow) return { value, claims: readClaims(value) };
  const description = isOfWorkflow
    ? 'is the OIDC token of this workflow, which azure/login exchanges for one of Entra'
    : describeOther(text);
  return reportProblem(`access-token ${description}; it takes a Microsoft Entra token alone (${howToGet}).`);
}

/** Copied from JSON or YAML, a token has quotation marks around it. */
function withoutQuotes(text: string): string {
  return text.replace(/^["'`“”‘’\s]+|["'`“”‘’\s]+$/g, '');
}

/** What else is pasted as a token, by its form. The first that fits counts. */
const otherForms: readonly { readonly pattern: RegExp; readonly description: string }[] = [
  { pattern: /^$/, description: 'holds no token' },
  {
    pattern: /^\{.*"?(?:accessToken|access_token|token)"?\s*:/is,
    description: 'is the JSON that a token comes in; give its member alone, with --query accessToken --output tsv',
  },
  { pattern: /^[{[]/, description: 'is JSON' },
  { pattern: /^(?:gh[opusr]_|github_pat_)\w+$/, description: 'is a GitHub token' },
  { pattern: /^-----BEGIN/, description: 'is a PEM, which belongs in client-certificate or client-key' },
  { pattern: /^Basic\s/i, description: 'is a user and a password (Basic)' },
  { pattern: /^(?:\?|.*&)?s[vrtpe]=.*&?sig=/is, description: 'is a shared access signature of Azure Storage' },
  {
    pattern: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
    description: 'is a GUID, perhaps the ID of an application',
  },
  {
    pattern: /^[\w.~-]{3}\dQ~[\w.~-]+$/,
    description: 'is the secret of an application, with which a token is requested',
  },
  { pattern: /^[\w-]+(?:\.[\w-]*){4}$/, description: 'is an encrypted token (five parts)' },
  {
    pattern: /^eyJ[\w-]*(?:\.[\w-]*){0,2}$/,
    description: 'is a part of a token; copy it from its first to its last character',
  },
];

function describeOther(text: string): string {
  const misplaced = misplacedText(text);
  if (misplaced !== undefined) return `${misplaced.description} (${misplaced.remedy.replace(/\.$/, '')})`;
  const form = otherForms.find(({ pattern }) => pattern.test(text));
  if (form !== undefined) return form.description;
  if (isBase64OfToken(text)) return 'is base64 of a token; decode it first';
  if (/\s/.test(text)) return 'has a blank or a line break in it';
  return /^[\w.~+/=-]+$/.test(text)
    ? 'is no JWT, which has three parts separated by dots'
    : 'has characters that no token has';
}

function isBase64OfToken(text: string): boolean {
  return /^[\w+/-]+={0,2}$/.test(text) && jwt.test(Buffer.from(text, 'base64').toString('latin1').trim());
}

/** The last date that JavaScript can represent. */
const maxDateMs = 8_640_000_000_000_000;

function parseClaims(token: string): unknown {
  const [, payload = ''] = token.split('.');
  return parseJson(Buffer.from(payload, 'base64url').toString());
}

function readClaims(token: string): TokenClaims {
  const claims = parseClaims(token);
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
