// Which environment variables name a proxy. Apart from what parses their values, which most runs never load.

/** An environment variable that names a proxy. */
export interface ProxyVariable {
  readonly name: string;
  /** Trimmed, never empty. */
  readonly value: string;
}

/** By the endpoint's scheme. Lower case comes first, as in curl. */
const variableNames: readonly { readonly scheme: string; readonly names: readonly string[] }[] = [
  { scheme: 'http:', names: ['http_proxy', 'HTTP_PROXY'] },
  { scheme: 'https:', names: ['https_proxy', 'HTTPS_PROXY'] },
];

/** The variable that counts for this endpoint; undefined where none is set. */
export function findProxyVariable(
  endpointUrl: string,
  environment: Readonly<Record<string, string | undefined>>,
): ProxyVariable | undefined {
  return variableNames
    .filter(({ scheme }) => endpointUrl.startsWith(scheme))
    .flatMap(({ names }) => names.map((name) => ({ name, value: (environment[name] ?? '').trim() })))
    .find(({ value }) => value !== '');
}
