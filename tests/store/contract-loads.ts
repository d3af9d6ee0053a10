import { describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { seedStore } from '../../api/seeding/seed-store.ts';
import { EMPTY_REVISION, moveRevision } from '../../api/store/revision.ts';
import { records } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { allBatches, refusal } from './asking.ts';
import type { StoreOfCase } from './contract.ts';

const BATCH = 3;

class CutOff extends Error {}

/** Loading in small steps; whichever step is reached last is written, and then it breaks off. */
export function loadCases(store: StoreOfCase): void {
  const seed = (put: GraphRecords) => seedStore(store(), put, { batch: BATCH });
  const seedUntil = (put: GraphRecords, most: number) =>
    seedStore(store(), put, {
      batch: BATCH,
      onProgress: (done) => {
        if (done >= most) throw new CutOff();
      },
    });

  /** The revision is that of what is stored, and every relation has both ends and its evidence. */
  async function expectWhole(): Promise<void> {
    const digests = await allBatches(store().streamDigests());
    expect(await store().revision()).toBe(
      moveRevision(
        EMPTY_REVISION,
        digests.map(({ digest }) => digest),
        [],
      ),
    );
    const nodes = new Set((await allBatches(store().streamNodes())).map(({ id }) => id));
    const relations = await allBatches(store().streamRelations());
    expect(relations.filter(({ from, to }) => !nodes.has(from) || !nodes.has(to))).toEqual([]);
    const evidence = await store().evidenceOf(relations.map(({ id }) => id));
    expect(relations.filter(({ id }) => !evidence.has(id))).toEqual([]);
  }

  describe('loading', () => {
    it('in steps ends in what one write leaves', async () => {
      const told: [number, number][] = [];
      const summary = await seedStore(store(), tinyIndustry, {
        batch: BATCH,
        onProgress: (...progress) => told.push(progress),
      });
      expect(summary).toMatchObject({ added: 41, changed: 0, removed: 0, unchanged: 0 });
      expect(told.at(-1)).toEqual([41, 41]);
      expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
      await expectWhole();
      expect(await store().write({ put: tinyIndustry, remove: [] })).toMatchObject({
        unchanged: 41,
        revision: summary.revision,
      });
      expect(await store().loading()).toBeNull();
    });

    it.each([1, 8, 20, 33, 40])(
      'cut off after %i records leaves a whole graph; the next run does the rest',
      async (most) => {
        await expect(seedUntil(tinyIndustry, most)).rejects.toThrow(CutOff);
        await expectWhole();
        const summary = await seed(tinyIndustry);
        expect(summary.added + summary.unchanged).toBe(41);
        expect((await allBatches(store().streamDigests())).length).toBe(41);
        expect(await store().loading()).toBeNull();
        await expectWhole();
        expect(await seed(tinyIndustry)).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 41 });
      },
    );

    it.each([1, 12, 25, 40])('cut off while it removes, after %i records, is done by the next run', async (most) => {
      await seed(tinyIndustry);
      await expect(seedUntil(records({}), most)).rejects.toThrow(CutOff);
      await expectWhole();
      await seed(records({}));
      expect(await store().revision()).toBe(EMPTY_REVISION);
      expect(await store().loading()).toBeNull();
    });

    it('a broken change is refused before its first step, every fault named', async () => {
      const [relation] = tinyIndustry.relations;
      if (relation === undefined) throw new Error('the tiny industry has relations');
      const { code, message } = await refusal(
        seed({ ...tinyIndustry, relations: [...tinyIndustry.relations.slice(1), { ...relation, evidence: [] }] }),
      );
      expect(code).toBe('INVALID_CHANGE');
      expect(message).toContain('no evidence');
      expect(await store().revision()).toBe(EMPTY_REVISION);
      expect(await store().loading()).toBeNull();
    });
  });
}
