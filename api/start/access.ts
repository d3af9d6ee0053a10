/** Who may come in, by where Sentra listens and what settings ask for. */
import { readFileSync } from 'node:fs';
import { AccessControl, type AccessMode } from '../access/access-control.ts';
import { AccessFault, systemCode } from '../access/access-fault.ts';
import { AuditFile, auditWhile, type AuditLog } from '../access/audit/audit-log.ts';
import { KeyList } from '../access/keys/key-list.ts';
import { EVERY_RIGHT, rightsOf, withOpenings, type Openings } from '../access/rights.ts';
import type { Logger } from 'pino';
import { Provider } from '../access/sign-in/provider.ts';
import { SessionFile } from '../access/sign-in/session-file.ts';
import { SignIn } from '../access/sign-in/sign-in.ts';
import type { Access } from '../server/server.ts';
import type { AccessSettings, Configuration, OidcSettings } from './configuration.ts';
import { StartError } from './start-error.ts';

/** Whether an address to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

const MODES: Readonly<Record<'on' | 'elsewhere' | 'unset', AccessMode>> = {
  on: 'ON',
  elsewhere: 'ELSEWHERE',
  unset: 'AS_CONFIGURED',
};

/** Where the audit log is, unless a setting says otherwise. */
const AUDIT = '.sentra/audit.jsonl';

export const auditPath = ({ access }: Configuration): string => access.audit ?? AUDIT;

/** Written from the moment on when one has to be somebody, or always where a setting names it: by the server as by commands. */
export function auditOf(configuration: Configuration, control: AccessControl): AuditLog {
  const wanted = (): boolean => configuration.access.audit !== null || control.state() !== 'OFF';
  return auditWhile(wanted, new AuditFile(auditPath(configuration)));
}

/** @throws StartError where the file cannot be read */
function secretOf({ clientSecret, clientSecretFile }: OidcSettings): string | null {
  if (clientSecretFile === null) return clientSecret;
  try {
    return readFileSync(clientSecretFile, 'utf8').trim();
  } catch (error) {
    throw new StartError(
      `SENTRA_OIDC_CLIENT_SECRET_FILE names ${clientSecretFile}, which cannot be read (${systemCode(error)}).`,
    );
  }
}

function signInOf({ oidc, publicUrl, session }: AccessSettings, openings: Openings): SignIn | null {
  if (oidc === null || publicUrl === null) return null;
  const { issuer, clientId, scope, roles } = oidc;
  const callback = `${publicUrl}/access/callback`;
  return new SignIn({
    provider: new Provider({ issuer, clientId, clientSecret: secretOf(oidc), scope, callback, roleClaim: roles.claim }),
    roles,
    openings,
    secure: publicUrl.startsWith('https:'),
    sessions: { idleMs: session.idle * 60_000, wholeMs: session.whole * 60_000 },
  });
}

/** By the server alone; commands know nobody's session. */
export function keepSessions({ access, port }: Configuration, { signIn }: Access, logger: Logger): void {
  if (signIn === null) return;
  const { issuer = null, clientId = null, roles = null } = access.oidc ?? {};
  const settings = { issuer, clientId, roles, publicUrl: access.publicUrl };
  signIn.keepIn(new SessionFile(access.folder, port, settings), (reason) => logger.error({ reason }, 'sessions'));
}

export function accessOf(configuration: Configuration): Access {
  const { host, access, introspection, metrics, questions } = configuration;
  const hosts = [...configuration.hosts, ...(access.publicUrl === null ? [] : [new URL(access.publicUrl).host])];
  const here = isLoopback(host);
  const openings: Openings = {
    askAny: questions === null ? null : questions === 'any',
    introspect: introspection,
    readMetrics: metrics,
  };
  // Nothing is known of whoever something else let through.
  const rights =
    here && access.control !== 'elsewhere' ? withOpenings(EVERY_RIGHT, openings) : rightsOf('reader', openings);
  const signIn = signInOf(access, openings);
  const control = new AccessControl({
    mode: MODES[access.control ?? 'unset'],
    anybody: { kind: 'anybody', rights },
    openings,
    keys: new KeyList(access.folder),
    people: signIn,
  });
  return {
    control,
    signIn,
    audit: auditOf(configuration, control),
    allowance: access.allowance,
    proxies: access.proxies,
    hosts,
    loopbackOnly: here,
  };
}

/** Before anything is opened. @throws StartError where others could come in and nobody looks at who they are */
export function requireAccess({ host, access }: Configuration, { control }: Access): void {
  const state = control.state();
  if (state === 'FAULTY') throw new AccessFault(control.fault ?? 'Who may come in cannot be told.');
  if (isLoopback(host) || state === 'ON' || access.control === 'elsewhere') return;
  throw new StartError(
    `SENTRA_HOST is ${host}, which others can reach, and nobody would look at who they are. One of these: add a key ` +
      '(npm run keys -- add NAME --role reader) or a provider to sign in with (SENTRA_OIDC_ISSUER), or listen on 127.0.0.1, or, where something in front (a proxy with ' +
      'sign-in, a container published on 127.0.0.1 only) lets in only those who may, say so: SENTRA_ACCESS_CONTROL=elsewhere',
  );
}
