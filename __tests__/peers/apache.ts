// Apache in place of http.sys: it requests the client certificate after it has read the request. With TLS 1.2 that is a
// renegotiation, with TLS 1.3 a post-handshake request, which Node.js cannot answer.
import { onTestFinished } from 'vitest';
import {
  accessLog,
  type ClientRule,
  type FrontEnd,
  type FrontEndOptions,
  markPath,
  startRefusingGateway,
  toFrontEnd,
} from './front-end.js';
import { startDaemon } from './process.js';

const modules = ['mpm_event', 'authz_core', 'proxy', 'proxy_http', 'setenvif', 'ssl'];
const refusalPath = '/--refusal--';

/**
 * Starts on a free port. With `clients` a missing or bad certificate gets 403, the page or the gateway's, except that
 * `page` with TLS 1.2 ends in an alert: the request is logged with 403, and the client gets no response.
 */
export async function startApache(options: FrontEndOptions): Promise<FrontEnd> {
  const { upstream, server, clients, protocols, whenFinished = onTestFinished } = options;
  const refusing = await startRefusingGateway(whenFinished);
  const daemon = await startDaemon(
    {
      program: 'apache2',
      parameters: ({ folder }) => ['-DFOREGROUND', '-d', folder, '-f', `${folder}/apache.conf`],
      files: ({ folder, port }) => ({
        'server.pem': `${server.certificate}${server.chain}`,
        'server.key': server.key,
        'clients.pem': clients?.authority ?? '',
        'apache.conf': `
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
User nobody
Group nogroup
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
Mutex pthread
StartServers 1
ServerLimit 1
ThreadsPerChild 25
MaxRequestWorkers 25
ErrorLog /dev/stderr
LogLevel info ssl:info
LogFormat "%>s\\t%{SSL_PROTOCOL}x\\t%{SSL_CLIENT_S_DN}x\\t%r" seen
CustomLog ${accessLog} seen
SSLEngine on
SSLSessionCache none
SSLCertificateFile server.pem
SSLCertificateKeyFile server.key
SSLProtocol -all ${(protocols ?? ['TLSv1.2', 'TLSv1.3']).map((name) => `+${name}`).join(' ')}
ProxyPass ${markPath} !
ProxyPass ${refusalPath} ${refusing}
ProxyPass / ${upstream}/
${clients ? postRequestRules(clients) : ''}
`,
      }),
      listening: /resuming normal operations/,
    },
    whenFinished,
  );
  return toFrontEnd(daemon, protocols);
}

// http.sys accepts any certificate, and the gateway verifies it: `optional_no_ca` and a rule about the result. An expired
// certificate still ends the renegotiation with an alert, because Apache accepts only unknown issuers.
function postRequestRules({ refusal }: ClientRule): string {
  const verify = refusal === 'page' ? 'require' : 'optional_no_ca';
  return `
SSLCACertificateFile clients.pem
${refusal === 'gateway' ? `ErrorDocument 403 ${refusalPath}` : ''}
<LocationMatch "^/(?!--)">
  SSLVerifyClient ${verify}
  SSLVerifyDepth 3
  Require expr %{SSL_CLIENT_VERIFY} == 'SUCCESS'
</LocationMatch>
`;
}
