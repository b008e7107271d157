// What the words are about: the endpoint, the way to it, and who we are to it.
import type { Credentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';
import type { ForwardProxy } from './proxy.js';

export interface ConnectionInfo extends Endpoint, Pick<Credentials, 'certificate' | 'token'> {
  proxy?: ForwardProxy;
  /** The server could not ask for the certificate in a way that can be answered, so it was not shown. */
  certificateHeldBack?: true;
}
