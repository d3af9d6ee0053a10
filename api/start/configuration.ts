/** Settings come from the environment and are checked before anything is opened, all at once. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { ALLOWANCE, type Allowance } from '../access/limits/token-bucket.ts';
import { LONGEST_MS } from '../server/answer-time.ts';
import { isOwnMachine } from '../access/sign-in/own-machine.ts';
import type { RoleMapping } from '../access/sign-in/role-claim.ts';

export interface Configuration {
  /** Address of the store, as `openStore` takes it. */
  readonly store: string;
  /** How to sign in to a Neo4j; empty texts: without authentication. */
  readonly neo4j: { readonly user: string; readonly password: string; readonly database: string | null };
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Hosts that lead here besides the address itself. */
  readonly hosts: readonly string[];
  /** Whether questions about the schema itself are answered; null: where only this machine can ask. */
  readonly introspection: boolean | null;
  /** Whether `/metrics` is there; null: as `introspection`. */
  readonly metrics: boolean | null;
  /** Whether only the explorer's own questions are answered; null: any where only this machine can ask. */
  readonly questions: 'any' | 'listed' | null;
  /** Folder of the records that an empty store is seeded with; null: the project's own dataset. */
  readonly dataset: string | null;
  /** Folder of input-output tables to load beside the dataset's; null: none. */
  readonly inputOutput: string | null;
  /** Seconds that an answer may take; null: by the size of the graph. */
  readonly answerSeconds: number | null;
  readonly access: AccessSettings;
}

/** Who may come in. */
export interface AccessSettings {
  /** Folder of the file of keys. */
  readonly folder: string;
  /** `on`: also before there is a key; `elsewhere`: something in front lets in who may; null: as soon as there is a key or a provider. */
  readonly control: 'on' | 'elsewhere' | null;
  /** File of the audit log; null: beside the store's, once there is something to audit. */
  readonly audit: string | null;
  /** Addresses, and ranges of them, of proxies whose X-Forwarded-For is believed. */
  readonly proxies: readonly string[];
  readonly allowance: Allowance;
  /** Null: nobody signs in with a provider. */
  readonly oidc: OidcSettings | null;
  /** Where people find this server, as in https://sentra.example.id; null: where it listens. */
  readonly publicUrl: string | null;
  /** Minutes after which a person who signed in has to again: without asking anything, and at all. */
  readonly session: { readonly idle: number; readonly whole: number };
}

/** The provider that people sign in with (OpenID Connect). */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** File that holds the secret; read at start. */
  readonly clientSecretFile: string | null;
  readonly scope: string;
  readonly roles: RoleMapping;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const STORE_FORM = 'sqlite: and a path, as in sqlite:.sentra/graph.db, or a Neo4j, as in bolt://127.0.0.1:7687';
const PORT_FORM = 'a whole number from 0 to 65535 (0: any free port)';

const Port = z
  .string()
  .regex(/^\d{1,5}$/, PORT_FORM)
  .transform(Number)
  .refine((port) => port <= 65_535, PORT_FORM);

const HOST_FORM = 'a host name or address, as in 127.0.0.1';

const ANSWER_FORM = `a whole number of seconds from 1 to ${LONGEST_MS / 1_000}`;

const HOSTS_FORM = 'hosts between commas as browsers write them, as in sentra.example.id,10.0.0.5:4000';
const SWITCH = z.enum(['on', 'off'], 'on or off').transform((value) => value === 'on');

const PROXIES_FORM = 'addresses or ranges between commas, as in 10.0.0.5,192.168.7.0/24';
const ALLOWANCE_FORM = `two whole numbers above 0: objects at once and objects a second, as in ${ALLOWANCE.most},${ALLOWANCE.perSecond}`;

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return (
    version !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

const TLS_FORM = 'an https address, or an http one of this machine';
const PUBLIC_FORM = `${TLS_FORM}, without a path: https://sentra.example.id`;
const SESSION_FORM = 'two whole numbers of minutes, unused and at all, as in 60,720';

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && isOwnMachine(url)));
}

const values = z.string().transform((list) =>
  list
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== ''),
);

const Settings = z.object({
  SENTRA_STORE: z
    .string()
    .regex(/^[a-z0-9+]+:.+$/, STORE_FORM)
    .default('sqlite:.sentra/graph.db'),
  SENTRA_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, HOST_FORM)
    .default('127.0.0.1'),
  SENTRA_PORT: Port.default(4000),
  SENTRA_LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('info'),
  SENTRA_HOSTS: z
    .string()
    .regex(/^[A-Za-z0-9.:[\]_-]+(?:,[A-Za-z0-9.:[\]_-]+)*$/, HOSTS_FORM)
    .transform((hosts) => hosts.toLowerCase().split(','))
    .optional(),
  SENTRA_INTROSPECTION: SWITCH.optional(),
  SENTRA_METRICS: SWITCH.optional(),
  SENTRA_QUESTIONS: z.enum(['any', 'listed'], 'any or listed').optional(),
  SENTRA_DATASET: z.string().optional(),
  SENTRA_INPUT_OUTPUT: z.string().optional(),
  SENTRA_ANSWER_SECONDS: z
    .string()
    .regex(/^\d{1,2}$/, ANSWER_FORM)
    .transform(Number)
    .refine((seconds) => seconds >= 1 && seconds <= LONGEST_MS / 1_000, ANSWER_FORM)
    .optional(),
  SENTRA_ACCESS: z.string().default('.sentra/access'),
  SENTRA_ACCESS_CONTROL: z.enum(['on', 'elsewhere'], 'on or elsewhere').optional(),
  SENTRA_AUDIT: z.string().optional(),
  SENTRA_PROXIES: z
    .string()
    .transform((proxies) => proxies.split(',').map((proxy) => proxy.trim()))
    .refine((proxies) => proxies.every(isRange), PROXIES_FORM)
    .optional(),
  SENTRA_ALLOWANCE: z
    .string()
    .regex(/^[1-9]\d{0,8},[1-9]\d{0,8}$/, ALLOWANCE_FORM)
    .transform((allowance) => allowance.split(',').map(Number))
    .optional(),
  SENTRA_PUBLIC_URL: z
    .string()
    .refine((text) => isSafeUrl(text) && /^[^/]+\/\/[^/?#]+\/?$/.test(text), PUBLIC_FORM)
    .transform((text) => new URL(text).origin)
    .optional(),
  SENTRA_SESSION: z
    .string()
    .regex(/^[1-9]\d{0,5},[1-9]\d{0,5}$/, SESSION_FORM)
    .transform((session) => session.split(',').map(Number))
    .optional(),
  SENTRA_OIDC_ISSUER: z.string().refine(isSafeUrl, TLS_FORM).optional(),
  SENTRA_OIDC_CLIENT_ID: z.string().optional(),
  SENTRA_OIDC_CLIENT_SECRET: z.string().optional(),
  SENTRA_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  SENTRA_OIDC_SCOPE: z
    .string()
    .refine((scope) => scope.split(' ').includes('openid'), 'scopes between spaces, openid among them')
    .default('openid profile'),
  SENTRA_OIDC_ROLE_CLAIM: z.string().default('groups'),
  SENTRA_OIDC_READERS: values.optional(),
  SENTRA_OIDC_ADMINISTRATORS: values.optional(),
  SENTRA_NEO4J_USER: z.string().default(''),
  SENTRA_NEO4J_PASSWORD: z.string().default(''),
  SENTRA_NEO4J_DATABASE: z.string().optional(),
});

/** Every wrong setting, one a line: which, what it is, and what would be right. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** An address may hold a password; only its scheme is repeated. */
function shown(name: string, value: string): string {
  return name === 'SENTRA_STORE' || name.endsWith('_ISSUER') || name.endsWith('_URL')
    ? `'${value.slice(0, 12)}…'`
    : `'${value.slice(0, 60)}'`;
}

function allowanceOf([most, perSecond]: readonly number[] = []): Allowance {
  return most === undefined || perSecond === undefined ? ALLOWANCE : { most, perSecond };
}

/** Signing in needs some settings together. @throws ConfigurationError naming what is missing */
function oidcOf(settings: z.infer<typeof Settings>): OidcSettings | null {
  const given = Object.entries(settings).filter(
    ([name, value]) => name.startsWith('SENTRA_OIDC_') && value !== undefined,
  );
  const issuer = settings.SENTRA_OIDC_ISSUER;
  const clientId = settings.SENTRA_OIDC_CLIENT_ID;
  const [readers = [], administrators = []] = [settings.SENTRA_OIDC_READERS, settings.SENTRA_OIDC_ADMINISTRATORS];
  // These have a default.
  if (given.every(([name]) => name === 'SENTRA_OIDC_SCOPE' || name === 'SENTRA_OIDC_ROLE_CLAIM')) return null;
  const missing = [
    ...(issuer === undefined ? ['SENTRA_OIDC_ISSUER, the address of the provider'] : []),
    ...(clientId === undefined ? ['SENTRA_OIDC_CLIENT_ID, what the provider calls Sentra'] : []),
    ...(settings.SENTRA_PUBLIC_URL === undefined ? ['SENTRA_PUBLIC_URL, where people find Sentra'] : []),
    ...(readers.length + administrators.length === 0
      ? ['SENTRA_OIDC_READERS or SENTRA_OIDC_ADMINISTRATORS, the values of the claim that mean a role']
      : []),
  ];
  if (issuer === undefined || clientId === undefined || missing.length > 0) {
    throw new ConfigurationError(`To sign in with a provider Sentra needs besides: ${missing.join('; ')}.`);
  }
  return {
    issuer,
    clientId,
    clientSecret: settings.SENTRA_OIDC_CLIENT_SECRET ?? null,
    clientSecretFile: settings.SENTRA_OIDC_CLIENT_SECRET_FILE ?? null,
    scope: settings.SENTRA_OIDC_SCOPE,
    roles: { claim: settings.SENTRA_OIDC_ROLE_CLAIM, readers, administrators },
  };
}

/** An empty setting counts as absent. @throws ConfigurationError */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(
    Object.keys(Settings.shape)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name} is ${shown(name, given[name] ?? '')}; it has to be ${issue.message}`;
    });
    throw new ConfigurationError([...new Set(lines)].join('\n'));
  }
  const settings = parsed.data;
  return {
    store: settings.SENTRA_STORE,
    neo4j: {
      user: settings.SENTRA_NEO4J_USER,
      password: settings.SENTRA_NEO4J_PASSWORD,
      database: settings.SENTRA_NEO4J_DATABASE ?? null,
    },
    host: settings.SENTRA_HOST,
    port: settings.SENTRA_PORT,
    logLevel: settings.SENTRA_LOG_LEVEL,
    hosts: settings.SENTRA_HOSTS ?? [],
    introspection: settings.SENTRA_INTROSPECTION ?? null,
    metrics: settings.SENTRA_METRICS ?? null,
    questions: settings.SENTRA_QUESTIONS ?? null,
    dataset: settings.SENTRA_DATASET ?? null,
    inputOutput: settings.SENTRA_INPUT_OUTPUT ?? null,
    answerSeconds: settings.SENTRA_ANSWER_SECONDS ?? null,
    access: {
      folder: settings.SENTRA_ACCESS,
      control: settings.SENTRA_ACCESS_CONTROL ?? null,
      audit: settings.SENTRA_AUDIT ?? null,
      proxies: settings.SENTRA_PROXIES ?? [],
      allowance: allowanceOf(settings.SENTRA_ALLOWANCE),
      oidc: oidcOf(settings),
      publicUrl: settings.SENTRA_PUBLIC_URL ?? null,
      session: { idle: settings.SENTRA_SESSION?.[0] ?? 60, whole: settings.SENTRA_SESSION?.[1] ?? 720 },
    },
  };
}
