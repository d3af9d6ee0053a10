/**
 * Schemathesis asks the built server, where one has to be somebody, as a reader may: questions that it draws from the schema. The run
 * ends by itself; what came of it is read at `/metrics` with the key of an administrator. Fails on a 5xx, on an answer that took over
 * 5 s, on a server that ended, on a key or an allowance that stood in the way, and on fewer questions than wanted.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addKey } from '../access/key-files.ts';
import { realRecords } from '../api/api-under-test.ts';
import { send } from '../api/raw-request.ts';
import { check } from '../bench/benchmark.ts';
import { startMeasured } from '../bench/measured-server.ts';
import { outcomesOf } from './outcomes.ts';

const VERSION = '4.32.5';
const SERVER = 'dist/server/serve.js';
const SCHEMA = resolve('api/schema/schema.snapshot.graphql');
const [WANTED, SLOWEST_S] = [10_000, 5];
/** For each field of Query. */
const EXAMPLES = process.env['SENTRA_SCHEMATHESIS_EXAMPLES'] ?? '300';
const SEED = process.env['SENTRA_SCHEMATHESIS_SEED'] ?? '7';

/** Fetched once, in that one version, into a folder of its own: it is no dependency. */
function schemathesis(): string {
  const folder = join(tmpdir(), `sentra-schemathesis-${VERSION}`);
  const program = join(folder, 'bin', 'schemathesis');
  if (!existsSync(program)) {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
    const pip = ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`];
    execFileSync(join(folder, 'bin', 'python'), pip, { stdio: 'inherit' });
  }
  return program;
}

/** Ids, codes and pages that are right, so that questions get past the first look; the rest of the values are drawn. */
function dictionaries(): string {
  const { nodes, relations } = realRecords();
  const some = (all: readonly { readonly id: string }[], count: number): readonly string[] =>
    all.filter((_, at) => at % Math.ceil(all.length / count) === 0).map(({ id }) => id);
  const values: Readonly<Record<string, readonly (string | number)[]>> = {
    ids: [...some(nodes, 80), ...some(relations, 20)],
    nodes: some(nodes, 80),
    relations: some(relations, 40),
    provinces: ['35', '32', '94'],
    regencies: ['35.75', '32.04', '35.09'],
    pages: [1, 2, 20, 200],
  };
  const bound: readonly (readonly [argument: string, dictionary: string, probability: number])[] = [
    ['*.*.first', 'pages', 0.8],
    ['Query.province.code', 'provinces', 0.7],
    ['Query.regency.code', 'regencies', 0.7],
    ['Query.relation.id', 'relations', 0.7],
    ['Query.relations.ids[*]', 'relations', 0.9],
    ...['node.id', 'nodes.ids[*]', 'neighbourhood.of[*]', 'relationsAmong.ids[*]', 'paths.from', 'paths.to'].map(
      (argument) => [`Query.${argument}`, 'nodes', 0.9] as const,
    ),
  ];
  return [
    ...Object.entries(values).map(([name, all]) => `[dictionaries.${name}]\nvalues = ${JSON.stringify(all)}`),
    '[generation.dictionaries]\nstring = { dictionary = "ids", probability = 0.4 }',
    '[parameters]',
    ...bound.map(([argument, name, p]) => `"${argument}" = { dictionary = "${name}", probability = ${p} }`),
  ].join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'sentra-schemathesis-run-'));
const keys = { reader: addKey(folder), administrator: addKey(folder, { role: 'administrator' }) };
const configuration = join(folder, 'schemathesis.toml');
writeFileSync(configuration, dictionaries());
const program = schemathesis();
const server = await startMeasured(
  [SERVER],
  {
    SENTRA_STORE: `sqlite:${join(folder, 'graph.db')}`,
    SENTRA_LOG_LEVEL: 'error',
    SENTRA_ACCESS: folder,
    SENTRA_ACCESS_CONTROL: 'on',
    SENTRA_AUDIT: join(folder, 'audit.jsonl'),
    // A reader may ask what the explorer asks; here, what Schemathesis draws.
    SENTRA_QUESTIONS: 'any',
    SENTRA_ALLOWANCE: '999999999,999999999',
  },
  '/health/ready',
);
let failed = true;
try {
  const asked = [
    `--config-file=${configuration} run ${SCHEMA} --url=${server.url}/graphql --phases=fuzzing`,
    `--max-examples=${EXAMPLES} --seed=${SEED} --checks=not_a_server_error,response_schema_conformance`,
    '--continue-on-failure --generation-database=none --no-shrink --workers=2 --request-timeout=40',
    process.env['SENTRA_SCHEMATHESIS_OPTIONS'] ?? '',
  ].flatMap((line) => line.split(' ').filter((part) => part !== ''));
  asked.push('--header', `Authorization: Bearer ${keys.reader}`);
  const environment = { ...process.env, SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: import.meta.dirname };
  const run = spawn(program, asked, {
    cwd: folder,
    env: { ...environment, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: 'inherit',
  });
  await once(run, 'exit');
  check(server.ended() === null, `the server ended by itself: ${server.ended()}`);
  const authorization = `Bearer ${keys.administrator}`;
  const { body } = await send(server.url, { method: 'GET', path: '/metrics', headers: { authorization } });
  const { total, byStatus, slower } = outcomesOf(body, SLOWEST_S);
  const told = Object.entries(byStatus).map(([status, count]) => `${count} × ${status}`);
  console.log(`${total} questions: ${told.join(', ')}; ${slower} took over ${SLOWEST_S} s`);
  const wrong = Object.keys(byStatus).filter((status) => status >= '500' || ['401', '403', '429'].includes(status));
  if (wrong.length > 0) console.log(`FAILED: ${wrong.join(', ')} must not be among the answers`);
  if (total < WANTED) console.log(`FAILED: ${WANTED} questions were wanted`);
  if (slower > 0) console.log(`FAILED: ${slower} answers took over ${SLOWEST_S} s`);
  if (run.exitCode !== 0) console.log(`FAILED: Schemathesis ended with ${run.exitCode}`);
  failed = wrong.length > 0 || total < WANTED || slower > 0 || run.exitCode !== 0;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
