import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, on a fresh clone as after many runs: one that begins last leaves the other worker idle. */
const LONGEST = [
  'store/neo4j.test.ts',
  'api/injection.test.ts',
  'store/differential.test.ts',
  'store/neo4j-load-killed.test.ts',
  'store/sqlite-trouble.test.ts',
  'store/neo4j-server-killed.test.ts',
  'api/store-away.test.ts',
  'api/start.test.ts',
  'store/neo4j-outside.test.ts',
  'store/load-killed.test.ts',
  'store/neo4j-looks.test.ts',
  'api/both-engines.test.ts',
  'backup/backup-engines.test.ts',
  'store/neo4j-requests.test.ts',
  'store/neo4j-encryption.test.ts',
  'api/container.test.ts',
  'access/guard.test.ts',
  'api/question-limits.test.ts',
  'questions/grammar.test.ts',
  'backup/backup.test.ts',
];

function placeOf({ moduleId, project }: TestSpecification): number {
  // Those that share a process (vitest.config.ts) follow each other, or it would be started again.
  if (project.name === 'pure') return LONGEST.length + 1;
  const at = LONGEST.findIndex((file) => moduleId.endsWith(`/tests/${file}`));
  return at < 0 ? LONGEST.length : at;
}

/** The order in which Vitest begins the files: those of the list, then all others as it would itself, the pure ones last. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
