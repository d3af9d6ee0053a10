/** SQL that somebody runs on the file past Sentra: what is well-formed is taken in at the next look. What is not: sqlite-left-out.test.ts. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { datasetRevision, seedStore } from '../../api/seeding/seed-store.ts';
import { openStore } from '../../api/store/open-store.ts';
import { anyGraph } from '../fixtures/random-graph.ts';
import { evidence, node, period, records, relation } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { BASE, SUPPLY, WITHOUT_DECOY, editedFile } from './edited-file.ts';

const NEW_ID = 'small-industry:new--SUPPLIES--large-industry:b';
const UNBOUNDED = "NULL, NULL, '[]', 0, 0, 0, 0";
const NEW_NODE = `INSERT INTO node VALUES (NULL, 'small-industry:new', '', 'SmallIndustry', 'New maker', '', '[]', '[]', NULL, NULL, NULL, NULL, NULL, NULL, ${UNBOUNDED}, 0)`;
const NEW_RELATION = `INSERT INTO relation SELECT NULL, '${NEW_ID}', '', 'SUPPLIES', f.key, t.key, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, '["2024"]', 0, 0, 0, 0, 0 FROM node f, node t WHERE f.id = 'small-industry:new' AND t.id = 'large-industry:b';
  INSERT INTO relation_evidence SELECT r.key, 0, s.key, 'INFERRED', 'seen', '[]' FROM relation r, source s
    WHERE r.id = '${NEW_ID}' AND s.id = 'source:survey'`;
const NEW_RECORDS = {
  nodes: [node('small-industry:new', { name: 'New maker' })],
  relations: [
    relation('small-industry:new', 'SUPPLIES', 'large-industry:b', {
      carries: null,
      period: period(null, null, '2024'),
      evidence: [evidence('source:survey', 'INFERRED', { note: 'seen' })],
    }),
  ],
};

function withMore(more: Partial<GraphRecords>): GraphRecords {
  return {
    ...BASE,
    nodes: [...BASE.nodes, ...(more.nodes ?? [])],
    relations: [...BASE.relations, ...(more.relations ?? [])],
  };
}

describe('a store in a file', () => {
  const { path, store, closedDuring, sql, expectJust } = editedFile();

  describe('in which somebody else', () => {
    it('made a node and a relation takes them in, with all that follows from them', async () => {
      sql(NEW_NODE);
      sql(NEW_RELATION);
      expect(await store().takeIn()).toMatchObject({ takenIn: 2, faultCount: 0 });
      await expectJust(withMore(NEW_RECORDS));
    });

    it('in a process of their own, changed a name answers with it in its place in the order', async () => {
      const script = `const Database = require('libsql'); const other = new Database(process.argv[1]);
        other.exec("UPDATE node SET name = 'Zinc' WHERE id = 'cluster:a'"); other.close();`;
      const ended = spawnSync(process.execPath, ['-e', script, path()], { encoding: 'utf8' });
      expect([ended.status, ended.stderr]).toEqual([0, '']);
      expect(await store().takeIn()).toMatchObject({ takenIn: 1, faultCount: 0 });
      await expectJust({
        ...BASE,
        nodes: [node('cluster:a', { name: 'Zinc', evidence: [evidence()] }), ...BASE.nodes.slice(1)],
      });
    });

    it.each(['node', 'source', 'relation'] as const)('marked a %s as restricted is known of at once', async (table) => {
      expect(await store().marks()).toBe('');
      sql(`UPDATE ${table} SET restricted = 1 WHERE key = 1`);
      expect(await store().marks()).not.toBe('');
      expect(await store().takeIn()).toMatchObject({ takenIn: 1, faultCount: 0 });
    });

    it('made a marked node is known of at once, too', async () => {
      sql(NEW_NODE.replace(/, 0\)$/, ', 1)'));
      expect(await store().marks()).not.toBe('');
      expect(await store().takeIn()).toMatchObject({ takenIn: 1, faultCount: 0 });
      await expectJust(withMore({ nodes: NEW_RECORDS.nodes.map((one) => ({ ...one, restricted: true as const })) }));
    });

    it('changed what filters compare computes that anew', async () => {
      sql(`UPDATE relation SET period_from = '2020', evidence_class = 'DOCUMENTED' WHERE id = '${SUPPLY.id}';
        UPDATE relation_evidence SET kind = 'INFERRED'`);
      expect(await store().takeIn()).toMatchObject({ takenIn: 2, faultCount: 0 });
      const inferred = { evidence: [evidence('source:survey', 'INFERRED')] };
      await expectJust({
        ...BASE,
        relations: [
          { ...SUPPLY, ...inferred, period: period('2020', null) },
          relation('large-industry:b', 'SUPPLIES', 'market:decoy', inferred),
        ],
      });
    });

    it('made rows that Sentra then writes itself, before any look, ends in Sentra’s', async () => {
      sql(NEW_NODE);
      sql(NEW_RELATION);
      const { added } = await store().write({ put: records(NEW_RECORDS), remove: [] });
      expect(added).toBe(2);
      await expectJust(withMore(NEW_RECORDS));
      expect(await store().takeIn()).toMatchObject({ takenIn: 0, faultCount: 0 });
    });

    it('removed a node and left its evidence under the key that the next one gets, does not stand in its way', async () => {
      sql(
        "DELETE FROM node WHERE id = 'market:decoy'; DELETE FROM relation WHERE id <> 'cluster:a--SUPPLIES--large-industry:b'",
      );
      const next = node('market:next', { evidence: [evidence('source:other', 'INFERRED')] });
      expect(await store().write({ put: records({ nodes: [next] }), remove: [] })).toMatchObject({ added: 1 });
      await store().takeIn();
      await expectJust({ ...WITHOUT_DECOY, nodes: [...WITHOUT_DECOY.nodes, next] });
    });

    it('ran what the README suggests takes it in', async () => {
      const readme = readFileSync(new URL('../../api/store/sqlite/README.md', import.meta.url), 'utf8');
      sql(/```sql\n([^]*?)```/.exec(readme)?.[1] ?? '');
      expect(await store().takeIn()).toMatchObject({ takenIn: 1, faultCount: 0 });
      await expectJust(withMore({ nodes: [node('small-industry:mine', { name: 'Mine of old' })] }));
    });

    it('removed a relation, with its evidence, is without it', async () => {
      sql("DELETE FROM relation WHERE id <> 'cluster:a--SUPPLIES--large-industry:b'", true);
      expect(await store().takeIn()).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
      await expectJust({ ...BASE, relations: [SUPPLY] });
    });

    it('changed the revision by itself puts it right', async () => {
      sql("UPDATE dataset SET revision = '00'");
      expect(await store().takeIn()).toMatchObject({ takenIn: 0 });
      await expectJust(BASE);
    });

    it('removed a node under its relations names what hung on it and leaves it out, until a seed puts all back', async () => {
      sql("DELETE FROM node WHERE id = 'market:decoy'");
      const { faults } = await store().takeIn();
      expect(faults.join('\n')).toMatch(/large-industry:b--SUPPLIES--market:decoy: to is missing/);
      expect(faults.join('\n')).toMatch(/evidence of a node that is gone \(row 3\)/);
      await expectJust(WITHOUT_DECOY);
      const { revision } = await seedStore(store(), BASE);
      expect(revision).toBe(datasetRevision(BASE));
      await expectJust(BASE);
      expect(await store().takeIn()).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
    });
  });

  describe('at a look', () => {
    it('finds nothing in what Sentra wrote, whatever it is', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(anyGraph, async (graph) => {
          const { revision } = await seedStore(store(), graph);
          expect(await store().takeIn({ whole: true })).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
          expect(await store().revision()).toBe(revision);
        }),
        { numRuns: 20, seed: 20_251_231 },
      );
      await seedStore(store(), tinyIndustry);
      expect(await store().takeIn({ whole: true })).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
    });

    it('goes through nothing again when nobody wrote, nor after writes of its own', async () => {
      const found = await store().takeIn();
      await store().write({ put: records({ nodes: [node('market:more')] }), remove: [] });
      await store().dataset();
      expect(await store().takeIn()).toBe(found);
      expect(await store().takeIn({ whole: true })).not.toBe(found);
    });

    it('goes through everything after a write of another process of Sentra’s, and finds nothing', async () => {
      const found = await store().takeIn();
      const other = await openStore(`sqlite:${path()}`);
      const { revision } = await other.write({ put: records({ nodes: [node('market:more')] }), remove: [] });
      await other.close();
      const again = await store().takeIn();
      expect(again).not.toBe(found);
      expect(again).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
      expect(await store().revision()).toBe(revision);
    });

    it('of a start does not fail at what was written while no Sentra ran and cannot be read', async () => {
      await closedDuring(() =>
        sql("UPDATE relation SET type = 'LOVES' WHERE id <> 'cluster:a--SUPPLIES--large-industry:b'"),
      );
      const keeper = await openProjectionKeeper(store(), { checkEveryMs: 0 });
      expect(keeper.current().projection.relationCount).toBe(1);
      await keeper.refresh();
      expect(keeper.outside().faultCount).toBe(1);
      await keeper.close();
    });

    it('takes in what was written while no Sentra ran', async () => {
      await closedDuring(() => sql("UPDATE node SET name = 'Zinc' WHERE id = 'cluster:a'"));
      expect(await store().takeIn()).toMatchObject({ takenIn: 1, faultCount: 0 });
    });
  });
});
