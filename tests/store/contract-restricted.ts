import { describe, expect, it } from 'vitest';
import type { GraphRecords } from '#vocabulary';
import { datasetRevision } from '../../api/seeding/seed-store.ts';
import { recordDigest } from '../../api/store/revision.ts';
import { disagreement, evidence, figure, node, records, relation, source } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { allBatches } from './asking.ts';
import type { StoreOfCase } from './contract.ts';
import { storedFigure, storedNode, storedRelation } from './model.ts';

const HIDDEN = { restricted: true } as const;
const ABOUT = 'cluster:a';

/** Of every kind one that is marked and one that is not. */
const GRAPH: GraphRecords = records({
  sources: [source('source:open'), source('source:secret', HIDDEN)],
  nodes: [node(ABOUT, { evidence: [evidence('source:open')] }), node('market:hidden', HIDDEN)],
  disagreements: [
    disagreement('disagreement:open', ABOUT),
    { ...disagreement('disagreement:secret', ABOUT), ...HIDDEN },
  ],
  relations: [
    relation(ABOUT, 'SUPPLIES', 'market:hidden', { evidence: [evidence('source:open')] }),
    relation(ABOUT, 'SUPPLIES', 'market:hidden', {
      key: 'secret',
      evidence: [evidence('source:secret'), evidence('source:open', 'INFERRED', { note: 'second', facts: ['A002'] })],
      ...HIDDEN,
    }),
  ],
  figures: [
    figure(ABOUT, 'MAKERS', { key: 'open', value: 3, unit: 'COUNT', evidence: [evidence('source:open')] }),
    figure(ABOUT, 'MAKERS', { key: 'secret', value: 4, unit: 'COUNT', evidence: [evidence('source:open')], ...HIDDEN }),
  ],
});

function byId<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function wholeOf(graph: GraphRecords) {
  const kinds = [
    ['source', graph.sources],
    ['node', graph.nodes],
    ['disagreement', graph.disagreements],
    ['relation', graph.relations],
    ['figure', graph.figures],
  ] as const;
  return kinds.flatMap(([kind, list]) =>
    byId<(typeof list)[number]>(list).map((record) => ({
      kind,
      id: record.id,
      digest: recordDigest(kind, record),
      record,
    })),
  );
}

export function restrictedCases(store: StoreOfCase): void {
  describe('a restricted mark', () => {
    const put = () => store().write({ put: GRAPH, remove: [] });

    it('comes back with records of every kind by their ids, and without it nothing is there', async () => {
      await put();
      const ids = { nodes: GRAPH.nodes.map(({ id }) => id), relations: GRAPH.relations.map(({ id }) => id) };
      const nodes = await store().nodesById(ids.nodes);
      for (const one of GRAPH.nodes) expect(nodes.get(one.id)).toStrictEqual(storedNode(one));
      const relations = await store().relationsById(ids.relations);
      for (const one of GRAPH.relations) expect(relations.get(one.id)).toStrictEqual(storedRelation(one));
      const figures = await store().figuresById(GRAPH.figures.map(({ id }) => id));
      for (const one of GRAPH.figures) expect(figures.get(one.id)).toStrictEqual(storedFigure(one));
      const sources = await store().sourcesById(GRAPH.sources.map(({ id }) => id));
      for (const one of GRAPH.sources) expect(sources.get(one.id)).toStrictEqual(one);
      const disagreements = await store().disagreementsById(GRAPH.disagreements.map(({ id }) => id));
      for (const one of GRAPH.disagreements) {
        expect(disagreements.get(one.id)).toStrictEqual({ ...one, relations: [], figures: [] });
      }
    });

    it('comes in lists, streams and neighbourhoods too', async () => {
      await put();
      const marked = (list: readonly { readonly restricted?: true }[]) =>
        list.filter(({ restricted }) => restricted).length;
      expect(marked((await store().listNodes({ first: 9 })).items)).toBe(1);
      expect(marked((await store().listSources({ first: 9 })).items.map((use) => use.source))).toBe(1);
      const about = GRAPH.nodes.filter(({ id }) => id === ABOUT).map(({ id }) => id);
      expect(marked([...(await store().figuresOf(about)).values()].flat())).toBe(1);
      expect(marked([...(await store().disagreementsOf(about)).values()].flat())).toBe(1);
      const around = await store().neighbourhood({ of: about, first: 9 });
      expect([marked(around.nodes), marked(around.relations)]).toEqual([1, 1]);
      expect(marked(await allBatches(store().streamNodes()))).toBe(1);
      expect(marked(await allBatches(store().streamRelations()))).toBe(1);
    });

    it('is part of the record: putting, taking it away and putting it again change one record each', async () => {
      const bare = { ...GRAPH, nodes: GRAPH.nodes.map(({ restricted: _mark, ...one }) => one) };
      await put();
      expect(await store().write({ put: GRAPH, remove: [] })).toMatchObject({ changed: 0, unchanged: 10 });
      const without = await store().write({ put: bare, remove: [] });
      expect(without).toMatchObject({ changed: 1, revision: datasetRevision(bare) });
      expect(await store().write({ put: GRAPH, remove: [] })).toMatchObject({
        changed: 1,
        revision: datasetRevision(GRAPH),
      });
    });

    it('is known of from the write on that brings the first, whatever it marks, and for good', async () => {
      const sources = GRAPH.sources.slice(0, 1);
      await store().write({ put: records({ sources, nodes: GRAPH.nodes.slice(0, 1) }), remove: [] });
      expect(await store().marks()).toBe('');
      const secret = { ...disagreement('disagreement:one', ABOUT), ...HIDDEN };
      await store().write({ put: records({ sources: [], disagreements: [secret] }), remove: [] });
      expect(await store().marks()).not.toBe('');
      await store().write({ put: records({ sources: [] }), remove: [{ kind: 'disagreement', id: secret.id }] });
      expect(await store().marks()).not.toBe('');
    });

    it.each(['sources', 'nodes', 'relations', 'figures'] as const)('on one of the %s is known of', async (list) => {
      const bare = (one: GraphRecords): GraphRecords => ({
        sources: one.sources.map(({ restricted: _mark, ...rest }) => rest),
        nodes: one.nodes.map(({ restricted: _mark, ...rest }) => rest),
        disagreements: [],
        relations: one.relations.map(({ restricted: _mark, ...rest }) => rest),
        figures: one.figures.map(({ restricted: _mark, ...rest }) => rest),
      });
      await store().write({ put: bare(GRAPH), remove: [] });
      expect(await store().marks()).toBe('');
      await store().write({ put: { ...bare(GRAPH), [list]: GRAPH[list] }, remove: [] });
      expect(await store().marks()).not.toBe('');
    });
  });

  describe('marks', () => {
    it('are others with every mark, and the same with every other write', async () => {
      await store().write({ put: GRAPH, remove: [] });
      const seen = [await store().marks()];
      const put = async (more: Partial<GraphRecords>): Promise<boolean> => {
        await store().write({ put: records({ sources: [], ...more }), remove: [] });
        const marks = await store().marks();
        const moved = !seen.includes(marks);
        seen.push(marks);
        return moved;
      };
      expect(await put(GRAPH)).toBe(false);
      expect(await put({ nodes: [node('market:open')] })).toBe(false);
      expect(await put({ nodes: [node('market:open', HIDDEN)] })).toBe(true);
      expect(await put({ nodes: [node('market:open')] })).toBe(false);
      expect(await put({ nodes: [node('market:open', HIDDEN)] })).toBe(true);
      expect(await put({ sources: [source('source:open', HIDDEN)] })).toBe(true);
      expect(await put({ relations: GRAPH.relations.map((one) => ({ ...one, ...HIDDEN })) })).toBe(true);
    });

    it('stand on what the stream of marked records names, kind by kind and by id', async () => {
      await store().write({ put: GRAPH, remove: [] });
      const wanted = wholeOf(GRAPH).filter(({ record }) => record.restricted);
      expect(wanted).toHaveLength(5);
      const found = await allBatches(store().streamMarked());
      expect(found).toEqual(wanted.map(({ kind, id }) => ({ kind, id })));
    });
  });

  describe('records by their keys', () => {
    it('are whole, and absent where there are none', async () => {
      for (const graph of [GRAPH, tinyIndustry]) await store().write({ put: graph, remove: [] });
      for (const graph of [GRAPH, tinyIndustry]) {
        const wanted = wholeOf(graph);
        const unknown = { kind: 'node', id: node('market:unknown').id } as const;
        const found = await store().wholeRecords([...wanted, unknown, ...wanted.slice(0, 2)]);
        expect([...found.keys()].sort()).toEqual(wanted.map(({ id }) => String(id)).sort());
        for (const one of wanted) expect(found.get(one.id)).toStrictEqual(one);
      }
    });

    it('are told by whom they are used, all or not at all', async () => {
      await store().write({ put: GRAPH, remove: [] });
      const used = async (kind: 'source' | 'node' | 'disagreement' | 'relation', id: string, most = 99) => {
        const key = wholeOf(GRAPH).find((one) => one.id === id);
        const uses = key === undefined ? [] : await store().usesOf([{ kind, id: key.id }], most);
        return uses && [...new Set(uses.map(({ by }) => `${by.kind} ${by.id}`))].sort();
      };
      const supplies = `relation ${ABOUT}--SUPPLIES--market:hidden`;
      expect(await used('source', 'source:secret')).toEqual([`${supplies}#secret`]);
      expect(await used('node', 'market:hidden')).toEqual([supplies, `${supplies}#secret`]);
      expect(await used('node', ABOUT)).toEqual([
        'disagreement disagreement:open',
        'disagreement disagreement:secret',
        `figure ${ABOUT}~MAKERS#open`,
        `figure ${ABOUT}~MAKERS#secret`,
        supplies,
        `${supplies}#secret`,
      ]);
      expect(await used('relation', `${ABOUT}--SUPPLIES--market:hidden`)).toEqual([]);
      expect(await used('node', 'market:hidden', 2)).toHaveLength(2);
      expect(await used('node', 'market:hidden', 1)).toBeNull();
    });

    it('are told for the writes between two revisions, as long as nobody else wrote', async () => {
      const revisions = [await store().revision()];
      const write = async (more: Partial<GraphRecords>, gone: readonly string[] = []) => {
        const all = [...wholeOf(GRAPH)];
        const remove = all.filter(({ id }) => gone.includes(id)).map(({ kind, id }) => ({ kind, id }));
        revisions.push((await store().write({ put: records({ sources: [], ...more }), remove })).revision);
      };
      const written = (from: number, to: number) => {
        const keys = store().writtenBetween(revisions[from] ?? '', revisions[to] ?? '');
        return keys && [...new Set(keys.map(({ id }) => String(id)))].sort();
      };
      await write(GRAPH);
      await write({ nodes: [node('market:more'), ...GRAPH.nodes] });
      await write({}, [`${ABOUT}~MAKERS#open`, 'source:unknown']);
      expect(written(0, 1)).toEqual(
        wholeOf(GRAPH)
          .map(({ id }) => String(id))
          .sort(),
      );
      expect(written(1, 2)).toEqual(['market:more']);
      expect(written(1, 3)).toEqual([`${ABOUT}~MAKERS#open`, 'market:more']);
      expect(written(3, 3)).toEqual([]);
      expect(written(2, 1)).toBeNull();
      expect(store().writtenBetween('0'.repeat(31) + '1', revisions[3] ?? '')).toBeNull();
    });
  });

  describe('the stream of whole records', () => {
    it.each([
      ['with marks', GRAPH],
      ['of the tiny industry', tinyIndustry],
    ])('gives back what was put, %s, with its digests, kind by kind and by id', async (_name, graph) => {
      await store().write({ put: graph, remove: [] });
      expect(await allBatches(store().streamRecords())).toStrictEqual(wholeOf(graph));
      const digests = wholeOf(graph).map(({ kind, id, digest }) => ({ kind, id, digest }));
      expect(await allBatches(store().streamDigests())).toStrictEqual(digests);
    });

    it('of an empty store is empty', async () => {
      expect(await allBatches(store().streamRecords())).toEqual([]);
    });
  });
}
