/** SQL that somebody runs on the file past Sentra and that leaves no record behind: it is named and from then on not answered with. */
import { describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { openProjectionKeeper } from '../../api/projection/projection-keeper.ts';
import { seedStore } from '../../api/seeding/seed-store.ts';
import { records } from '../fixtures/records.ts';
import { refusal } from './asking.ts';
import { BASE, SUPPLY, WITHOUT_DECOY, editedFile } from './edited-file.ts';

describe('a store in a file', () => {
  const { store, closedDuring, sql, expectJust } = editedFile();

  describe('with what is not well-formed, such as', () => {
    const OF_DECOY = "WHERE id = 'market:decoy'";
    const OF_SUPPLY = "WHERE id = 'large-industry:b--SUPPLIES--market:decoy'";
    const WITHOUT_SUPPLY = { ...BASE, relations: [SUPPLY] };

    it.each<[string, string, GraphRecords, RegExp]>([
      [
        'a type of node that is not ours',
        `UPDATE node SET type = 'Castle' ${OF_DECOY}`,
        WITHOUT_DECOY,
        /market:decoy: type is/,
      ],
      [
        'a type other than the id’s',
        `UPDATE node SET type = 'Product' ${OF_DECOY}`,
        WITHOUT_DECOY,
        /the id is of a Market/,
      ],
      [
        'names that are no JSON',
        `UPDATE node SET names = '{' ${OF_DECOY}`,
        WITHOUT_DECOY,
        /market:decoy: names is missing/,
      ],
      [
        'a name in no language',
        `UPDATE node SET names = '[{"language":"xx","text":"a"}]' ${OF_DECOY}`,
        WITHOUT_DECOY,
        /names is xx/,
      ],
      ['half a position', `UPDATE node SET latitude = 1 ${OF_DECOY}`, WITHOUT_DECOY, /latitude and longitude both/],
      [
        'a date that is none',
        `UPDATE node SET period_from = 'then' ${OF_DECOY}`,
        WITHOUT_DECOY,
        /market:decoy: .*then/,
      ],
      [
        'a relation type that is not ours',
        `UPDATE relation SET type = 'LOVES' ${OF_SUPPLY}`,
        WITHOUT_SUPPLY,
        /type is missing or of another kind/,
      ],
      ['a share above 1', `UPDATE relation SET share = 2 ${OF_SUPPLY}`, WITHOUT_SUPPLY, /share is 2/],
      [
        'a status that is not ours',
        `UPDATE relation SET status = 'MAYBE' ${OF_SUPPLY}`,
        WITHOUT_SUPPLY,
        /status is MAYBE/,
      ],
      [
        'ends other than the id’s',
        `UPDATE relation SET to_node = from_node ${OF_SUPPLY}`,
        WITHOUT_SUPPLY,
        /the id must be/,
      ],
      [
        'a disagreement that is not there',
        `UPDATE relation SET disagreement = 99 ${OF_SUPPLY}`,
        WITHOUT_SUPPLY,
        /loose/,
      ],
      [
        'a relation without evidence',
        `DELETE FROM relation_evidence WHERE subject = (SELECT key FROM relation ${OF_SUPPLY})`,
        WITHOUT_SUPPLY,
        /has no evidence/,
      ],
      [
        'evidence of another kind',
        `UPDATE relation_evidence SET kind = 'HEARSAY' WHERE subject = (SELECT key FROM relation ${OF_SUPPLY})`,
        WITHOUT_SUPPLY,
        /evidence\.0\.1 is missing or of another kind/,
      ],
      [
        'evidence from no source',
        `UPDATE relation_evidence SET source = 99 WHERE subject = (SELECT key FROM relation ${OF_SUPPLY})`,
        WITHOUT_SUPPLY,
        /evidence leads to no source/,
      ],
    ])('%s, names it, leaves it out, and a seed puts it right', async (_what, text, rest, named) => {
      sql(text);
      const { faults, faultCount } = await store().takeIn();
      expect(faults.join('\n')).toMatch(named);
      expect(faultCount).toBe(faults.length);
      await expectJust(rest);
      // As a seed of the same dataset would: what is left out is there no more, so it is put anew.
      await seedStore(store(), BASE);
      await expectJust(BASE);
      expect(await store().takeIn()).toEqual({ takenIn: 0, faults: [], faultCount: 0 });
    });

    it('a node of another type, takes it in with its relations once its author put it right', async () => {
      sql(`UPDATE node SET type = 'Castle' ${OF_DECOY}`);
      expect((await store().takeIn()).faultCount).toBe(2);
      sql(`UPDATE node SET type = 'Market' ${OF_DECOY}`);
      expect(await store().takeIn()).toEqual({ takenIn: 2, faults: [], faultCount: 0 });
      await expectJust(BASE);
    });

    it('a node of another type, still leaves it out when the file is opened again, also for streams', async () => {
      sql(`UPDATE node SET type = 'Castle' ${OF_DECOY}`);
      await store().takeIn();
      await closedDuring(() => {});
      await expectJust(WITHOUT_DECOY);
      expect((await store().takeIn()).faultCount).toBe(2);
    });

    it('a relation without evidence, is told by the keeper, once, and no more when it was put right', async () => {
      const told: number[] = [];
      const keeper = await openProjectionKeeper(store(), {
        checkEveryMs: 0,
        onLeftOut: (found) => told.push(found.faultCount),
      });
      try {
        sql('CREATE TABLE aside AS SELECT * FROM relation_evidence; DELETE FROM relation_evidence');
        expect((await keeper.refresh()).projection.relationCount).toBe(0);
        await keeper.refresh();
        expect(keeper.outside().faultCount).toBe(2);
        sql('INSERT INTO relation_evidence SELECT * FROM aside');
        expect((await keeper.refresh()).projection.relationCount).toBe(2);
        expect(told).toEqual([2, 0]);
      } finally {
        await keeper.close();
      }
    });

    it('a relation left out, still keeps its node from being removed, and says so', async () => {
      sql(`UPDATE relation SET share = 2 ${OF_SUPPLY}`);
      await store().takeIn();
      const removal = store().write({
        put: records({}),
        remove: [{ kind: 'node', id: BASE.nodes[2]?.id ?? SUPPLY.from }],
      });
      expect((await refusal(removal)).message).toContain(
        'relation large-industry:b--SUPPLIES--market:decoy still uses it',
      );
    });
  });
});
