import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programFile } from '../programs/program.ts';

const READY = /Sentra is at (http:\S+?)\/ /;

interface Ending {
  readonly code: number | null;
  readonly said: string;
}

/** Whatever keys whoever runs the tests has. */
const NO_KEYS = join(tmpdir(), 'sentra-start-without-keys');

/** The server as a process of its own, until it says that it is ready (then it is told to stop) or ends by itself. */
async function start(
  env: Readonly<Record<string, string>>,
  meanwhile?: (said: string) => Promise<void>,
): Promise<Ending> {
  const child = spawn(process.execPath, [await programFile('serve')], {
    env: { ...process.env, SENTRA_LOG_LEVEL: 'warn', SENTRA_ACCESS: NO_KEYS, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const ended = once(child, 'exit');
  const heard = new Promise<void>((resolve) => {
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString('utf8');
      if (READY.test(said)) resolve();
    });
  });
  await Promise.race([heard, ended]);
  if (child.exitCode === null) {
    await meanwhile?.(said);
    child.kill('SIGTERM');
  }
  await ended;
  return { code: child.exitCode, said };
}

describe('start', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sentra-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A dataset of one node: enough to start with. */
  function smallDataset(name: string, text: string): string {
    const records = join(folder, name);
    mkdirSync(records, { recursive: true });
    writeFileSync(join(records, 'places.yaml'), text);
    return records;
  }
  const GOOD = 'nodes:\n  - id: country:id\n    name: Indonesia\n    code: ID\n';

  it('seeds an empty store, answers, stops on SIGTERM with code 0, and does not read the dataset again', async () => {
    const env = { SENTRA_STORE: `sqlite:${join(folder, 'good.db')}`, SENTRA_PORT: '0' };
    let status = 0;
    const first = await start({ ...env, SENTRA_DATASET: smallDataset('good', GOOD) }, async (said) => {
      const address = READY.exec(said)?.[1] ?? '';
      status = (await fetch(`${address}/health/ready`)).status;
    });
    expect(first.said).toMatch(/Seeded 1 nodes/);
    expect(status).toBe(200);
    expect(first.code).toBe(0);
    const second = await start({ ...env, SENTRA_DATASET: join(folder, 'nowhere') });
    expect(second.said).not.toMatch(/Seeded|reading/);
    expect(second.code).toBe(0);
  });

  /** A folder of input-output tables with one sector; `flow` and output have to differ by what is added to it, 5. */
  function tableFolder(name: string, flow: number, about: unknown): string {
    const tables = join(folder, name);
    mkdirSync(tables, { recursive: true });
    const row = `1,All,${flow},5,0,0,0,0,0,0,10`;
    const inputs = ['1950,,0', '2000,,0', '2010,,5', '2020,,0', '2030,,0', '2100,,10'].join('\n');
    writeFileSync(join(tables, 'one.csv'), `code,name,1,3011,3012,3020,3030,3040,3050,3060,3100\n${row}\n${inputs}\n`);
    if (about !== null) writeFileSync(join(tables, 'one.json'), JSON.stringify(about));
    return tables;
  }
  const ABOUT = {
    name: 'One sector',
    year: '2015',
    unit: 'MILLION_RUPIAH',
    source: { title: 'A table', publisher: 'Nobody', licence: 'facts only' },
  };

  it('loads the input-output tables of a folder, and answers with them', async () => {
    let answer: unknown;
    const { said } = await start(
      {
        SENTRA_STORE: `sqlite:${join(folder, 'tables.db')}`,
        SENTRA_DATASET: smallDataset('good', GOOD),
        SENTRA_INPUT_OUTPUT: tableFolder('tables', 5, ABOUT),
        SENTRA_PORT: '0',
      },
      async (ready) => {
        const query =
          '{ inputOutput { id fromFile scheme sources { id title relationCount } sectors { name node { id } } linkages { backward } } }';
        const response = await fetch(`${READY.exec(ready)?.[1] ?? ''}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        answer = await response.json();
      },
    );
    expect(said).not.toMatch(/did not start/);
    expect(answer).toEqual({
      data: {
        inputOutput: {
          id: 'one',
          fromFile: true,
          scheme: null,
          sources: [{ id: 'source:file-one', title: 'A table', relationCount: 0 }],
          sectors: [{ name: 'All', node: null }],
          linkages: [{ backward: 2 }],
        },
      },
    });
  });

  const failures: readonly {
    readonly what: string;
    readonly env: () => Record<string, string>;
    readonly says: readonly RegExp[];
  }[] = [
    {
      what: 'a dataset with three faults',
      env: () => ({
        SENTRA_STORE: `sqlite:${join(folder, 'faulty.db')}`,
        SENTRA_DATASET: smallDataset(
          'faulty',
          'nodes:\n  - id: planet:mars\n    name: Mars\n  - id: country:id\n    name: Indonesia\n    period: { from: 2017-13 }\nrelations:\n  - from: country:id\n    type: LOVES\n    to: country:jp\n    evidence: []\n',
        ),
      }),
      says: [/places\.yaml:2 /, /places\.yaml:6 /, /places\.yaml:(8|9) /],
    },
    {
      what: 'a dataset folder that is not there',
      env: () => ({ SENTRA_STORE: `sqlite:${join(folder, 'none.db')}`, SENTRA_DATASET: join(folder, 'not-there') }),
      says: [/not-there/],
    },
    {
      what: 'an input-output table that does not add up',
      env: () => ({
        SENTRA_STORE: `sqlite:${join(folder, 'sums.db')}`,
        SENTRA_DATASET: smallDataset('good', GOOD),
        SENTRA_INPUT_OUTPUT: tableFolder('sums', 50, ABOUT),
      }),
      says: [/one: line 2: row 1 \(All\): .* add up to 55, its output is 10/, /one: column 1/],
    },
    {
      what: 'an input-output table that nobody vouches for',
      env: () => ({
        SENTRA_STORE: `sqlite:${join(folder, 'about.db')}`,
        SENTRA_DATASET: smallDataset('good', GOOD),
        SENTRA_INPUT_OUTPUT: tableFolder('about', 5, null),
      }),
      says: [/one\.csv has no one\.json beside it/],
    },
    {
      what: 'a folder of input-output tables that is not there',
      env: () => ({
        SENTRA_STORE: `sqlite:${join(folder, 'tables.db')}`,
        SENTRA_DATASET: smallDataset('good', GOOD),
        SENTRA_INPUT_OUTPUT: join(folder, 'no-tables'),
      }),
      says: [/SENTRA_INPUT_OUTPUT names .*no-tables/],
    },
    {
      what: 'a store file that is something else',
      env: () => {
        const file = join(folder, 'foreign.db');
        writeFileSync(file, 'a letter, not a database\n'.repeat(100));
        return { SENTRA_STORE: `sqlite:${file}` };
      },
      says: [/foreign\.db/],
    },
    {
      what: 'a store where nothing can be written',
      env: () => {
        const file = join(folder, 'file');
        writeFileSync(file, '');
        return { SENTRA_STORE: `sqlite:${join(file, 'graph.db')}` };
      },
      says: [/graph\.db|file/],
    },
    {
      what: 'three wrong settings, all named at once',
      env: () => ({ SENTRA_PORT: '70000', SENTRA_LOG_LEVEL: 'loud', SENTRA_STORE: 'graph.db' }),
      says: [/SENTRA_PORT is '70000'.*65535/, /SENTRA_LOG_LEVEL is 'loud'.*info/, /SENTRA_STORE.*sqlite:/],
    },
    {
      what: 'an engine that is none',
      env: () => ({ SENTRA_STORE: 'mysql://root:secret@db/graph' }),
      says: [/mysql/, /sqlite:/],
    },
    {
      what: 'a host that is not this machine',
      env: () => ({
        SENTRA_STORE: `sqlite:${join(folder, 'host.db')}`,
        SENTRA_DATASET: smallDataset('good', GOOD),
        SENTRA_HOST: '192.0.2.1',
        SENTRA_ACCESS_CONTROL: 'elsewhere',
      }),
      says: [/192\.0\.2\.1/, /SENTRA_HOST/],
    },
    {
      what: 'an address that others reach, with nobody looking at who they are',
      env: () => ({ SENTRA_STORE: `sqlite:${join(folder, 'open.db')}`, SENTRA_HOST: '0.0.0.0' }),
      says: [/SENTRA_HOST is 0\.0\.0\.0/, /npm run keys -- add/, /SENTRA_ACCESS_CONTROL=elsewhere/],
    },
    {
      what: 'a file of keys that is damaged',
      env: () => {
        mkdirSync(join(folder, 'damaged'), { recursive: true });
        writeFileSync(join(folder, 'damaged', 'keys.json'), '{"format": 1, "keys": [', { mode: 0o600 });
        return { SENTRA_STORE: `sqlite:${join(folder, 'open.db')}`, SENTRA_ACCESS: join(folder, 'damaged') };
      },
      says: [/damaged.*keys\.json|keys\.json.*damaged/],
    },
    {
      what: 'a file of keys that others may write',
      env: () => {
        mkdirSync(join(folder, 'loose'), { recursive: true });
        const file = join(folder, 'loose', 'keys.json');
        writeFileSync(file, '{"format":1,"keys":[]}');
        chmodSync(file, 0o666);
        return { SENTRA_STORE: `sqlite:${join(folder, 'open.db')}`, SENTRA_ACCESS: join(folder, 'loose') };
      },
      says: [/chmod 600/],
    },
    {
      what: 'settings of access that are none',
      env: () => ({ SENTRA_ACCESS_CONTROL: 'off', SENTRA_PROXIES: '10.0.0.0/64', SENTRA_ALLOWANCE: '0,5' }),
      says: [
        /SENTRA_ACCESS_CONTROL is 'off'.*elsewhere/,
        /SENTRA_PROXIES.*10\.0\.0\.5/,
        /SENTRA_ALLOWANCE.*300000,5000/,
      ],
    },
  ];
  it.each(failures)('$what: one clear message and code 1', async ({ env, says }) => {
    const { code, said } = await start({ SENTRA_PORT: '0', ...env() });
    expect(code).toBe(1);
    for (const pattern of says) expect(said).toMatch(pattern);
    expect(said).toMatch(/^Sentra did not start|\nSentra did not start/);
    expect(said).not.toMatch(/\n\s+at |secret|UnhandledPromise/);
  });

  it('a port in use: says which and how to take another, code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, said } = await start({
      SENTRA_STORE: `sqlite:${join(folder, 'port.db')}`,
      SENTRA_DATASET: smallDataset('good', GOOD),
      SENTRA_PORT: String(port),
    });
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} on 127.0.0.1 is already in use`);
    expect(said).toContain('SENTRA_PORT=');
  });
});
