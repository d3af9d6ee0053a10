/** The jars of Neo4j, from Maven Central. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const POM = join(import.meta.dirname, 'pom.xml');
/** Where they are once `provideJars` has been called. */
export const JARS = join(import.meta.dirname, '..', '..', '.sentra', 'neo4j-lib');
/** Which pom the jars were copied for. */
const COPIED_FOR = join(JARS, 'pom.xml');

const Said = z.object({ stdout: z.string(), stderr: z.string() });

/** What is missing for a Neo4j on this machine and how to get it, or null. */
export function neo4jMissing(): string | null {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(java.stderr ?? '')?.[1] ?? 0);
  const lacks = [
    ...(version >= 17 ? [] : ['Java 17']),
    ...(version >= 17 && spawnSync('javac', ['-version']).error !== undefined ? ['its compiler'] : []),
    ...(haveJars() || spawnSync('mvn', ['-v']).status === 0 ? [] : ['Maven']),
  ];
  if (lacks.length === 0) return null;
  return `no ${lacks.join(' and no ')} on this machine; on Debian: apt-get update && apt-get install -y openjdk-17-jdk-headless maven`;
}

function haveJars(): boolean {
  return existsSync(COPIED_FOR) && readFileSync(COPIED_FOR, 'utf8') === readFileSync(POM, 'utf8');
}

/** Copies the jars once, 128 MB; two processes at once do not disturb each other. */
export async function provideJars(): Promise<void> {
  if (haveJars()) return;
  const folder = `${JARS}-${process.pid}`;
  const copied = [`-DoutputDirectory=${folder}`, '-DincludeScope=runtime'];
  try {
    await promisify(execFile)('mvn', ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', ...copied]);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const { stdout, stderr } = Said.parse(error);
    throw new Error(`Maven could not fetch Neo4j:\n${stdout}${stderr}`.slice(0, 4_000), { cause: error });
  }
  writeFileSync(join(folder, 'pom.xml'), readFileSync(POM));
  if (haveJars()) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  rmSync(JARS, { recursive: true, force: true });
  renameSync(folder, JARS);
}
