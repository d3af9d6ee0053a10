import { describe, expect, it } from 'vitest';
import { asRelationId, parseNodeId, parsePartialDate, type RelationType } from '#vocabulary';
import { broughtByTrace, drawnTrace, type Trace, type TracedWay } from '../../web/src/actions/tracing.ts';
import { NEW_EXPLORATION } from '../../web/src/exploration/exploration.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { addWay, dropWay, tiersOf } from '../../web/src/exploration/way.ts';
import { askOther, firstAsked, MOST_WAYS, moreRows, toggled } from '../../web/src/panels/tiers/asked.ts';
import { routeText } from '../../web/src/panels/tiers/route.tsx';
import { shareText } from '../../web/src/panels/tiers/share-text.ts';
import { tierFiles } from '../../web/src/panels/tiers/tier-file.ts';
import { tierRows, traceFacts } from '../../web/src/panels/tiers/tier-rows.ts';

const ROOT = parseNodeId('large-industry:honda');
const SOURCE = {
  id: 'source:news',
  title: 'News',
  publisher: 'Duta',
  url: 'https://example.org',
  date: '2017',
  restricted: false,
};

const node = (name: string): TracedWay['nodes'][number] => ({
  id: `large-industry:${name.toLowerCase().replaceAll(/[^a-z]/g, '')}`,
  type: 'LargeIndustry',
  name,
  names: [],
  kind: null,
  code: null,
  restricted: false,
  coordinates: null,
  places: [],
});

function step(
  from: string,
  to: string,
  type: RelationType = 'SUPPLIES',
  share: number | null = null,
): TracedWay['steps'][number] {
  const [supplier, buyer] = [node(from).id, node(to).id];
  return {
    share,
    held: 'YES',
    evidenceClass: 'DOCUMENTED',
    interval: { low: share ?? 0, high: share ?? 1 },
    relations: [
      {
        id: `${supplier}--${type}--${buyer}`,
        type,
        family: type === 'AGREED_TO_SUPPLY' ? 'agreement' : 'supply',
        from: supplier,
        to: buyer,
        period: { from: null, to: null, attested: ['2017'], lastCertain: '2017' },
        evidenceClass: 'DOCUMENTED',
        disagreement: null,
        share,
        carries: null,
        valueMillionRp: null,
        coefficient: null,
        status: null,
        role: null,
        evidence: [{ kind: 'DOCUMENTED', note: null, facts: [], source: SOURCE }],
      },
    ],
  };
}

function way(names: readonly string[], end: TracedWay['end'] = null, type: RelationType = 'SUPPLIES'): TracedWay {
  return {
    tier: names.length - 1,
    end,
    held: 'YES',
    evidenceClass: 'DOCUMENTED',
    contribution: { low: 0, high: 1 },
    nodes: names.map(node),
    steps: names.slice(1).map((name, index) => step(name, names[index] ?? '', type)),
  };
}

const WAYS = [
  way(['Honda', 'Rachmat']),
  way(['Honda', 'Rachmat', 'Elang']),
  way(['Honda', 'Rachmat', 'Honda'], 'CYCLE'),
  way(['Honda', '=Karya'], null, 'AGREED_TO_SUPPLY'),
];
const TRACE: Pick<Trace, 'ways' | 'reached' | 'reachedCount'> = { ways: WAYS, reached: [], reachedCount: 3 };

describe('a trace as rows', () => {
  it('has a row a node by tier, and one of its own for a way that closes a circle', () => {
    expect(tierRows(TRACE).map(({ tier, node: { name }, circle }) => [tier, name, circle])).toEqual([
      [1, 'Rachmat', false],
      [1, '=Karya', false],
      [2, 'Elang', false],
      [2, 'Honda', true],
    ]);
  });

  it('gathers all routes of a node in the nearest of its tiers', () => {
    const [, second] = tierRows({ ways: [...WAYS, way(['Honda', 'Rachmat', '=Karya'])], reached: [] });
    expect(second?.ways.map(({ tier }) => tier)).toEqual([1, 2]);
    expect(second?.tier).toBe(1);
  });

  it('counts relations, sources, stated shares, agreements, and those about whom nothing further is recorded', () => {
    expect(traceFacts(TRACE)).toEqual({
      nodes: 3,
      tiers: 2,
      relations: 4,
      sources: 1,
      steps: 4,
      stated: 0,
      agreed: 1,
      inferred: 0,
      stops: 2,
    });
  });

  it('reads a route from the first supplier to the last buyer, whichever way was traced', () => {
    expect(routeText(way(['Honda', 'Rachmat', 'Elang']), 'UPSTREAM', 'en')).toBe(
      'Elang – supplies → Rachmat – supplies → Honda',
    );
    expect(routeText(way(['Honda', 'Rachmat']), 'DOWNSTREAM', 'id')).toBe('Honda – memasok → Rachmat');
  });
});

describe('a share in words', () => {
  const words = {
    t: ((key: string, values: object = {}) => `${key} ${Object.values(values).join(' ')}`.trim()) as never,
    percent: (part: number): string => `${Math.round(part * 100)} %`,
  };
  it.each([
    [0.3, 0.3, 'tiers.shareIs 30 %'],
    [0, 1, 'tiers.shareUnknown'],
    [0, 0.5, 'tiers.shareAtMost 50 %'],
    [0.05, 0.35, 'tiers.shareBetween 5 % 35 %'],
    [0, 0, 'tiers.shareIs 0 %'],
  ])('from %d to %d it is "%s"', (low, high, text) => {
    expect(shareText({ low, high }, words)).toBe(text);
  });
});

describe('a trace as a file', () => {
  const about = [['question', 'Who supplies']] as const;
  const files = tierFiles({ direction: 'UPSTREAM' }, TRACE, about, 'en');

  it('says what was asked, its ways, its steps and their sources', () => {
    expect(files.map(({ name }) => name)).toEqual(['about.csv', 'ways.csv', 'steps.csv', 'sources.csv']);
    const lines = files.map(({ text }) => text.trim().split('\r\n').length);
    expect(lines).toEqual([2, 5, 5, 2]);
    expect(files[1]?.text).toContain('Elang – supplies → Rachmat – supplies → Honda');
  });

  it('holds no cell that a spreadsheet would run', () => {
    expect(files[1]?.text).toContain("'=Karya");
    expect(files.every(({ text }) => !/(?:^|,)"?[=@]/m.test(text))).toBe(true);
  });
});

describe('a trace in the picture', () => {
  const asked = { ...firstAsked(ROOT, 'UPSTREAM'), root: ROOT };
  const drawn = drawnTrace(asked, WAYS);

  it('comes with all its nodes and relations in one step, and goes in one', () => {
    if (drawn === null) throw new Error('nothing drawn');
    const added = addWay(NEW_EXPLORATION, drawn, broughtByTrace(WAYS, 'en', null));
    expect(
      visibleGraph(added)
        .nodes.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['=Karya', 'Elang', 'Honda', 'Rachmat']);
    expect(visibleGraph(added).lines).toHaveLength(4);
    expect(added.step).toMatchObject({ kind: 'ADD_WAY', from: ROOT, tiers: 'UPSTREAM' });
    const gone = dropWay(added, drawn.id);
    expect(visibleGraph(gone).nodes).toEqual([]);
    expect(gone.step).toMatchObject({ kind: 'DROP_WAY', tiers: 'UPSTREAM' });
  });

  it('is nothing where nobody was found', () => {
    expect(drawnTrace(asked, [])).toBeNull();
    expect(() => tiersOf('UPSTREAM', [ROOT], [asRelationId('a--SUPPLIES--b')])).toThrow(/1 nodes/);
  });

  it('does not say that a relation held at a date nobody asked for', () => {
    const { relations } = broughtByTrace(WAYS, 'en', null);
    expect(relations.every(({ held }) => held === null)).toBe(true);
    const dated = broughtByTrace(WAYS, 'en', parsePartialDate('2017'));
    expect(dated.relations.every(({ held }) => held !== null)).toBe(true);
  });
});

describe('what the panel asks', () => {
  it('counts every kind of supply at first, and never none', () => {
    const asked = firstAsked(ROOT, 'UPSTREAM');
    expect(asked.relationTypes).toEqual(['SUPPLIES', 'DISTRIBUTES_THROUGH', 'AGREED_TO_SUPPLY']);
    expect(toggled(asked.relationTypes, 'DISTRIBUTES_THROUGH')).toEqual(['SUPPLIES', 'AGREED_TO_SUPPLY']);
    expect(toggled(['AGREED_TO_SUPPLY'], 'SUPPLIES')).toEqual(['SUPPLIES', 'AGREED_TO_SUPPLY']);
    expect(toggled(['SUPPLIES'], 'SUPPLIES')).toEqual(['SUPPLIES']);
  });

  it('shows the first ways again when something else is asked, and no more than the most', () => {
    const asked = { ...firstAsked(ROOT, 'UPSTREAM'), rows: 200 };
    expect(askOther(asked, { depth: 2 }).rows).toBe(50);
    expect([50, 100, 200, 500].map(moreRows)).toEqual([100, 200, 500, MOST_WAYS]);
  });
});
