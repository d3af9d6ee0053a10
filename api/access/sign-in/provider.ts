/** The provider to sign in with (OpenID Connect): authorization code with PKCE, state and nonce, by openid-client. */
import * as oidc from 'openid-client';
import { isOwnMachine } from './own-machine.ts';
import { claimAt } from './role-claim.ts';
import { SignInFault, type SignInFaultCode } from './sign-in-fault.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client, PKCE alone. */
  readonly clientSecret: string | null;
  readonly scope: string;
  /** Where the provider sends people back to. */
  readonly callback: string;
  /** Looked for at the provider's user info where the ID token has none. */
  readonly roleClaim: string;
}

/** What has to be the same when somebody comes back. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider says somebody is. */
export interface Claims extends Readonly<Record<string, unknown>> {
  readonly sub: string;
}

const TIMEOUT_S = 5;
/** What is known of a provider is asked for anew after so long: addresses and abilities change seldom, keys are looked after by openid-client. */
const KNOWN_MS = 3_600_000;

export class Provider {
  readonly #settings: ProviderSettings;
  readonly #now: () => number;
  #known: { readonly configuration: Promise<oidc.Configuration>; readonly at: number } | null = null;

  constructor(settings: ProviderSettings, now: () => number = Date.now) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Where to send somebody. @throws SignInFault */
  async begin(): Promise<Begun & { readonly address: string }> {
    const configuration = await this.#configuration();
    const begun: Begun = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#settings.callback,
      scope: this.#settings.scope,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    });
    return { ...begun, address: address.href };
  }

  /**
   * Who comes back. Checked are state, nonce, issuer, audience, times and the signature of the ID token.
   * @param search of the address that they came back to
   * @throws SignInFault
   */
  async finish({ state, nonce, verifier }: Begun, search: string): Promise<Claims> {
    const configuration = await this.#configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.#settings.callback}${search}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new SignInFault('SIGN_IN_FAILED', 'no ID token');
      return await this.#withRole(configuration, claims, tokens.access_token);
    } catch (error) {
      throw error instanceof SignInFault ? error : new SignInFault(codeOf(error), reasonOf(error));
    }
  }

  /** Many providers put less into the ID token than into what they tell of a user. */
  async #withRole(configuration: oidc.Configuration, claims: Claims, token: string): Promise<Claims> {
    if (claimAt(claims, this.#settings.roleClaim) !== undefined) return claims;
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
    return { ...(await oidc.fetchUserInfo(configuration, token, claims.sub)), ...claims };
  }

  async #configuration(): Promise<oidc.Configuration> {
    const now = this.#now();
    if (this.#known === null || now - this.#known.at >= KNOWN_MS)
      this.#known = { configuration: this.#discover(), at: now };
    try {
      return await this.#known.configuration;
    } catch (error) {
      this.#known = null;
      throw new SignInFault('PROVIDER_UNAVAILABLE', reasonOf(error));
    }
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const server = new URL(issuer);
    const plain = server.protocol === 'http:' && isOwnMachine(server);
    return oidc.discovery(server, clientId, undefined, authentication(clientSecret), {
      timeout: TIMEOUT_S,
      execute: [
        // openid-client trusts the connection alone otherwise.
        oidc.enableNonRepudiationChecks,
        // The configuration lets no other machine's address be without TLS.
        ...(plain ? [oidc.allowInsecureRequests] : []),
      ],
    });
  }
}

/** As the provider takes it: in the header where it says so or nothing (RFC 8414), else in the body. */
function authentication(secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

function codeOf(error: unknown): SignInFaultCode {
  if (error instanceof oidc.AuthorizationResponseError) return 'SIGN_IN_REFUSED';
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500 ? 'PROVIDER_UNAVAILABLE' : 'SIGN_IN_FAILED';
  if (error instanceof oidc.ClientError && error.code !== 'OAUTH_TIMEOUT') {
    const broken = error.cause instanceof Response && error.cause.status >= 500;
    return broken ? 'PROVIDER_UNAVAILABLE' : 'SIGN_IN_FAILED';
  }
  return 'PROVIDER_UNAVAILABLE';
}

/** For the log: codes and kinds; messages of the provider's could hold what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const said = error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError;
  const cause = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : '';
  return `${code}${said ? ` ${error.error.slice(0, 60)}` : ''}${cause}`;
}
