import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DAY_MAX,
  firstDay,
  parseDisagreementId,
  parsePartialDate,
  parseSourceId,
  type EvidenceKind,
  type SourceId,
} from '#vocabulary';
import { buildProjection } from '../../api/projection/build-projection.ts';
import type { AdjacencyRows, Projection, WalkFilter } from '../../api/projection/projection.ts';
import { ProjectionError } from '../../api/projection/projection-error.ts';
import {
  inBatches,
  nodeId,
  projectionOf,
  relationId,
  storedNode,
  storedRelation,
} from '../analysis/graph-of-records.ts';
import { randomGraph } from '../analysis/random-graphs.ts';

/** A cluster that moved from one province to another, its buyer, and decoys of evidence, period and form of id. */
const moved = {
  nodes: [
    { id: 'regency:b', type: 'Regency' as const, name: 'Zebra' },
    { id: 'cluster:a', type: 'SmiCluster' as const, kind: 'GROUP', name: 'Éa' },
    { id: 'province:old', type: 'Province' as const, name: 'Old' },
    { id: 'province:new', type: 'Province' as const, name: 'New' },
    { id: 'large-industry:l', type: 'LargeIndustry' as const, name: 'ea' },
  ],
  relations: [
    { id: 'odd', type: 'FOSTERS' as const, from: 'large-industry:l', to: 'cluster:a', evidence: 'INFERRED' as const },
    {
      id: 'cluster:a--SUPPLIES--large-industry:l#late',
      type: 'SUPPLIES' as const,
      from: 'cluster:a',
      to: 'large-industry:l',
      carries: 'SCRAP' as const,
    },
    {
      id: 'cluster:a--SUPPLIES--large-industry:l',
      type: 'SUPPLIES' as const,
      from: 'cluster:a',
      to: 'large-industry:l',
      share: 0.6,
      period: { from: '2019', to: '..' },
    },
    { id: 'cluster:a--LOCATED_IN--regency:b', type: 'LOCATED_IN' as const, from: 'cluster:a', to: 'regency:b' },
    {
      id: 'regency:b--LOCATED_IN--province:old',
      type: 'LOCATED_IN' as const,
      from: 'regency:b',
      to: 'province:old',
      period: { to: '2022' },
    },
    {
      id: 'regency:b--LOCATED_IN--province:new',
      type: 'LOCATED_IN' as const,
      from: 'regency:b',
      to: 'province:new',
      period: { from: '2022', to: '..' },
    },
  ],
};

const index = (projection: Projection, id: string): number => projection.nodeIndex(nodeId(id)) ?? -1;

function row(rows: AdjacencyRows, node: number): number[] {
  return Array.from(rows.relations.subarray(rows.offsets[node], rows.offsets[node + 1]));
}

describe('a projection', () => {
  test('gives back nodes and relations as they came, ascending by id, whatever the order of the stream', async () => {
    const projection = await projectionOf(moved);
    const ids = Array.from({ length: projection.nodeCount }, (_, node) => projection.nodeId(node));
    expect(ids).toEqual(['cluster:a', 'large-industry:l', 'province:new', 'province:old', 'regency:b']);
    expect([projection.nodeType(0), projection.nodeKind(0), projection.nodeName(0)]).toEqual([
      'SmiCluster',
      'GROUP',
      'Éa',
    ]);
    expect(projection.nodeKind(1)).toBeNull();
    expect(projection.nodesOfType('Province')).toEqual([2, 3]);
    expect(projection.nodesOfType('Person')).toEqual([]);
    const relations = Array.from({ length: projection.relationCount }, (_, relation) =>
      projection.relationId(relation),
    );
    expect(relations).toEqual(moved.relations.map(({ id }) => id).sort());
    expect(relations.map((id) => projection.relationIndex(id))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(projection.relationIndex(relationId('nothing'))).toBeUndefined();
    expect(projection.nodeIndex(nodeId('nobody'))).toBeUndefined();
  });

  test('keeps type, ends, evidence, share, scrap and bounds of a relation', async () => {
    const projection = await projectionOf(moved);
    const at = (id: string): number => projection.relationIndex(relationId(id)) ?? -1;
    const supplies = at('cluster:a--SUPPLIES--large-industry:l');
    expect(projection.relationType(supplies)).toBe('SUPPLIES');
    expect([projection.relationFrom(supplies), projection.relationTo(supplies)]).toEqual([0, 1]);
    expect([projection.relationShare(supplies), projection.relationShare(at('odd'))]).toEqual([0.6, null]);
    expect(projection.relationIsScrap(supplies)).toBe(false);
    expect(projection.relationIsScrap(at('cluster:a--SUPPLIES--large-industry:l#late'))).toBe(true);
    expect(projection.relationEvidence(at('odd'))).toBe('INFERRED');
    expect(projection.relationBounds(supplies).earliestStart).toBe(firstDay(parsePartialDate('2019')));
    expect(projection.relationBounds(supplies).earliestEnd).toBe(DAY_MAX);
  });

  test('stands on shared memory, so that a worker can walk it', async () => {
    const { outgoing, incoming } = await projectionOf(moved);
    for (const rows of [outgoing, incoming]) {
      expect(rows.offsets.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(rows.relations.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });

  test('has every relation once in the row of its start and once in the row of its end, ascending', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph(0, 40), async (graph) => {
        const projection = await projectionOf(graph);
        for (let node = 0; node < projection.nodeCount; node += 1) {
          const id = projection.nodeId(node);
          const idsOf = (rows: AdjacencyRows) => row(rows, node).map((relation) => projection.relationId(relation));
          expect(idsOf(projection.outgoing)).toEqual(
            graph.relations.filter(({ from }) => from === id).map((r) => r.id),
          );
          expect(idsOf(projection.incoming)).toEqual(graph.relations.filter(({ to }) => to === id).map((r) => r.id));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('knows in which place a node is, over any number of steps and at a date', async () => {
    const projection = await projectionOf(moved);
    const within = (place: string, asOf?: string): boolean =>
      projection.isWithin(
        index(projection, 'cluster:a'),
        index(projection, place),
        asOf === undefined ? undefined : parsePartialDate(asOf),
      );
    expect([within('cluster:a'), within('regency:b'), within('province:old'), within('province:new')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([within('province:old', '2017'), within('province:new', '2017')]).toEqual([true, false]);
    expect([within('province:old', '2024'), within('province:new', '2024')]).toEqual([false, true]);
    expect(within('large-industry:l')).toBe(false);
  });

  test('counts only places on the evidence asked for, and all of them unless said', async () => {
    const projection = await projectionOf({
      nodes: ['a', 'b', 'c', 'd'].map((id) => ({ id, type: 'Locality' as const })),
      relations: [
        { id: 'r1', type: 'LOCATED_IN', from: 'a', to: 'b' },
        { id: 'r2', type: 'LOCATED_IN', from: 'b', to: 'c', evidence: 'GENERAL_KNOWLEDGE' },
        { id: 'r3', type: 'LOCATED_IN', from: 'c', to: 'd', evidence: 'INFERRED' },
      ],
    });
    const placesOfA = (evidence?: readonly EvidenceKind[]): readonly boolean[] =>
      [1, 2, 3].map((place) => projection.isWithin(0, place, undefined, evidence));
    expect(placesOfA()).toEqual([true, true, true]);
    expect(placesOfA(['DOCUMENTED'])).toEqual([true, false, false]);
    expect(placesOfA(['DOCUMENTED', 'GENERAL_KNOWLEDGE'])).toEqual([true, true, false]);
    expect(placesOfA(['DOCUMENTED', 'INFERRED'])).toEqual([true, false, false]);
  });

  test('orders nodes by their folded names, then by id', async () => {
    const projection = await projectionOf(moved);
    expect(projection.byName([4, 3, 2, 1, 0])).toEqual([0, 1, 2, 3, 4]);
  });

  test('that circles in LOCATED_IN is still answered', async () => {
    const projection = await projectionOf({
      nodes: ['a', 'b', 'c'].map((id) => ({ id, type: 'Locality' as const })),
      relations: [
        { id: 'r1', type: 'LOCATED_IN', from: 'a', to: 'b' },
        { id: 'r2', type: 'LOCATED_IN', from: 'b', to: 'a' },
      ],
    });
    expect([projection.isWithin(0, 1), projection.isWithin(0, 2)]).toEqual([true, false]);
  });
});

describe('a compiled filter', () => {
  const kept = async (filter: WalkFilter): Promise<readonly string[]> => {
    const projection = await projectionOf(moved);
    const compiled = projection.compile(filter);
    const all = Array.from({ length: projection.relationCount }, (_, relation) => relation);
    return all
      .filter((relation) => compiled.allowsRelation(relation))
      .map((relation) => projection.relationId(relation));
  };
  const places = moved.relations
    .filter(({ type }) => type === 'LOCATED_IN')
    .map(({ id }) => id)
    .sort();

  test('keeps documented relations unless told otherwise', async () => {
    expect(await kept({})).not.toContain('odd');
    expect(await kept({ evidence: [] })).toEqual(await kept({}));
    expect(await kept({ evidence: ['INFERRED'] })).toEqual(['odd']);
  });

  test('keeps types and families that are both asked for; an empty list asks for nothing', async () => {
    expect(await kept({ families: ['place'] })).toEqual(places);
    expect(await kept({ families: ['place'], relationTypes: ['SUPPLIES'] })).toEqual([]);
    expect(await kept({ families: ['place'], relationTypes: [] })).toEqual(places);
  });

  test('keeps at a date what held or possibly held then', async () => {
    expect(await kept({ families: ['place'], asOf: parsePartialDate('2024') })).toEqual(
      places.filter((id) => !id.endsWith('old')),
    );
    expect(await kept({ relationTypes: ['SUPPLIES'], asOf: parsePartialDate('2018') })).toEqual([
      'cluster:a--SUPPLIES--large-industry:l#late',
    ]);
  });

  test('closes the nodes left out, and only those', async () => {
    const projection = await projectionOf(moved);
    const filter = projection.compile({ excludedNodes: [nodeId('cluster:a'), nodeId('nobody')] });
    expect([0, 1, 2].map((node) => filter.allowsNode(node))).toEqual([false, true, true]);
  });
});

describe('the sources of relations', () => {
  const survey = parseSourceId('source:survey');
  const article = parseSourceId('source:article');
  const later = parseSourceId('source:later');
  const dates = new Map([
    [survey, { date: parsePartialDate('2019') }],
    [article, { date: null }],
    [later, { date: parsePartialDate('2021-05') }],
  ]);
  const build = (ofRelations: readonly (readonly [string, readonly SourceId[]])[]) =>
    buildProjection({
      revision: 'test',
      nodes: inBatches(['a', 'b'].map((id) => storedNode({ id, type: 'Locality' }))),
      relations: inBatches(
        ['r1', 'r2', 'r3', 'r4'].map((id) => storedRelation({ id, type: 'LOCATED_IN', from: 'a', to: 'b' })),
      ),
      sources: {
        ofRelations: inBatches(
          ofRelations.map(([id, sources]) => ({ id: relationId(id), sources })),
          2,
        ),
        byId: async (ids) => new Map([...dates].filter(([id]) => ids.includes(id))),
      },
    });

  test('are those of all relations asked about, each once, whatever order they came in', async () => {
    const projection = await build([
      ['r3', [survey]],
      ['r1', [article, survey]],
      ['r2', [survey]],
    ]);
    const of = (...ids: string[]) =>
      [...projection.sourcesOf(ids.map((id) => projection.relationIndex(relationId(id)) ?? -1))].sort();
    expect(of('r1')).toEqual([article, survey]);
    expect(of('r2', 'r3')).toEqual([survey]);
    expect(of('r1', 'r2', 'r3', 'r4')).toEqual([article, survey]);
    expect(of('r4')).toEqual([]);
    expect(of()).toEqual([]);
  });

  test('have the dates of their records; one that nothing rests on has none', async () => {
    const projection = await build([['r1', [article, survey]]]);
    expect([survey, article, later].map((id) => projection.sourceDate(id))).toEqual(['2019', null, null]);
  });

  test('of a relation that is not there are refused, since a write came between', async () => {
    await expect(build([['r9', [survey]]])).rejects.toThrow(/'r9', which is no relation/);
  });
});

test('a relation keeps the disagreement that it is a side of, in any order', async () => {
  const projection = await buildProjection({
    revision: 'test',
    nodes: inBatches(['a', 'b'].map((id) => storedNode({ id, type: 'Locality' }))),
    relations: inBatches(
      ['r3', 'r2', 'r1'].map((id) => ({
        ...storedRelation({ id, type: 'LOCATED_IN', from: 'a', to: 'b' }),
        disagreement: id === 'r3' ? parseDisagreementId('disagreement:depot') : null,
      })),
    ),
  });
  expect([0, 1, 2].map((relation) => projection.relationDisagreement(relation))).toEqual([
    null,
    null,
    'disagreement:depot',
  ]);
});

describe('records that make no graph are refused by name', () => {
  const build = (nodes: readonly string[], relations: readonly string[]) =>
    buildProjection({
      revision: 'test',
      nodes: inBatches(nodes.map((id) => storedNode({ id, type: 'Locality' }))),
      relations: inBatches(relations.map((id) => storedRelation({ id, type: 'LOCATED_IN', from: 'a', to: 'b' }))),
    });

  test.each([
    ['a relation that ends at no node', ['a'], ['r1'], /'r1' ends at 'b'/],
    ['a node that came twice', ['a', 'b', 'a'], [], /'a' came twice/],
    ['a relation that came twice', ['a', 'b'], ['r1', 'r1'], /'r1' came twice/],
  ])('%s', async (_, nodes, relations, message) => {
    const built = build(nodes, relations);
    await expect(built).rejects.toThrow(ProjectionError);
    await expect(built).rejects.toThrow(message);
  });
});
