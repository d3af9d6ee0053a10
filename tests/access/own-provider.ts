/** An OpenID Connect provider that can be told to answer wrongly, on 127.0.0.1. What is right stands in oidc-provider’s own (interop). */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';

/** What is wrong with the answer; each alone has to keep everybody out. */
export type ProviderFault =
  | 'another nonce'
  | 'no nonce'
  | 'another issuer'
  | 'another audience'
  | 'an expired token'
  | 'a token from the future'
  | 'another key'
  | 'no signature'
  | 'no ID token'
  | 'no subject'
  | 'a code used before'
  | 'another state'
  | 'another iss'
  | 'its keys away'
  | 'its token endpoint broken';

export interface OwnProvider {
  readonly issuer: string;
  fault: ProviderFault | null;
  /** What the ID token says of the person. */
  claims: JWTPayload;
  /** What only user info says of them. */
  userInfo: JWTPayload;
  /** True: the person does not agree. */
  denies: boolean;
  /** Requests for tokens that carried what they had to. */
  readonly exchanged: () => number;
  readonly close: () => Promise<void>;
}

const CLIENT = 'sentra';
const SECRET = 'a secret of the client';

interface Code {
  readonly challenge: string;
  readonly nonce: string | null;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

export async function openOwnProvider(): Promise<OwnProvider> {
  const [right, wrong] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(right.publicKey)), kid: 'one', use: 'sig', alg: 'RS256' };
  const codes = new Map<string, Code>();
  let exchanged = 0;

  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const provider: OwnProvider = {
    issuer,
    fault: null,
    claims: { sub: 'siti' },
    userInfo: {},
    denies: false,
    exchanged: () => exchanged,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  const idToken = (nonce: string | null, key: CryptoKey): Promise<string> | string => {
    const { fault } = provider;
    const now = Math.floor(Date.now() / 1_000);
    const issued = fault === 'a token from the future' ? now + 7_200 : fault === 'an expired token' ? now - 7_200 : now;
    const given = fault === 'no nonce' ? {} : { nonce: fault === 'another nonce' ? 'x' : (nonce ?? undefined) };
    const { sub, ...rest } = provider.claims;
    const payload: JWTPayload = {
      ...rest,
      ...given,
      ...(fault === 'no subject' ? {} : { sub }),
      iss: fault === 'another issuer' ? 'https://elsewhere.example' : issuer,
      aud: fault === 'another audience' ? 'somebody else' : CLIENT,
      iat: issued,
      nbf: issued,
      exp: issued + 600,
    };
    if (fault === 'no signature') return new UnsecuredJWT(payload).encode();
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  };

  const authorize = (query: URLSearchParams): string => {
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('iss', provider.fault === 'another iss' ? 'https://elsewhere.example' : issuer);
    back.searchParams.set('state', provider.fault === 'another state' ? 'x' : (query.get('state') ?? ''));
    if (provider.denies) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(16).toString('hex');
      if (query.get('code_challenge_method') === 'S256') {
        codes.set(code, { challenge: query.get('code_challenge') ?? '', nonce: query.get('nonce') });
      }
      back.searchParams.set('code', code);
    }
    return back.href;
  };

  const exchange = async (request: IncomingMessage): Promise<readonly [number, unknown]> => {
    const body = await bodyOf(request);
    const code = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const [name = '', secret = ''] = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64')
      .toString('utf8')
      .split(':');
    if (name !== CLIENT || decodeURIComponent(secret.replaceAll('+', ' ')) !== SECRET)
      return [401, { error: 'invalid_client' }];
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (code === undefined || code.challenge !== challenge || provider.fault === 'a code used before') {
      return [400, { error: 'invalid_grant', error_description: 'a secret of the provider' }];
    }
    exchanged += 1;
    const key = provider.fault === 'another key' ? wrong.privateKey : right.privateKey;
    const token = provider.fault === 'no ID token' ? {} : { id_token: await idToken(code.nonce, key) };
    return [200, { access_token: 'a token', token_type: 'bearer', expires_in: 60, ...token }];
  };

  const answer = async (request: IncomingMessage, { pathname }: URL): Promise<readonly [number, unknown]> => {
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return [
          200,
          {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/jwks`,
            userinfo_endpoint: `${issuer}/me`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            authorization_response_iss_parameter_supported: true,
          },
        ];
      case '/jwks':
        return provider.fault === 'its keys away' ? [500, {}] : [200, { keys: [jwk] }];
      case '/token':
        return provider.fault === 'its token endpoint broken' ? [502, {}] : exchange(request);
      case '/me':
        return [200, { sub: provider.claims.sub, ...provider.userInfo }];
      default:
        return [404, {}];
    }
  };

  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/authorize') {
      response.writeHead(302, { location: authorize(url.searchParams) }).end();
      return;
    }
    void answer(request, url).then(([status, body]) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
  });
  return provider;
}

/** Settings of a server that signs in there. @param url where it is found */
export function settingsFor(issuer: string, url: string): Readonly<Record<string, string>> {
  return {
    SENTRA_PUBLIC_URL: url,
    SENTRA_OIDC_ISSUER: issuer,
    SENTRA_OIDC_CLIENT_ID: CLIENT,
    SENTRA_OIDC_CLIENT_SECRET: SECRET,
    SENTRA_OIDC_ROLE_CLAIM: 'groups',
    SENTRA_OIDC_READERS: 'readers, staff',
    SENTRA_OIDC_ADMINISTRATORS: 'keepers',
  };
}
