import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/** Who may not import what (DESIGN.md §7), and beside each the nearest import that is right. */
const FORBIDDEN: readonly (readonly [file: string, forbidden: string, allowed: string])[] = [
  ['graph-seed/vocabulary/planted.ts', 'zod', './names.ts'],
  ['graph-seed/vocabulary/planted.ts', '../dataset/read-dataset.ts', './names.ts'],
  ['graph-seed/dataset/planted.ts', '../../api/store/graph-store.ts', '#vocabulary'],
  ['graph-seed/dataset/planted.ts', 'libsql', 'yaml'],
  ['api/store/planted.ts', './sqlite/sqlite-store.ts', './graph-store.ts'],
  ['api/store/planted.ts', '../projection/projection.ts', '#vocabulary'],
  ['api/store/planted.ts', 'libsql', 'node:crypto'],
  ['api/store/sqlite/planted.ts', 'neo4j-driver', 'libsql'],
  ['api/store/sqlite/planted.ts', '../../projection/projection.ts', '../graph-store.ts'],
  ['api/store/neo4j/planted.ts', 'libsql', 'neo4j-driver'],
  ['api/store/neo4j/planted.ts', '../sqlite/sqlite-store.ts', '../graph-store.ts'],
  ['api/projection/planted.ts', '../store/open-store.ts', '../store/graph-store.ts'],
  ['api/projection/planted.ts', '../analysis/ties/ties.ts', '#vocabulary'],
  ['api/analysis/planted.ts', '../store/graph-store.ts', '../projection/projection.ts'],
  ['api/analysis/ties/planted.ts', '../../store/graph-store.ts', '../../projection/projection.ts'],
  ['api/questions/planted.ts', '../store/graph-store.ts', '../analysis/ties/ties.ts'],
  ['api/questions/themes/planted.ts', '../../resolvers/ties.ts', '../../projection/projection.ts'],
  ['api/backup/planted.ts', '../store/open-store.ts', '../store/graph-store.ts'],
  ['api/edition/planted.ts', '../access/principal.ts', '../projection/projection-keeper.ts'],
  ['api/edition/planted.ts', '../store/open-store.ts', '../store/graph-store.ts'],
  ['api/resolvers/planted.ts', '../store/sqlite/sqlite-store.ts', '../store/graph-store.ts'],
  ['api/resolvers/planted.ts', '../server/server.ts', '../analysis/ties/ties.ts'],
  ['api/server/planted.ts', 'libsql', 'fastify'],
  ['api/server/planted.ts', '../../tests/fixtures/records.ts', '../store/graph-store.ts'],
  ['api/server/planted.ts', 'openid-client', '../access/principal.ts'],
  ['api/access/planted.ts', '../server/server.ts', 'openid-client'],
  ['api/access/planted.ts', '../store/graph-store.ts', './rights.ts'],
  ['web/src/exploration/planted.ts', 'react', 'zustand/vanilla'],
  ['web/src/exploration/planted.ts', 'cytoscape', '#vocabulary'],
  ['web/src/canvas/planted.ts', '../panels/details.tsx', 'cytoscape'],
  ['web/src/map/planted.ts', 'cytoscape', 'd3-geo'],
  ['web/src/map/planted.ts', '../canvas/reconcile.ts', '../canvas/nearest.ts'],
  ['web/src/map/planted.ts', '../panels/words.ts', '../exploration/exploration.ts'],
  ['web/src/tiers/planted.ts', '../panels/words.ts', '../appearance/appearance.ts'],
  ['web/src/tiers/planted.ts', '../actions/tracing.ts', '../languages/use-language.ts'],
  ['web/src/tiers/planted.ts', '../canvas/reconcile.ts', '../canvas/sizes.ts'],
  ['web/src/panels/planted.ts', 'cytoscape', '#vocabulary'],
  ['web/src/panels/planted.ts', '../canvas/reconcile.ts', '../exploration/exploration.ts'],
  ['web/src/export/planted.ts', 'cytoscape', '../appearance/appearance.ts'],
  ['web/src/export/planted.ts', '../panels/words.ts', '../exploration/visible-graph.ts'],
  ['web/src/sharing/planted.ts', '../actions/open-view.ts', '../exploration/exploration.ts'],
  ['web/src/app/planted.ts', '../../../api/store/graph-store.ts', '../panels/details.tsx'],
];

const staticImport = (module: string): string => `import { a } from '${module}';\nexport const b = a;\n`;
const FORMS: readonly (readonly [string, (module: string) => string])[] = [
  ['a static import', staticImport],
  ['a type import', (module) => `import type { A } from '${module}';\nexport type B = A;\n`],
  ['a re-export', (module) => `export { a } from '${module}';\n`],
  ['a dynamic import', (module) => `export const b = (): Promise<unknown> => import('${module}');\n`],
];

/** Beside the file, one for each form of the import that is forbidden, and one for that which is right. */
function planted([file, forbidden, allowed]: (typeof FORBIDDEN)[number], at: number) {
  const named = (what: string): string => file.replace(/\.ts$/, `-${at}-${what.replaceAll(' ', '-')}.ts`);
  return {
    forbidden: FORMS.map(([form, write]) => ({ form, path: named(form), text: write(forbidden) })),
    allowed: { path: named('allowed'), text: staticImport(allowed) },
  };
}

describe('import directions', () => {
  /** What is found in all that is planted, in one run: each costs half a second. */
  let findings = '';
  const found = (path: string): string =>
    findings
      .split('\n')
      .filter((line) => line.startsWith(`${path}:`))
      .join('\n');

  beforeAll(() => {
    const root = mkdtempSync(join(tmpdir(), 'sentra-directions-'));
    try {
      copyFileSync('.oxlintrc.json', join(root, '.oxlintrc.json'));
      copyFileSync('tsconfig.json', join(root, 'tsconfig.json'));
      for (const { path, text } of FORBIDDEN.map(planted).flatMap(({ forbidden, allowed }) => [
        ...forbidden,
        allowed,
      ])) {
        mkdirSync(join(root, dirname(path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      const oxlint = join(process.cwd(), 'node_modules/.bin/oxlint');
      findings = spawnSync(oxlint, ['--format=unix'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout;
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it.each(FORBIDDEN.map((direction, at) => [...direction, planted(direction, at)] as const))(
    '%s may not import %s, and may import %s',
    (_file, forbidden, _allowed, { forbidden: wrong, allowed: right }) => {
      for (const { form, path } of wrong) {
        expect(found(path), `${form} of ${forbidden}`).toContain('no-restricted-imports');
      }
      expect(found(right.path)).not.toContain('no-restricted-imports');
    },
  );
});
