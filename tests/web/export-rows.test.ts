import { describe, expect, it } from 'vitest';
import { asRelationId } from '#vocabulary';
import type { Exploration } from '../../web/src/exploration/exploration.ts';
import { hide } from '../../web/src/exploration/hiding.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { contentOf } from '../../web/src/export/collect.ts';
import { idsOf, rowsOf, type Rows } from '../../web/src/export/rows.ts';
import { tableFiles } from '../../web/src/export/tables.ts';
import type { Said, SaidEvidence } from '../../web/src/export/said.ts';
import { contentNamed } from './fixture/export-content.ts';
import { answered, id, RELATIONS } from './fixture/small-picture.ts';

function source(name: string, date: string | null): SaidEvidence['source'] {
  return { id: `source:${name}`, title: name, publisher: 'p', url: null, date, language: null, licence: 'l' };
}

const said = (source: SaidEvidence['source']): SaidEvidence => ({ kind: 'DOCUMENTED', note: null, source });

/** Every relation rests on a source of its own year; one node has figures, with a source that nothing else has. */
const SAID: Said = {
  relations: new Map(
    RELATIONS.map((relation, at) => [
      relation.id,
      {
        id: relation.id,
        share: null,
        carries: null,
        valueMillionRp: null,
        coefficient: null,
        status: null,
        role: null,
        evidence: [said(source(relation.id, at === 2 ? null : `20${10 + at}`))],
      },
    ]),
  ),
  nodes: new Map([
    [
      'cluster:c1',
      {
        id: 'cluster:c1',
        code: null,
        coordinates: { latitude: -6.9, longitude: 109.1 },
        description: null,
        evidence: [],
        figures: [
          {
            id: 'f',
            measure: 'WORKERS',
            value: 12,
            unit: null,
            text: null,
            approximate: false,
            definition: null,
            within: null,
            period: { from: null, to: null, attested: ['2009'] },
            disagreement: { id: 'd' },
            evidence: [said(source('figure', '2009'))],
          },
        ],
        sectors: [{ name: 'Metal', names: [{ language: 'id' as const, text: 'Logam' }] }],
      },
    ],
  ]),
};

function rows(exploration: Exploration, only: readonly string[] | null = null): Rows {
  return rowsOf(
    {
      graph: visibleGraph(exploration),
      known: exploration,
      said: SAID,
      standing: new Map([['cluster:c1', { x: 3, y: 4 }]]),
      language: 'id',
    },
    only === null ? null : new Set(only.map(id)),
  );
}

describe('rows of a view', () => {
  it('say which of them others do not see, and tables get a column for it only then', () => {
    const files = (graph: Rows) => {
      const content = { ...contentNamed(['a']), nodes: graph.nodes, relations: graph.relations };
      return tableFiles(content).map(({ name, text }) => [name, text.split('\r\n')[0]?.endsWith(',restricted')]);
    };
    const marked = new Map([...SAID.nodes].map(([key, node]) => [key, { ...node, restricted: true }]));
    const plain = rows(answered());
    const graph = rowsOf(
      {
        graph: visibleGraph(answered()),
        known: answered(),
        said: { ...SAID, nodes: marked },
        standing: new Map(),
        language: 'en',
      },
      null,
    );
    expect(graph.nodes.filter(({ restricted }) => restricted).map((node) => node.id)).toEqual(['cluster:c1']);
    expect(plain.nodes.some((node) => 'restricted' in node)).toBe(false);
    expect(Object.fromEntries(files(graph))).toMatchObject({ 'nodes.csv': true, 'relations.csv': false });
    expect(Object.fromEntries(files(plain))).toMatchObject({ 'nodes.csv': false, 'relations.csv': false });
  });

  it('are the nodes that are drawn, in the order of the picture, and after them the stand-ins of its lines', () => {
    const { nodes } = rows(answered());
    const graph = visibleGraph(answered());
    expect(nodes.filter(({ drawn }) => drawn).map((node) => node.id)).toEqual(graph.nodes.map((node) => node.id));
    expect(
      nodes
        .filter(({ drawn }) => !drawn)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Association', 'Maker one', 'Maker two', 'Programme']);
  });

  it('have every relation that a line shows or has folded in, each with both its ends, and no decoy', () => {
    const { nodes, relations } = rows(answered());
    const ids = new Set(nodes.map((node) => node.id));
    for (const { from, to } of relations) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
    const shown = relations.map((relation) => relation.id);
    expect(shown).toContain(asRelationId('r3'));
    expect(shown).toContain(asRelationId('r1'));
    expect(shown).not.toContain(asRelationId('x'));
    expect(shown).not.toContain(asRelationId('r12'));
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('count what is shown of a node beside all it has, and know its strongest evidence', () => {
    const { nodes } = rows(answered());
    const second = nodes.find((node) => node.id === id('cluster:c2'));
    expect(second).toMatchObject({ relationsShown: 2, relationsTotal: 6, evidenceClass: 'DOCUMENTED' });
    const third = nodes.find((node) => node.id === id('cluster:c3'));
    expect(third).toMatchObject({ relationsShown: 0, relationsTotal: 6, evidenceClass: null, held: null });
  });

  it('what a person hid is in none of them', () => {
    const hidden = hide(answered(), [id('cluster:c1')]);
    const { nodes, relations } = rows(hidden);
    expect(nodes.some((node) => node.id === id('cluster:c1'))).toBe(false);
    expect(relations.some(({ from, to }) => [from, to].includes(id('cluster:c1')))).toBe(false);
    expect(relations.length).toBeGreaterThan(0);
  });

  it('of marked nodes only, they are these and what runs between them', () => {
    const { nodes, relations } = rows(answered(), ['cluster:c2', 'large-industry:l2', 'cluster:c3']);
    expect(nodes.map((node) => node.id)).toEqual(
      visibleGraph(answered())
        .nodes.map((node) => node.id)
        .filter((node) => ['cluster:c2', 'large-industry:l2', 'cluster:c3'].includes(node)),
    );
    expect(relations.map((relation) => relation.id).sort()).toEqual(['r8', 'r9']);
  });

  it('say where a node stands, on the map and in the picture, and name its sectors in the language', () => {
    const first = rows(answered()).nodes.find((node) => node.id === id('cluster:c1'));
    expect(first).toMatchObject({ x: 3, y: 4, latitude: -6.9, longitude: 109.1, sectors: ['Logam'] });
  });
});

describe('the content of a file', () => {
  it('has every source of its relations and figures once, newest first, undated last, and none of what is not in it', () => {
    const all = rows(answered());
    const { sources, figures } = contentOf(contentNamed(['q']).statement, all, SAID);
    const behind = all.relations.map((relation) => `source:${relation.id}`);
    expect(sources.map((one) => one.id).sort()).toEqual([...behind, 'source:figure'].sort());
    const dates = sources.map(({ date }) => date ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    expect(sources.some((one) => one.id === 'source:x')).toBe(false);
    expect(figures).toMatchObject([{ about: 'cluster:c1', value: 12, disputed: true }]);
  });

  it('names all that has to be asked about', () => {
    const all = rows(answered());
    expect(idsOf(all)).toEqual({
      nodes: all.nodes.map((node) => node.id),
      relations: all.relations.map((one) => one.id),
    });
  });
});
