import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export const client = 'opora-journeys';

/**
 * A real OpenID provider on a free port. It stands on «localhost» and the product on «127.0.0.1», so that to the browser they are two
 * sites, as they are in life. Whoever types an address into its own sign-in page has that address, verified.
 */
export async function startProvider() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, 'localhost', listening));
  const issuer = `http://localhost:${server.address().port}`;
  return {
    issuer,
    server,
    /** Begins to answer, once it is known where the product listens. */
    serve(product) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: client,
            token_endpoint_auth_method: 'none',
            redirect_uris: [`${product}/api/v1/session/external/callback`],
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id, email_verified: true }) }),
      });
      server.on('request', provider.callback());
    },
  };
}
