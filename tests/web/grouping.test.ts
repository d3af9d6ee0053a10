import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRelationId, parseNodeId, type NodeId, type NodeType } from '#vocabulary';
import { groupNodeId, isGroupNodeId, openGroup, setGrouping } from '../../web/src/exploration/arrangement.ts';
import { rememberGrouping, type Belonging, type BelongsTo } from '../../web/src/exploration/belonging.ts';
import { NEW_EXPLORATION, type Exploration } from '../../web/src/exploration/exploration.ts';
import {
  arrivesGroupedBy,
  drawable,
  elementsOf,
  ARRIVES_GROUPED_FROM,
  GROUPED_FROM,
  UNGROUPED_AT_MOST,
} from '../../web/src/exploration/grouping-choice.ts';
import { ungrouped } from '../../web/src/exploration/grouping.ts';
import { dropPicture, showPicture } from '../../web/src/exploration/held-picture.ts';
import type { KnownNode, KnownRelation } from '../../web/src/exploration/known.ts';
import { visibleGraph, type VisibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { must, relation } from './fixture/small-picture.ts';

const id = parseNodeId;
const [JAVA, EAST] = [id('province:33'), id('province:35')];
const FILTER = { families: [], nodeTypes: [], place: null, sector: null, evidence: [], asOf: null };

/** Firms s1–s4 and L1, L2: s1, s2, L1 in Central Java; s3 in East Java; s4 nowhere; L2 in several. */
const PLACED: readonly (readonly [string, NodeType, BelongsTo])[] = [
  ['small-industry:s1', 'SmallIndustry', JAVA],
  ['small-industry:s2', 'SmallIndustry', JAVA],
  ['small-industry:s3', 'SmallIndustry', EAST],
  ['small-industry:s4', 'SmallIndustry', 'NONE'],
  ['small-industry:s5', 'SmallIndustry', 'NONE'],
  ['large-industry:l1', 'LargeIndustry', JAVA],
  ['large-industry:l2', 'LargeIndustry', 'SEVERAL'],
  ['large-industry:l3', 'LargeIndustry', EAST],
];
const RELATIONS = [
  relation('r1', 'SUPPLIES', 'small-industry:s1', 'large-industry:l1'),
  relation('r2', 'SUPPLIES', 'small-industry:s2', 'large-industry:l1'),
  relation('r3', 'SUPPLIES', 'small-industry:s1', 'small-industry:s3'),
  relation('r4', 'SUPPLIES', 'small-industry:s2', 'large-industry:l3', { evidenceClass: 'INFERRED' }),
  relation('r5', 'SUPPLIES', 'small-industry:s4', 'large-industry:l1', { evidenceClass: 'INFERRED' }),
  relation('r6', 'SUPPLIES', 'large-industry:l1', 'small-industry:s3'),
  relation('r7', 'FUNDS', 'large-industry:l1', 'small-industry:s3'),
  relation('r8', 'SUPPLIES', 'small-industry:s5', 'large-industry:l2', { disputed: true }),
];

const known = (text: string, type: NodeType): KnownNode => ({
  id: id(text),
  type,
  name: text,
  kind: null,
  places: [],
  at: null,
});
const belongs = (province: BelongsTo, cluster: BelongsTo = 'NONE'): Belonging => ({
  country: 'NONE',
  province,
  regency: 'NONE',
  sector: 'NONE',
  cluster,
});

function shown(nodes: readonly KnownNode[], relations: readonly KnownRelation[]): Exploration {
  const held = {
    filter: FILTER,
    nodes: nodes.map((node) => node.id),
    relations: relations.map((one) => one.id),
    total: { nodes: nodes.length, relations: relations.length },
    leftOut: 0,
  };
  return showPicture(NEW_EXPLORATION, held, { nodes, relations }, 'NONE');
}

const whole = rememberGrouping(
  shown(
    PLACED.map(([text, type]) => known(text, type)),
    RELATIONS,
  ),
  {
    belonging: Object.fromEntries(PLACED.map(([text, , province]) => [text, belongs(province)])),
    names: { [JAVA]: 'Central Java', [EAST]: 'East Java' },
    words: {
      none: { COUNTRY: '', PROVINCE: 'No province recorded', REGENCY: '', SECTOR: '', COMMUNITY: 'In no community' },
      several: { COUNTRY: '', PROVINCE: 'In several provinces', REGENCY: '', SECTOR: '' },
      around: 'Around {name}',
    },
  },
);

const names = ({ nodes }: VisibleGraph): readonly string[] => nodes.map(({ name }) => name);
const lineRows = ({ lines }: VisibleGraph) =>
  lines.map(({ from, to, family, relations, inferred, disputed }) => ({
    from,
    to,
    family,
    relations,
    inferred,
    disputed,
  }));

describe('a picture grouped by province', () => {
  const grouped = visibleGraph(setGrouping(whole, 'PROVINCE'));
  const [java, east, none] = [
    groupNodeId('PROVINCE', JAVA),
    groupNodeId('PROVINCE', EAST),
    groupNodeId('PROVINCE', 'NONE'),
  ];

  it('gathers what lies in one province, names those of which none is recorded, and drops nobody', () => {
    expect(names(grouped)).toEqual(['Central Java', 'East Java', 'No province recorded', 'large-industry:l2']);
    const members = grouped.nodes.flatMap((node) => node.group?.members ?? [node.id]);
    expect(members.toSorted()).toEqual(PLACED.map(([text]) => id(text)).toSorted());
  });

  it('counts members by type and the relations inside', () => {
    expect(must(grouped.nodes[0]?.group)).toMatchObject({
      by: JAVA,
      types: [
        { type: 'SmallIndustry', count: 2 },
        { type: 'LargeIndustry', count: 1 },
      ],
      inside: 2,
    });
  });

  it('bundles relations between groups by family and direction; only what is all inferred looks inferred', () => {
    const l2 = id('large-industry:l2');
    expect(lineRows(grouped)).toEqual([
      { from: java, to: east, family: 'supply', relations: ['r3', 'r4', 'r6'], inferred: false, disputed: false },
      { from: java, to: east, family: 'support', relations: ['r7'], inferred: false, disputed: false },
      { from: none, to: java, family: 'supply', relations: ['r5'], inferred: true, disputed: false },
      { from: none, to: l2, family: 'supply', relations: ['r8'], inferred: false, disputed: true },
    ]);
  });

  it('opens one group: its members stand for themselves and came from it, the others stay as they were', () => {
    const opened = visibleGraph(openGroup(setGrouping(whole, 'PROVINCE'), java));
    expect(names(opened)).toEqual([
      'small-industry:s1',
      'small-industry:s2',
      'East Java',
      'No province recorded',
      'large-industry:l1',
      'large-industry:l2',
    ]);
    expect(opened.nodes.filter(({ parent }) => parent === java)).toHaveLength(3);
    expect(opened.nodes.find(({ id: node }) => node === east)).toEqual(grouped.nodes[1]);
    expect(opened.lines.flatMap((line) => line.relations).toSorted()).toEqual(RELATIONS.map((one) => one.id));
  });

  it('keeps the counts of the picture, and can be asked how it is ungrouped', () => {
    expect(grouped.shown).toEqual({ nodes: PLACED.length, relations: RELATIONS.length });
    expect(ungrouped(grouped)).toEqual(visibleGraph(whole));
  });

  it('says of a node that several are recorded, when two of that kind stand together', () => {
    const two = rememberGrouping(whole, { belonging: { [id('large-industry:l3')]: belongs('SEVERAL') } });
    expect(names(visibleGraph(setGrouping(two, 'PROVINCE')))).toContain('In several provinces');
  });

  it('does not say that nothing is recorded of a node that was not asked about yet', () => {
    const later = { ...whole, groupingFacts: { ...whole.groupingFacts, belonging: {} } };
    expect(names(visibleGraph(setGrouping(later, 'PROVINCE')))).toEqual(PLACED.map(([text]) => text));
  });
});

describe('a picture grouped otherwise', () => {
  it('by cluster: firms into theirs, whatever has none stays by itself', () => {
    const cluster = id('cluster:tegal');
    const members = rememberGrouping(whole, {
      belonging: {
        [id('small-industry:s1')]: belongs(JAVA, cluster),
        [id('small-industry:s2')]: belongs(JAVA, cluster),
      },
      names: { [cluster]: 'Metal of Tegal' },
    });
    const grouped = visibleGraph(setGrouping(members, 'CLUSTER'));
    expect(names(grouped)).toEqual(['Metal of Tegal', ...PLACED.slice(2).map(([text]) => text)]);
    expect(grouped.nodes[0]?.type).toBe('SmiCluster');
  });

  it('by community: named by the member with most relations inside', () => {
    const communities = Object.fromEntries(
      ['small-industry:s1', 'small-industry:s2', 'large-industry:l1'].map((text) => [text, 1]),
    );
    const grouped = visibleGraph(setGrouping(rememberGrouping(whole, { communities }), 'COMMUNITY'));
    expect(names(grouped)).toEqual(['Around large-industry:l1', 'In no community']);
  });
});

describe('a part of the graph shown whole', () => {
  it('is one step, and goes again without taking what else holds its nodes', () => {
    expect(whole.step).toMatchObject({ kind: 'SHOW_PICTURE', count: PLACED.length });
    expect(visibleGraph(dropPicture(whole)).nodes).toEqual([]);
    expect(dropPicture(NEW_EXPLORATION)).toBe(NEW_EXPLORATION);
  });

  it('says how much there is when it was cut', () => {
    const cut = { ...must(whole.picture), total: { nodes: 100, relations: 300 } };
    const graph = visibleGraph({ ...whole, picture: cut });
    expect(graph.shown).toEqual({ nodes: PLACED.length, relations: RELATIONS.length });
    expect(graph.total).toEqual({ nodes: 100, relations: 300 });
  });

  /** Firms in so many provinces, as evenly as told. */
  function firms(count: number, provinceOf: (index: number) => BelongsTo): Exploration {
    const nodes = Array.from({ length: count }, (_, i) => known(`small-industry:f${i}`, 'SmallIndustry'));
    const belonging = Object.fromEntries(nodes.map((node, i) => [node.id, belongs(provinceOf(i))]));
    return rememberGrouping(shown(nodes, []), { belonging });
  }
  const province = (index: number): NodeId => id(`province:${10 + (index % 30)}`);

  it('arrives as it is up to 2,000 elements, by province above, and otherwise where provinces tell too little', () => {
    const at = (exploration: Exploration) => arrivesGroupedBy(visibleGraph(exploration), exploration);
    expect(at(firms(ARRIVES_GROUPED_FROM, province))).toBe('NONE');
    expect(at(firms(ARRIVES_GROUPED_FROM + 1, province))).toBe('PROVINCE');
    const oneProvince = firms(ARRIVES_GROUPED_FROM + 1, () => JAVA);
    const sectors = must(oneProvince.picture).nodes.map(
      (node, i) => [node, { ...belongs(JAVA), sector: id(`sector:kbli-${10 + (i % 20)}`) }] as const,
    );
    expect(at(rememberGrouping(oneProvince, { belonging: Object.fromEntries(sectors) }))).toBe('SECTOR');
  });

  it('is drawn ungrouped at once, when confirmed, or not at all, by its size', () => {
    expect([GROUPED_FROM, GROUPED_FROM + 1, UNGROUPED_AT_MOST, UNGROUPED_AT_MOST + 1].map(drawable)).toEqual([
      'AT_ONCE',
      'WHEN_CONFIRMED',
      'WHEN_CONFIRMED',
      'NEVER',
    ]);
    expect(elementsOf(visibleGraph(whole))).toBe(PLACED.length + visibleGraph(whole).lines.length);
  });
});

describe('grouping any picture', () => {
  const provinces: readonly BelongsTo[] = [JAVA, EAST, 'NONE', 'SEVERAL', id('province:36')];
  const anyPicture = fc.record({
    of: fc.array(fc.constantFrom(...provinces), { minLength: 2, maxLength: 12 }),
    ends: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom('DOCUMENTED' as const, 'INFERRED' as const)), {
      maxLength: 25,
    }),
    opened: fc.subarray([...provinces]),
  });

  it('loses no node and no relation, draws each line between two that are drawn, and none of a group with itself', () => {
    fc.assert(
      fc.property(anyPicture, ({ of, ends, opened }) => {
        const nodes = of.map((_, i) => known(`small-industry:n${i}`, 'SmallIndustry'));
        const relations = ends
          .filter(([a, b]) => a !== b && a < of.length && b < of.length)
          .map(([a, b, evidenceClass], i): KnownRelation => ({
            ...relation(`r${i}`, 'SUPPLIES', `small-industry:n${a}`, `small-industry:n${b}`),
            id: asRelationId(`r${String(i).padStart(2, '0')}`),
            evidenceClass,
          }));
        const belonging = Object.fromEntries(nodes.map((node, i) => [node.id, belongs(of[i] ?? 'NONE')]));
        const exploration = opened.reduce(
          (before, by) => openGroup(before, groupNodeId('PROVINCE', by)),
          setGrouping(rememberGrouping(shown(nodes, relations), { belonging }), 'PROVINCE'),
        );
        const graph = visibleGraph(exploration);
        const drawn = new Set(graph.nodes.map((node) => node.id));
        const members = graph.nodes.flatMap((node) => node.group?.members ?? [node.id]);
        expect(members.toSorted()).toEqual(nodes.map((node) => node.id).toSorted());
        for (const { from, to } of graph.lines) {
          expect(drawn.has(from) && drawn.has(to)).toBe(true);
          expect(from === to && isGroupNodeId(from)).toBe(false);
        }
        const inside = graph.nodes.reduce((sum, node) => sum + (node.group?.inside ?? 0), 0);
        const between = graph.lines.flatMap((line) => line.relations);
        expect(new Set(between).size).toBe(between.length);
        expect(inside + between.length).toBe(relations.length);
        for (const line of graph.lines) {
          const kinds = line.relations.map((one) => exploration.relations[one]?.evidenceClass);
          expect(line.inferred).toBe(kinds.every((kind) => kind === 'INFERRED'));
        }
      }),
      { numRuns: 300 },
    );
  });
});
