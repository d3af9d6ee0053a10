import { describe, expect, it } from 'vitest';
import { DAY_MAX, relationId, type GraphRecords } from '#vocabulary';
import type { RecordKey } from '../../api/store/graph-store.ts';
import { EMPTY_REVISION } from '../../api/store/revision.ts';
import { disagreement, evidence, figure, node, period, records, relation, source } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { allBatches, id, refusal } from './asking.ts';
import type { OpenEmptyStore, StoreOfCase } from './contract.ts';

const NOTHING = records({});
const TWO = records({
  sources: [source()],
  nodes: [node('cluster:a'), node('large-industry:b')],
  relations: [relation('cluster:a', 'SUPPLIES', 'large-industry:b')],
});

function keysOf(put: GraphRecords): RecordKey[] {
  return [
    ...put.sources.map((r): RecordKey => ({ kind: 'source', id: r.id })),
    ...put.nodes.map((r): RecordKey => ({ kind: 'node', id: r.id })),
    ...put.relations.map((r): RecordKey => ({ kind: 'relation', id: r.id })),
    ...put.figures.map((r): RecordKey => ({ kind: 'figure', id: r.id })),
    ...put.disagreements.map((r): RecordKey => ({ kind: 'disagreement', id: r.id })),
  ];
}

export function writeCases(store: StoreOfCase, open: OpenEmptyStore): void {
  const put = (lists: Partial<GraphRecords>) => store().write({ put: records(lists), remove: [] });
  const remove = (...keys: RecordKey[]) => store().write({ put: NOTHING, remove: keys });

  describe('writing', () => {
    it('twice the same changes nothing the second time', async () => {
      const first = await put(tinyIndustry);
      expect(first).toMatchObject({ added: 41, changed: 0, removed: 0, unchanged: 0 });
      const second = await put(tinyIndustry);
      expect(second).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 41, revision: first.revision });
    });

    it('a changed record replaces it whole, and only it', async () => {
      await put(TWO);
      const changed = relation('cluster:a', 'SUPPLIES', 'large-industry:b', {
        period: period('2020', '..'),
        evidence: [evidence('source:survey', 'INFERRED')],
      });
      expect(await put({ relations: [changed], nodes: TWO.nodes })).toMatchObject({
        added: 0,
        changed: 1,
        unchanged: 2,
      });
      const stored = (await store().relationsById([changed.id])).get(changed.id);
      expect(stored).toMatchObject({ evidenceClass: 'INFERRED', bounds: { earliestEnd: DAY_MAX } });
      expect((await store().evidenceOf([changed.id])).get(changed.id)).toEqual(changed.evidence);
    });

    it('a node’s new name moves it in lists and leaves its relations', async () => {
      await put(TWO);
      await put({ nodes: [node('cluster:a', { name: 'Zinc' })] });
      expect((await store().listNodes({ first: 5 })).items.map(({ name }) => name)).toEqual(['b', 'Zinc']);
      expect((await store().neighbourhood({ of: [id('cluster:a')], first: 5 })).total.relations).toBe(1);
    });

    it('removes what is named, with its evidence, and does not mind what is gone already', async () => {
      await put(TWO);
      const gone = relationId(id('cluster:a'), 'SUPPLIES', id('large-industry:b'));
      expect(await remove({ kind: 'relation', id: gone })).toMatchObject({ removed: 1 });
      expect(await remove({ kind: 'relation', id: gone })).toMatchObject({ removed: 0 });
      expect((await store().evidenceOf([gone])).size).toBe(0);
      expect(await remove(...TWO.sources.map((r): RecordKey => ({ kind: 'source', id: r.id })))).toMatchObject({
        removed: 1,
      });
    });

    it('may move a relation and remove the node it left in one change', async () => {
      await put({ ...TWO, disagreements: [disagreement('disagreement:x', 'cluster:a')] });
      await store().write({
        put: records({
          nodes: [node('facility:c')],
          disagreements: [disagreement('disagreement:x', 'facility:c')],
          relations: [relation('facility:c', 'SUPPLIES', 'large-industry:b')],
        }),
        remove: [
          { kind: 'node', id: id('cluster:a') },
          { kind: 'relation', id: relationId(id('cluster:a'), 'SUPPLIES', id('large-industry:b')) },
        ],
      });
      expect((await allBatches(store().streamNodes())).map((n) => n.id)).toEqual(['facility:c', 'large-industry:b']);
    });

    it('several at once queue, and all of them count', async () => {
      await put(TWO);
      const names = Array.from({ length: 10 }, (_, i) => `cluster:n-${i}`);
      await Promise.all(names.map((name) => put({ nodes: [node(name)] })));
      expect((await store().dataset()).nodeCount).toBe(12);
    });

    it('keeps large and fractional numbers exactly', async () => {
      await put({ ...TWO, figures: [figure('cluster:a', 'OUTPUT', { value: 15_434_152_734_567, unit: 'RUPIAH' })] });
      await put({ nodes: [node('cluster:a', { latitude: -6.123456789012345, longitude: 110 })] });
      expect((await store().figuresOf([id('cluster:a')])).get(id('cluster:a'))?.[0]?.value).toBe(15_434_152_734_567);
      expect((await store().nodesById([id('cluster:a')])).get(id('cluster:a'))).toMatchObject({
        latitude: -6.123456789012345,
        longitude: 110,
      });
    });
  });

  describe('the revision', () => {
    it('is the same for the same records, however they came', async () => {
      const { revision } = await put(tinyIndustry);
      const other = await open();
      try {
        const { sources, nodes, relations, figures, disagreements } = tinyIndustry;
        await other.write({ put: records({ sources: sources.toReversed(), nodes: nodes.toReversed() }), remove: [] });
        await other.write({ put: records({ disagreements, figures }), remove: [] });
        for (const one of relations.toReversed()) await other.write({ put: records({ relations: [one] }), remove: [] });
        expect(await other.revision()).toBe(revision);
      } finally {
        await other.close();
      }
    });

    it('moves with every write and comes back when it is undone', async () => {
      expect(await store().revision()).toBe(EMPTY_REVISION);
      const { revision: before } = await put(TWO);
      const { revision: renamed } = await put({ nodes: [node('cluster:a', { name: 'Other' })] });
      const { revision: more } = await put({ nodes: [node('facility:c')] });
      expect(new Set([EMPTY_REVISION, before, renamed, more]).size).toBe(4);
      await remove({ kind: 'node', id: id('facility:c') });
      expect(await store().revision()).toBe(renamed);
      await put({ nodes: TWO.nodes });
      expect(await store().revision()).toBe(before);
    });

    it('is that of an empty store once everything is removed', async () => {
      await put(tinyIndustry);
      const { removed, revision } = await remove(...keysOf(tinyIndustry));
      expect([removed, revision]).toEqual([41, EMPTY_REVISION]);
      expect(await store().dataset()).toMatchObject({ nodeCount: 0, relationCount: 0, figureCount: 0, sourceCount: 0 });
    });
  });

  describe('a change that would break the graph', () => {
    const bare = { evidence: [] };
    const a = id('cluster:a');
    it.each([
      ['a missing end', records({ relations: [relation('cluster:a', 'SUPPLIES', 'facility:none')] }), 'facility:none'],
      [
        'a missing source',
        records({ nodes: [node('facility:c', { evidence: [evidence('source:none')] })] }),
        'source:none',
      ],
      [
        'a relation without evidence',
        records({ relations: [relation('cluster:a', 'SUPPLIES', 'cluster:a', bare)] }),
        'no evidence',
      ],
      ['a figure without evidence', records({ figures: [figure('cluster:a', 'MAKERS', bare)] }), 'no evidence'],
      ['a figure about nothing', records({ figures: [figure('facility:none', 'MAKERS')] }), 'facility:none'],
      [
        'a missing disagreement',
        records({
          figures: [figure('cluster:a', 'MAKERS', { disagreement: disagreement('disagreement:none', a).id })],
        }),
        'disagreement:none',
      ],
      [
        'an impossible period',
        records({
          nodes: [node('facility:c', { period: { ...period('2020', null), to: period('2019', null).from } })],
        }),
        'impossible period',
      ],
      ['half a position', records({ nodes: [node('facility:c', { latitude: 1 })] }), 'longitude'],
      [
        'a share above one',
        records({ relations: [relation('cluster:a', 'SUPPLIES', 'cluster:a', { share: 1.5 })] }),
        'share is 1.5',
      ],
      [
        'no number for a number',
        records({ figures: [figure('cluster:a', 'MAKERS', { value: Number.NaN })] }),
        'finite',
      ],
      ['an id of another type', records({ nodes: [{ ...node('facility:c'), type: 'Person' }] }), 'Facility'],
      [
        'an id of other ends',
        records({ relations: [{ ...relation('cluster:a', 'SUPPLIES', 'cluster:a'), to: id('large-industry:b') }] }),
        '--SUPPLIES--large-industry:b',
      ],
      ['one record twice', records({ nodes: [node('facility:c'), node('facility:c')] }), 'twice'],
    ])('by %s is refused, naming it', async (_what, change, named) => {
      const { revision } = await put(TWO);
      const { code, message } = await refusal(put({ ...change, sources: [source('source:more')] }));
      expect(code).toBe('INVALID_CHANGE');
      expect(message).toContain(named);
      expect(await store().revision()).toBe(revision);
      expect((await store().dataset()).sourceCount).toBe(1);
    });

    it('is told every fault at once', async () => {
      const { message } = await refusal(
        put({
          nodes: [node('facility:c', { latitude: 1 })],
          relations: [relation('facility:none', 'SUPPLIES', 'facility:c', bare)],
        }),
      );
      for (const part of ['longitude', 'facility:none', 'no evidence', '3 faults']) expect(message).toContain(part);
    });

    it.each([
      ['node', 'cluster:a', 'relation cluster:a--SUPPLIES--large-industry:b'],
      ['source', 'source:survey', 'relation cluster:a--SUPPLIES--large-industry:b'],
      ['disagreement', 'disagreement:x', 'figure cluster:a~MAKERS'],
      ['node', 'facility:narrow', 'figure cluster:a~MAKERS'],
    ] as const)('by removing a %s still in use, %s, is refused, naming %s', async (kind, used, by) => {
      const x = disagreement('disagreement:x', 'large-industry:b');
      await put({
        ...TWO,
        nodes: [...TWO.nodes, node('facility:narrow')],
        disagreements: [x],
        figures: [figure('cluster:a', 'MAKERS', { disagreement: x.id, within: id('facility:narrow') })],
      });
      const key = keysOf(
        records({ sources: [source()], disagreements: [x], nodes: [node('cluster:a'), node('facility:narrow')] }),
      );
      const { code, message } = await refusal(remove(...key.filter((one) => one.kind === kind && one.id === used)));
      expect(code).toBe('INVALID_CHANGE');
      expect(message).toContain(`${used}: cannot be removed, ${by} still uses it`);
    });

    it('by putting a relation to a node it removes is refused', async () => {
      await put(TWO);
      const change = { put: records({ relations: TWO.relations }), remove: [{ kind: 'node', id: a } as const] };
      expect((await refusal(store().write(change))).message).toContain('is removed by the same change');
    });
  });
}
