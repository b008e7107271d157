// The inputs about the connection, which every action of this repository shares: endpoint, proxy, TLS and token.
import type { ForwardProxy } from '../http/proxy-tunnel.js';
import type { Credentials } from './credentials.js';
import { type Endpoint, parseEndpoint } from './endpoint.js';
import { collectProblems, type InputSource, type ReportProblem } from './input-problems.js';
import { secretsInCertificate, secretsInToken } from './pasted-secrets.js';
import { findProxyVariable } from './proxy-variable.js';
import type { Security, TlsInputs } from './security.js';

/** How to reach the cluster and how to authenticate to it. Every member but `credentials` is public. */
export interface Connection {
  readonly endpoint: Endpoint;
  /** Missing where the environment names no proxy for the endpoint. */
  readonly proxy?: ProxyAddress;
  /** For an https endpoint only. */
  readonly security?: Security;
  /** Secret: for the transport and the image store's client, never for anything that writes text. */
  readonly credentials: Credentials;
}

/** A proxy without its credentials. */
export type ProxyAddress = Omit<ForwardProxy, 'authorization'>;

/** For an https endpoint whose TLS and token inputs are all unset: the authorities of the system, no credentials. */
const defaultSecurity: Security = { trust: { kind: 'authority', ca: [] }, warnings: [] };

/**
 * Reads and checks the connection inputs. Masks every secret input before it reads any other.
 * @returns undefined when it has reported a problem
 */
export async function readConnectionInputs(
  source: InputSource,
  forward: ReportProblem,
): Promise<Connection | undefined> {
  const { environment, redactor, epochMs } = source;
  const { problems, reportProblem } = collectProblems(forward);
  const tlsInputs = readTlsInputs(source);
  const endpoint = parseEndpoint(source.read('endpoint').trim(), reportProblem);
  // What parses certificates, tokens and proxies is loaded only where one is set: most runs need neither.
  const tls = areUnset(tlsInputs)
    ? { security: defaultSecurity, credentials: {} }
    : (await import('./security.js')).parseTlsInputs(tlsInputs, { endpoint, redactor, epochMs, reportProblem });
  const variable = endpoint && findProxyVariable(endpoint.url, environment);
  const proxy =
    endpoint &&
    variable &&
    (await import('./proxy.js')).parseProxy(variable, endpoint.url, { environment, redactor, reportProblem });
  if (problems.length > 0 || endpoint === undefined || tls === undefined) return undefined;

  return {
    endpoint,
    ...(proxy && { proxy: addressOf(proxy) }),
    ...(endpoint.secure && { security: tls.security }),
    credentials: { ...tls.credentials, ...(proxy?.authorization && { proxyAuthorization: proxy.authorization }) },
  };
}

/** The proxy with its credentials, as the transport takes it. */
export function forwardProxyOf({ proxy, credentials }: Connection): ForwardProxy | undefined {
  const { proxyAuthorization: authorization } = credentials;
  return proxy && { ...proxy, ...(authorization && { authorization }) };
}

function addressOf({ name, host, port, secure }: ForwardProxy): ProxyAddress {
  return { name, host, port, secure };
}

function readTlsInputs({ read, redactor }: InputSource): TlsInputs {
  const readSecret = (name: string, secretsIn: (value: string) => readonly string[]): string => {
    const value = read(name);
    if (value !== '') redactor.add(...secretsIn(value));
    return value;
  };
  return {
    'client-certificate': readSecret('client-certificate', secretsInCertificate),
    'client-key': readSecret('client-key', secretsInCertificate),
    'client-certificate-password': readSecret('client-certificate-password', (password) => [password]),
    'access-token': readSecret('access-token', secretsInToken),
    'server-ca': read('server-ca'),
    'server-certificate-thumbprints': read('server-certificate-thumbprints'),
    'server-common-names': read('server-common-names'),
    'tls-skip-verify': read('tls-skip-verify'),
  };
}

/** Whether each input has its default. */
function areUnset({ 'tls-skip-verify': skipVerify, ...others }: TlsInputs): boolean {
  return (skipVerify === '' || skipVerify === 'false') && Object.values(others).every((value) => value === '');
}
