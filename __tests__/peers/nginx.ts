// nginx as the front end of a cluster: it requests the client certificate in the handshake.
import { onTestFinished } from 'vitest';
import {
  accessLog,
  type FrontEnd,
  type FrontEndOptions,
  markPath,
  startRefusingGateway,
  toFrontEnd,
} from './front-end.js';
import { startDaemon } from './process.js';

/** Starts on a free port. With `clients` a missing or bad certificate gets 400 with nginx's page, or the gateway's 403. */
export async function startNginx(options: FrontEndOptions): Promise<FrontEnd> {
  const { upstream, server, clients, protocols, maxBodyBytes = 0, whenFinished = onTestFinished } = options;
  const refusing = clients?.refusal === 'gateway' ? await startRefusingGateway(whenFinished) : undefined;
  const daemon = await startDaemon(
    {
      program: 'nginx',
      parameters: ({ folder }) => ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'],
      files: ({ port }) => ({
        'server.pem': `${server.certificate}${server.chain}`,
        'server.key': server.key,
        'clients.pem': clients?.authority ?? '',
        'nginx.conf': `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr info;
events {}
http {
  log_format seen '$status\\t$ssl_protocol\\t$ssl_client_s_dn\\t$request';
  access_log ${accessLog} seen;
  client_body_temp_path temporary;
  proxy_temp_path temporary;
  fastcgi_temp_path temporary;
  uwsgi_temp_path temporary;
  scgi_temp_path temporary;
  server {
    client_max_body_size ${maxBodyBytes};
    listen 127.0.0.1:${port} ssl;
    ssl_certificate server.pem;
    ssl_certificate_key server.key;
    ssl_protocols ${(protocols ?? ['TLSv1.2', 'TLSv1.3']).join(' ')};
    ${clients ? 'ssl_verify_client on; ssl_verify_depth 3; ssl_client_certificate clients.pem;' : ''}
    ${refusing ? `error_page 495 496 = @refused; location @refused { proxy_pass ${refusing}; }` : ''}
    location ${markPath} { return 204; }
    location / {
      proxy_pass ${upstream};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }
}
`,
      }),
      listening: /using the "\w+" event method/,
    },
    whenFinished,
  );
  return toFrontEnd(daemon, protocols);
}
