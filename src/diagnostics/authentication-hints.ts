// What to do about a 401, by the scheme that its WWW-Authenticate header asks for (RFC 9110, section 11.6.1).

import type { ResponseAttempt } from '../image-store/attempt.js';
import { sanitize } from '../shared/sanitize.js';
import type { Hint } from './hint.js';

/** Whether a challenge of one of these schemes is in the header, which may hold several. */
const asksFor =
  (...schemes: readonly string[]) =>
  ({ status, headers: { authenticate = '' } }: ResponseAttempt): boolean =>
    status === 401 && new RegExp(`(?:^|,)\\s*(?:${schemes.join('|')})(?=[\\s,]|$)`, 'i').test(authenticate);

const schemeOf = (authenticate = ''): string => sanitize(/^[^\s,]+/.exec(authenticate)?.[0] ?? 'another one', 60);

/** RFC 6750, section 3: why a bearer token was refused. */
function bearerError({ headers: { authenticate = '' } }: ResponseAttempt): string {
  const text = /\berror_description="([^"]+)"/i.exec(authenticate)?.[1] ?? /\berror="([^"]+)"/i.exec(authenticate)?.[1];
  return text === undefined ? '' : ` It says "${sanitize(text, 200)}".`;
}

/** The gateway itself uses 401 for Windows security only, so every other scheme is a front end's. */
export const authenticationHints: readonly Hint<ResponseAttempt>[] = [
  {
    applies: asksFor('Bearer'),
    cause: (_, { token }) =>
      token
        ? 'A front end of the cluster does not accept the access token'
        : 'A front end of the cluster asks for a bearer token',
    advice: (attempt, { token }) =>
      `${
        token
          ? `The token is for ${token.audience ?? 'an unknown audience'}: it must be one that the front end accepts, and must not have expired.`
          : 'Set access-token, over https.'
      }${bearerError(attempt)}`,
    source: 'RFC 6750; API Management, Entra application proxy',
  },
  {
    applies: asksFor('Basic', 'Digest'),
    cause: 'A front end of the cluster asks for a user name and a password',
    advice:
      'This action cannot send them: use an endpoint without that front end, or exempt the runner from its login.',
    source: 'RFC 7617, RFC 7616; the gateway has no such login (HttpServer.cpp)',
  },
  {
    applies: asksFor('Negotiate', 'NTLM', 'Kerberos'),
    cause: 'The gateway asks for Windows (Kerberos) authentication',
    advice:
      'A GitHub runner cannot provide it: use a cluster or an endpoint secured by certificates or Microsoft Entra ID.',
    source: 'HttpKerberosAuthHandler.cpp',
  },
  {
    applies: ({ status, headers }) => status === 401 && headers.authenticate !== undefined,
    cause: 'A front end of the cluster asks for a kind of authentication that this action does not support',
    advice: ({ headers }) =>
      `It asks for ${schemeOf(headers.authenticate)}: use an endpoint without it, or exempt the runner.`,
    source: 'RFC 9110, section 11.6.1',
  },
  {
    applies: ({ status }) => status === 401,
    cause: 'The server refuses the request as unauthorized and does not say which authentication it wants',
    advice:
      'A gateway with Windows (Kerberos) authentication does that, which a GitHub runner cannot provide, and so does a front end that does not accept the access token or the client certificate.',
    source: 'HttpKerberosAuthHandler.cpp; RFC 9110 requires the header',
  },
];
