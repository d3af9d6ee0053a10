import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDisagreementId, parseNodeId, type GraphRecords } from '#vocabulary';
import { openEdition } from '../../api/edition/open-edition.ts';
import { openStore } from '../../api/store/open-store.ts';
import { disagreement, evidence, figure, node, records, relation, source } from '../fixtures/records.ts';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { bruteForceOpen } from './brute-force-open.ts';
import { anyRestrictedGraph } from './drawn-restrictions.ts';

const HIDDEN = { restricted: true } as const;
const [OPEN, SECRET] = ['source:open', 'source:secret'];
const SOURCES = [source(OPEN), source(SECRET, HIDDEN)];
const MAKERS = ['cluster:a', 'large-industry:b', 'market:decoy'];
const nodes = MAKERS.map((id) => node(id, { evidence: [evidence(OPEN)] }));
const [A = '', B = '', DECOY = ''] = MAKERS;

function idsOf(graph: GraphRecords): string[] {
  return [...graph.sources, ...graph.nodes, ...graph.disagreements, ...graph.relations, ...graph.figures].map(
    ({ id }) => id,
  );
}

describe('what is open of a graph', () => {
  it('is all of it where nothing is marked, down to the very records', () => {
    const whole = records({ sources: SOURCES.slice(0, 1), nodes, relations: [relation(A, 'SUPPLIES', B)] });
    const open = openEdition({
      ...whole,
      relations: whole.relations.map((one) => ({ ...one, evidence: [evidence(OPEN)] })),
    });
    expect(open.nodes).toEqual(whole.nodes);
    expect(open.nodes.every((one, at) => one === whole.nodes[at])).toBe(true);
    expect(idsOf(open)).toEqual(idsOf(whole));
  });

  it('lacks a marked node with its relations, figures about and within it, and disagreements about it', () => {
    const hidden = parseNodeId('sector:hidden');
    const asked = disagreement('disagreement:hidden', hidden);
    const by = { evidence: [evidence(OPEN)] };
    const graph = records({
      sources: SOURCES,
      nodes: [...nodes, node(hidden, { scheme: 'NAMED', ...HIDDEN })],
      disagreements: [asked],
      relations: [
        relation(A, 'SUPPLIES', hidden, by),
        relation(hidden, 'SUPPLIES', A, by),
        relation(A, 'SUPPLIES', B, { ...by, disagreement: asked.id }),
      ],
      figures: [
        figure(hidden, 'MAKERS', by),
        figure(A, 'MAKERS', { ...by, key: 'in', within: hidden }),
        figure(A, 'MAKERS', { ...by, key: 'all', disagreement: asked.id }),
      ],
    });
    const open = openEdition(graph);
    expect(idsOf(open)).toEqual([OPEN, A, B, DECOY, `${A}--SUPPLIES--${B}`, `${A}~MAKERS#all`]);
    expect(JSON.stringify(open)).not.toContain('hidden');
  });

  it('lacks what only a marked source supports, and classes what others support too by those', () => {
    const both = [evidence(SECRET, 'DOCUMENTED'), evidence(OPEN, 'INFERRED', { note: 'ours' })];
    const graph = records({
      sources: SOURCES,
      nodes,
      relations: [
        relation(A, 'SUPPLIES', B, { evidence: both }),
        relation(B, 'SUPPLIES', A, { evidence: both.slice(0, 1) }),
      ],
      figures: [figure(A, 'MAKERS', { evidence: both.slice(0, 1) })],
    });
    const open = openEdition(graph);
    expect(open.relations.map(({ id, evidence: left }) => [id, left])).toEqual([
      [`${A}--SUPPLIES--${B}`, [evidence(OPEN, 'INFERRED', { note: 'ours' })]],
    ]);
    expect(open.figures).toEqual([]);
  });

  it('lacks a node that only a marked source knows, unless something open speaks of it', () => {
    const known = (id: string) => node(id, { evidence: [evidence(SECRET)] });
    const graph = records({
      sources: SOURCES,
      nodes: [...nodes, known('market:unheard'), known('market:named'), known('sector:counted'), node('market:bare')],
      relations: [
        relation(A, 'SUPPLIES', 'market:named', { evidence: [evidence(OPEN)] }),
        relation(A, 'SUPPLIES', 'market:unheard', { evidence: [evidence(SECRET)] }),
        relation(A, 'SUPPLIES', 'market:bare', { evidence: [evidence(SECRET)] }),
      ],
      figures: [figure(A, 'MAKERS', { within: parseNodeId('sector:counted'), evidence: [evidence(OPEN)] })],
    });
    const left = openEdition(graph).nodes.map(({ id }) => String(id));
    expect(left).toEqual([...MAKERS, 'market:named', 'sector:counted', 'market:bare']);
  });

  it('lacks a disagreement that is left with one side, and its name on that side', () => {
    const id = parseDisagreementId('disagreement:which');
    const side = (key: string, more: object = {}) =>
      figure(A, 'MAKERS', { key, disagreement: id, evidence: [evidence(OPEN)], ...more });
    const graph = (figures: GraphRecords['figures']) =>
      openEdition(records({ sources: SOURCES, nodes, disagreements: [disagreement(id, A)], figures }));
    const one = graph([side('1'), side('2', HIDDEN)]);
    expect([one.disagreements, one.figures.map((left) => left.disagreement)]).toEqual([[], [null]]);
    const two = graph([side('1'), side('2', HIDDEN), side('3')]);
    expect(two.disagreements.map((left) => left.id)).toEqual([id]);
    expect(two.figures.map((left) => left.disagreement)).toEqual([id, id]);
  });

  it('carries no mark, is what striking out by brute force leaves, and is open itself', () => {
    let [hidden, shown] = [0, 0];
    fc.assert(
      fc.property(anyRestrictedGraph, (graph) => {
        const open = openEdition(graph);
        expect(open).toEqual(bruteForceOpen(graph));
        expect(openEdition(open)).toEqual(open);
        expect(JSON.stringify(open)).not.toContain('restricted');
        hidden += idsOf(graph).length - idsOf(open).length;
        shown += open.relations.length + open.figures.length + open.disagreements.length;
      }),
      { numRuns: 1_000, seed: 20_251_128 },
    );
    // Otherwise the draws would say little.
    expect(hidden).toBeGreaterThan(1_000);
    expect(shown).toBeGreaterThan(1_000);
  });

  it('is a whole graph: a store takes it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRestrictedGraph, async (graph) => {
        const store = await openStore('sqlite::memory:');
        const { changed } = await store.write({ put: openEdition(graph), remove: [] });
        expect(changed).toBe(0);
        await store.close();
      }),
      { numRuns: 60, seed: 20_251_128 },
    );
  });

  it('does not change with whatever marked records are added', () => {
    const more = {
      sources: [source('source:more', HIDDEN)],
      nodes: [node('market:more', HIDDEN)],
      disagreements: [{ ...disagreement('disagreement:more', A), ...HIDDEN }],
    };
    fc.assert(
      fc.property(anyRestrictedGraph, fc.nat({ max: 2 }), (graph, which) => {
        const plain = openEdition(graph);
        const ends = [...plain.nodes.map(({ id }) => String(id)), 'market:more'];
        const relations = ends.flatMap((from, at) => [
          relation(from, 'SUPPLIES', ends[(at + which) % ends.length] ?? from, {
            key: 'more',
            evidence: [evidence('source:more')],
          }),
          relation(from, 'LOCATED_WITH', 'market:more', { evidence: [evidence('source:more', 'INFERRED')], ...HIDDEN }),
        ]);
        const enlarged: GraphRecords = {
          sources: [...plain.sources, ...more.sources],
          nodes: [...plain.nodes, ...more.nodes],
          disagreements: [...plain.disagreements, ...(ends.includes(A) ? more.disagreements : [])],
          relations: [...plain.relations, ...relations],
          figures: [...plain.figures, figure('market:more', 'MAKERS', { evidence: [evidence('source:more')] })],
        };
        expect(openEdition(enlarged)).toEqual(plain);
      }),
      { numRuns: 300, seed: 20_251_128 },
    );
  });

  it('of the tiny industry lacks a disagreement that never had sides', () => {
    const { disagreements, ...rest } = openEdition(tinyIndustry);
    const { disagreements: all, ...whole } = tinyIndustry;
    expect(rest).toEqual(whole);
    expect(all.length - disagreements.length).toBe(1);
  });
});
