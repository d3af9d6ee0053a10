/**
 * `npm run keys -- add NAME --role reader|administrator [--expires YYYY-MM-DD]`, `… list`, `… revoke NAME-OR-ID`: who may ask with a key. A
 * running server notices at the next request. Settings: SENTRA_ACCESS, SENTRA_AUDIT.
 */
import { parseArgs } from 'node:util';
import { AccessFault } from '../access/access-fault.ts';
import { AuditFile } from '../access/audit/audit-log.ts';
import { changeKeys, keyFileIn, readKeyFile, type StoredKey } from '../access/keys/key-file.ts';
import { isPast } from '../access/keys/key-list.ts';
import { newKey } from '../access/keys/key-text.ts';
import { ROLES, type Role } from '../access/rights.ts';
import { auditPath } from './access.ts';
import { commandUser } from './command-user.ts';
import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts';

const USAGE = `npm run keys -- add NAME --role ${ROLES.join('|')} [--expires YYYY-MM-DD]
npm run keys -- list
npm run keys -- revoke NAME-OR-ID`;

/** What is wrong with how the command was called. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

const LONGEST_NAME = 100;
const isRole = (text: string | undefined): text is Role => ROLES.some((role) => role === text);

function lastDay(text: string | undefined): string | null {
  if (text === undefined) return null;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (parsed === null || Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(text)) {
    throw new UsageError(`--expires is '${text.slice(0, 40)}'; it has to be a day, as in 2027-12-31.`);
  }
  if (isPast(text, Date.now()))
    throw new UsageError(`--expires is ${text}, which is over; such a key would open nothing.`);
  return text;
}

/** Told before it is done: a key that nobody hears of must not come to be. */
function audited(
  configuration: Configuration,
  event: 'key-added' | 'key-revoked',
  { id, name, role }: StoredKey,
): void {
  new AuditFile(auditPath(configuration)).write(commandUser(), { event, key: id, name, role });
}

function add(configuration: Configuration, name: string, options: { role?: string; expires?: string }): string {
  const { role } = options;
  if (name.trim() === '' || name.length > LONGEST_NAME) {
    throw new UsageError(`A key has a name of 1 to ${LONGEST_NAME} characters, of who or what asks with it.`);
  }
  if (!isRole(role))
    throw new UsageError(
      `--role is ${role === undefined ? 'missing' : `'${role.slice(0, 40)}'`}; it has to be ${ROLES.join(' or ')}.`,
    );
  const expires = lastDay(options.expires);
  const { text, id, hash } = newKey();
  const key: StoredKey = { id, name, role, hash, added: new Date().toISOString(), expires, revoked: null };
  changeKeys(keyFileIn(configuration.access.folder), (keys) => {
    if (keys.some((one) => one.name === name && one.revoked === null)) {
      throw new UsageError(`There is a key named ${name} already; revoke it first, or choose another name.`);
    }
    audited(configuration, 'key-added', key);
    return [...keys, key];
  });
  process.stderr.write(
    `The key of ${name} (${role}${expires === null ? '' : `, until ${expires}`}). It is shown now and never again:\n`,
  );
  return text;
}

function list(configuration: Configuration): string {
  const keys = readKeyFile(keyFileIn(configuration.access.folder)) ?? [];
  if (keys.length === 0) return 'There is no key.';
  const state = ({ revoked, expires }: StoredKey): string => {
    if (revoked !== null) return `revoked ${revoked.slice(0, 10)}`;
    if (isPast(expires, Date.now())) return `expired ${expires ?? ''}`;
    return expires === null ? 'open' : `open until ${expires}`;
  };
  return keys.map((key) => [key.id, key.role, state(key), key.added.slice(0, 10), key.name].join('\t')).join('\n');
}

function revoke(configuration: Configuration, named: string): string {
  const revoked = new Date().toISOString();
  changeKeys(keyFileIn(configuration.access.folder), (keys) => {
    const found = keys.filter((key) => key.revoked === null && (key.id === named || key.name === named));
    const [key, ...more] = found;
    if (key === undefined)
      throw new UsageError(`No key that still opens anything has the name or id '${named.slice(0, 100)}'.`);
    if (more.length > 0) throw new UsageError(`Several keys are called ${named}; name one by its id.`);
    audited(configuration, 'key-revoked', key);
    return keys.map((one) => (one === key ? { ...one, revoked } : one));
  });
  return `Revoked ${named}. A running server lets nobody in with it from now on.`;
}

function run(args: readonly string[]): string {
  const configuration = readConfiguration(process.env);
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { role: { type: 'string' }, expires: { type: 'string' } },
  });
  const [command, named, ...more] = positionals;
  if (more.length > 0) throw new UsageError(USAGE);
  if (command === 'add' && named !== undefined) return add(configuration, named, values);
  if (command === 'list' && named === undefined) return list(configuration);
  if (command === 'revoke' && named !== undefined) return revoke(configuration, named);
  throw new UsageError(USAGE);
}

const FORESEEN = [UsageError, AccessFault, ConfigurationError, TypeError];

try {
  process.stdout.write(`${run(process.argv.slice(2))}\n`);
} catch (error) {
  // parseArgs throws a TypeError for what it does not know.
  if (!FORESEEN.some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`${error instanceof Error ? error.message : ''}\n`);
  process.exitCode = 1;
}
