/** The container's files without a container engine: read as one reads them, and started from exactly what they copy. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfiguration } from '../../api/start/configuration.ts';

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** A stage is what stands from one FROM to the next. */
function stagesOf(text: string): readonly (readonly Instruction[])[] {
  const lines = text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [word = '', ...rest] = line.split(/\s+/);
    if (word === 'FROM') stages.push([]);
    stages.at(-1)?.push({ word, rest: rest.join(' ') });
  }
  return stages;
}

interface Copy {
  readonly fromStage: boolean;
  readonly sources: readonly string[];
  readonly to: string;
}

function copiesOf(stage: readonly Instruction[]): readonly Copy[] {
  return stage
    .filter(({ word }) => word === 'COPY')
    .map(({ rest }) => {
      const words = rest.split(' ');
      const paths = words.filter((word) => !word.startsWith('--'));
      return { fromStage: words.length > paths.length, sources: paths.slice(0, -1), to: paths.at(-1) ?? '' };
    });
}

/** Where a copied path comes to lie, inside the working directory. */
function target({ to }: Copy, source: string): string {
  return to.endsWith('/') ? join(to, source.split('/').at(-1) ?? '') : to;
}

const IMAGE_FOLDER = '/sentra/';
const dockerfile = stagesOf(readFileSync('Dockerfile', 'utf8'));
const buildStage = dockerfile[0] ?? [];
const runStage = dockerfile[1] ?? [];
const wordsOf = (word: string): readonly string[] =>
  runStage.filter((one) => one.word === word).map(({ rest }) => rest);

const Service = z.object({
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()),
  healthcheck: z.object({ test: z.array(z.string()), interval: z.string(), retries: z.number() }),
  mem_limit: z.string(),
  cpus: z.number(),
  pids_limit: z.number(),
  ulimits: z.object({ nofile: z.number() }),
  stop_grace_period: z.string(),
  logging: z.object({ options: z.object({ 'max-size': z.string(), 'max-file': z.string() }) }),
});
const Compose = z.object({
  services: z.object({
    neo4j: Service.extend({
      image: z.string(),
      volumes: z.array(z.string()),
    }),
    sentra: Service.extend({ depends_on: z.object({ neo4j: z.object({ condition: z.string() }) }) }),
  }),
  volumes: z.record(z.string(), z.unknown()),
});

describe('docker-compose.yml', () => {
  const text = readFileSync('docker-compose.yml', 'utf8');
  const { services, volumes } = Compose.parse(parse(text, { merge: true }));

  it('has Neo4j 5.26 with a named volume, a health check and limits, and Sentra waiting for it', () => {
    expect(services.neo4j.image).toMatch(/^neo4j:5\.26/);
    for (const volume of services.neo4j.volumes) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
    expect(services.neo4j.healthcheck.test.join(' ')).toContain('RETURN 1');
    expect(services.sentra.depends_on.neo4j.condition).toBe('service_healthy');
    expect(services.sentra.healthcheck.test.join(' ')).toContain('/health/ready');
    // Longer than a stop may take.
    expect(Number.parseInt(services.sentra.stop_grace_period, 10)).toBeGreaterThan(10);
  });

  it('publishes nothing beyond this machine', () => {
    for (const port of [...services.neo4j.ports, ...services.sentra.ports]) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('takes the password from the environment only, and says so where it is unset', () => {
    const passwords = [services.neo4j.environment['NEO4J_AUTH'], services.sentra.environment['SENTRA_NEO4J_PASSWORD']];
    for (const password of passwords) expect(password).toMatch(/^(neo4j\/)?\$\{SENTRA_NEO4J_PASSWORD:\?[^}]{20,}\}$/);
  });

  it('names settings that Sentra knows, with values that it takes', () => {
    const environment = services.sentra.environment;
    const known = readFileSync('api/start/configuration.ts', 'utf8');
    for (const name of Object.keys(environment)) expect(known).toContain(`  ${name}: `);
    expect(readConfiguration(environment)).toMatchObject({ store: 'bolt://neo4j:7687', host: '0.0.0.0', port: 4000 });
  });
});

describe('Dockerfile', () => {
  it('builds and runs on a slim Debian of a newer Node, from no registry but the usual one', () => {
    expect(dockerfile).toHaveLength(2);
    for (const [from] of dockerfile) expect(from?.rest).toMatch(/^node:24-\w+-slim( AS build)?$/);
  });

  it('copies what is there, and nothing that .dockerignore keeps out', () => {
    const letIn = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const source of copiesOf(buildStage).flatMap(({ sources }) => sources)) {
      expect(existsSync(source), source).toBe(true);
      expect(letIn).toContain(source);
    }
  });

  it('runs scripts that package.json has, as a user who is not root, with a health check', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const runs = buildStage.filter(({ word }) => word === 'RUN').map(({ rest }) => rest);
    for (const [, script = ''] of runs.join(' ').matchAll(/npm run (\w+)/g)) expect(scripts).toHaveProperty([script]);
    expect(runs.join(' ')).toContain('npm ci');
    expect(wordsOf('USER').join(' ')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(wordsOf('HEALTHCHECK').join(' ')).toContain('/health/ready');
  });
});

describe('what the image holds', () => {
  let root: string;
  let image: string;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'sentra-image-'));
    const built = join(root, 'build');
    mkdirSync(built);
    for (const copy of copiesOf(buildStage)) {
      for (const source of copy.sources) cpSync(source, join(built, target(copy, source)), { recursive: true });
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(built, 'node_modules'));
    const build = spawn('npm', ['run', '--silent', 'build'], { cwd: built, stdio: 'ignore' });
    const [code] = await once(build, 'exit');
    if (code !== 0) throw new Error(`the build ended with ${String(code)}`);
    image = join(root, 'image');
    mkdirSync(image);
    for (const copy of copiesOf(runStage)) {
      for (const source of copy.sources) {
        const inside = source.slice(IMAGE_FOLDER.length);
        const to = join(image, target(copy, inside));
        mkdirSync(dirname(to), { recursive: true });
        if (inside === 'node_modules') symlinkSync(join(process.cwd(), 'node_modules'), to);
        else cpSync(join(built, inside), to, { recursive: true });
      }
    }
  }, 180_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('starts, seeds, is found ready by its own health check, and serves the page', async () => {
    const [, ...command] = z.array(z.string()).parse(JSON.parse(wordsOf('CMD')[0] ?? '[]'));
    const server = spawn(process.execPath, command, {
      cwd: image,
      env: { PATH: process.env['PATH'], SENTRA_STORE: `sqlite:${join(root, 'graph.db')}`, SENTRA_PORT: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    const address = await new Promise<string>((resolve, reject) => {
      server.stderr.on('data', (part: Buffer) => {
        said += part.toString('utf8');
        const at = /Sentra is at (http:\S+?)\/ /.exec(said)?.[1];
        if (at !== undefined) resolve(at);
      });
      server.on('exit', () => reject(new Error(said)));
    });
    expect(said).toMatch(/Seeded \d{3,} nodes/);
    const page = await fetch(`${address}/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain('sha256-');
    const check = z
      .array(z.string())
      .parse(JSON.parse(/CMD (\[.*)$/.exec(wordsOf('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]'));
    const health = spawn(process.execPath, check.slice(1), { env: { SENTRA_PORT: new URL(address).port } });
    expect(await once(health, 'exit')).toEqual([0, null]);
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
    const late = spawn(process.execPath, check.slice(1), { env: { SENTRA_PORT: new URL(address).port } });
    expect(await once(late, 'exit')).toEqual([1, null]);
  }, 60_000);
});
