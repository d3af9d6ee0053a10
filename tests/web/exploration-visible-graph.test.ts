import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRelationId, parsePartialDate, type PartialDate } from '#vocabulary';
import { NEW_EXPLORATION } from '../../web/src/exploration/exploration.ts';
import { evidenceReach, FIRST_QUESTION, WITH_INFERRED } from '../../web/src/exploration/question.ts';
import { receiveExpansion, startExpansion } from '../../web/src/exploration/expanding.ts';
import { mergePeriods } from '../../web/src/exploration/merge-periods.ts';
import { dateText, periodText } from '../../web/src/exploration/period-text.ts';
import { shownOfGroup } from '../../web/src/exploration/remaining.ts';
import { receiveAnswer, askQuestion } from '../../web/src/exploration/asking.ts';
import { lineWidth, visibleGraph, type VisibleLine } from '../../web/src/exploration/visible-graph.ts';
import {
  ALL_GROUPS,
  answer,
  answered,
  ARRIVED,
  group,
  must,
  open,
  relation,
  RELATIONS,
  TIES,
} from './fixture/small-picture.ts';

const members = group('cluster:c1', 'MEMBER_OF', 'IN', 'SmallIndustry');

function line(from: string, to: string, graph = visibleGraph(answered())): VisibleLine {
  const found = graph.lines.filter((candidate) => candidate.from === from && candidate.to === to);
  expect(found.map((candidate) => candidate.id)).toHaveLength(1);
  return must(found[0]);
}

describe('what is drawn', () => {
  it('is nothing before the first answer', () => {
    expect(visibleGraph(NEW_EXPLORATION)).toMatchObject({ nodes: [], lines: [], untied: [], shown: { nodes: 0 } });
  });

  it('holds the ends of ties, the firms between them and clusters without a tie, but no member and no decoy', () => {
    expect(visibleGraph(answered()).nodes.map((node) => node.id)).toEqual([
      'cluster:c1',
      'large-industry:t1',
      'large-industry:l1',
      'large-industry:l3',
      'cluster:c2',
      'large-industry:l2',
      'cluster:c3',
    ]);
  });

  it('draws only clusters without a tie hollow', () => {
    const graph = visibleGraph(answered());
    expect(graph.nodes.filter((node) => node.hollow).map((node) => node.id)).toEqual(['cluster:c3']);
    expect(graph.untied).toEqual(['cluster:c3']);
  });

  it('bundles two firms that supply into one wider line, and says so', () => {
    const bundled = line('cluster:c1', 'large-industry:t1');
    expect(bundled).toMatchObject({
      family: 'supply',
      directed: true,
      relations: ['r3', 'r4'],
      standIns: ['r1', 'r2'],
      label: { kind: 'through', count: 2, firmsOnly: true },
      width: lineWidth('supply', 2),
    });
    expect(bundled.ties).toEqual(['cluster:c1>large-industry:t1', 'cluster:c1>large-industry:l1']);
  });

  it('draws a tie at tier 2 along the relation of the firm between', () => {
    expect(line('large-industry:t1', 'large-industry:l1')).toMatchObject({
      relations: ['r5'],
      ties: ['cluster:c1>large-industry:l1'],
    });
  });

  it('keeps an agreement apart from supply', () => {
    expect(line('cluster:c1', 'large-industry:l1')).toMatchObject({ family: 'agreement', relations: ['r7'] });
  });

  it('draws money in its own direction, from the firm to the cluster', () => {
    expect(line('large-industry:l2', 'cluster:c2')).toMatchObject({
      family: 'support',
      label: { kind: 'type', type: 'FUNDS' },
      labelAtRest: true,
    });
  });

  it('draws a shared programme without an arrow', () => {
    expect(line('cluster:c1', 'large-industry:l3')).toMatchObject({
      directed: false,
      label: { kind: 'programme' },
      relations: ['r10', 'r11'],
    });
  });

  it('never gathers what is inferred with what is documented', () => {
    expect(line('cluster:c2', 'large-industry:l2')).toMatchObject({ inferred: true, relations: ['r9'] });
    for (const drawn of visibleGraph(answered()).lines) {
      const classes = drawn.relations.map(
        (key) => RELATIONS.find((known) => known.id === key)?.evidenceClass === 'INFERRED',
      );
      expect(new Set(classes)).toEqual(new Set([drawn.inferred]));
    }
  });

  it('takes a chain through an inferred membership for inferred', () => {
    const relations = RELATIONS.map((known) =>
      known.id === 'r6' ? { ...known, evidenceClass: 'INFERRED' as const } : known,
    );
    const asked = askQuestion(NEW_EXPLORATION, FIRST_QUESTION);
    const graph = visibleGraph(receiveAnswer(asked, FIRST_QUESTION, answer(), { ...ARRIVED, relations }));
    expect(line('cluster:c1', 'large-industry:l1', graph).inferred).toBe(true);
  });

  it('marks a cluster or firm all of whose ties are inferred, and no other', () => {
    const ties = TIES.map((tie) =>
      tie.cluster === 'cluster:c2' ? { ...tie, evidenceClass: 'INFERRED' as const } : tie,
    );
    const graph = visibleGraph(answered(FIRST_QUESTION, answer(ties)));
    expect(graph.nodes.filter((node) => node.inferred).map((node) => node.id)).toEqual([
      'cluster:c2',
      'large-industry:l2',
    ]);
  });

  it('says possibly at a date, and disputed, on the line that has it', () => {
    const relations = [
      ...RELATIONS.filter((known) => known.id !== 'r5' && known.id !== 'r7'),
      relation('r5', 'SUPPLIES', 'large-industry:t1', 'large-industry:l1', { held: 'POSSIBLY' }),
      relation('r7', 'AGREED_TO_SUPPLY', 'organisation:a1', 'large-industry:l1', { held: 'YES', disputed: true }),
    ];
    const asked = askQuestion(NEW_EXPLORATION, FIRST_QUESTION);
    const graph = visibleGraph(receiveAnswer(asked, FIRST_QUESTION, answer(), { ...ARRIVED, relations }));
    expect(graph.lines.filter((drawn) => drawn.possible).flatMap((drawn) => drawn.relations)).toEqual(['r5']);
    expect(graph.lines.filter((drawn) => drawn.disputed).flatMap((drawn) => drawn.relations)).toEqual(['r7']);
  });
});

describe('an open group', () => {
  it('unfolds the lines that ran through its members, and shows the memberships', () => {
    const graph = visibleGraph(open(answered(), members));
    expect(graph.lines.some((drawn) => drawn.from === 'cluster:c1' && drawn.to === 'large-industry:t1')).toBe(false);
    expect(line('small-industry:m1', 'large-industry:t1', graph).relations).toEqual(['r3']);
    expect(line('small-industry:m1', 'cluster:c1', graph)).toMatchObject({ family: 'membership', relations: ['r1'] });
    expect(graph.nodes.find((node) => node.id === 'small-industry:m1')?.parent).toBe('cluster:c1');
  });

  it('counts what is hidden: relations that no line shows or has folded in', () => {
    const before = visibleGraph(answered()).nodes.find((node) => node.id === 'cluster:c1');
    // Of its 6 relations, r1, r2, r6 are folded in and r10 is drawn.
    expect(before?.hidden).toBe(2);
    const after = visibleGraph(open(answered(), group('cluster:c1', 'LOCATED_IN', 'OUT', 'Regency')));
    expect(after.nodes.find((node) => node.id === 'cluster:c1')?.hidden).toBe(1);
    expect(before?.relationCount).toBe(6);
    expect(visibleGraph(answered()).nodes.find((node) => node.id === 'large-industry:t1')?.hidden).toBeNull();
  });

  it('draws no line to a node that did not come along', () => {
    const key = group('cluster:c1', 'LOCATED_IN', 'OUT', 'Regency');
    const lost = relation('lost', 'LOCATED_IN', 'cluster:c1', 'locality:nowhere');
    const page = { nodes: [], relations: [lost], total: { nodes: 1, relations: 1 }, endCursor: null };
    const graph = visibleGraph(receiveExpansion(startExpansion(answered(), key), key, page));
    expect(graph.lines.some((drawn) => drawn.relations.includes(lost.id))).toBe(false);
  });

  it('says how much of the whole is shown, counting a relation once whoever brought it', () => {
    const opened = open(answered(), members);
    const expansion = must(opened.expansions[0]);
    const cut = { ...opened, expansions: [{ ...expansion, total: { nodes: 9, relations: 9 } }] };
    const graph = visibleGraph(cut);
    expect(graph.total.relations - graph.shown.relations).toBe(7);
    const shown = new Set(graph.lines.flatMap((drawn) => drawn.relations));
    expect(shownOfGroup(cut, expansion, shown)).toEqual({ nodes: 2, relations: 2 });
  });
});

describe('whatever is opened', () => {
  const anyPicture = fc
    .shuffledSubarray([...ALL_GROUPS])
    .map((groups) => visibleGraph(groups.reduce(open, answered())));

  it('no line is without both its ends, no id is drawn twice, and every line counts a relation', () => {
    fc.assert(
      fc.property(anyPicture, (graph) => {
        const ids = new Set(graph.nodes.map((node) => node.id));
        expect(ids.size).toBe(graph.nodes.length);
        expect(new Set(graph.lines.map((drawn) => drawn.id)).size).toBe(graph.lines.length);
        for (const drawn of graph.lines) {
          expect(ids.has(drawn.from) && ids.has(drawn.to)).toBe(true);
          expect(drawn.from).not.toBe(drawn.to);
          expect(drawn.relations.length).toBeGreaterThan(0);
        }
        expect(graph.shown.relations).toBe(new Set(graph.lines.flatMap((drawn) => drawn.relations)).size);
        expect(graph.total.nodes).toBeGreaterThanOrEqual(graph.shown.nodes);
      }),
      { numRuns: 80 },
    );
  });

  it('no relation of a tie is lost: each is counted or folded into a line', () => {
    const ofTies = new Set(TIES.flatMap((tie) => tie.chains.flatMap((chain) => chain.relations)));
    fc.assert(
      fc.property(anyPicture, (graph) => {
        const drawn = new Set(graph.lines.flatMap((candidate) => [...candidate.relations, ...candidate.standIns]));
        for (const key of ofTies) expect(drawn.has(key)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('a chain with a relation the page does not know is not drawn as if it were whole', () => {
    const asked = askQuestion(NEW_EXPLORATION, FIRST_QUESTION);
    const relations = RELATIONS.filter((known) => known.id !== 'r8');
    const graph = visibleGraph(receiveAnswer(asked, FIRST_QUESTION, answer(), { ...ARRIVED, relations }));
    expect(graph.lines.some((drawn) => drawn.relations.includes(asRelationId('r8')))).toBe(false);
  });
});

describe('periods in words', () => {
  const at = parsePartialDate;

  it('keeps unknown, open and attested apart', () => {
    const text = (
      from: PartialDate | '..' | null,
      to: PartialDate | '..' | null,
      attested: readonly PartialDate[] = [],
    ) => periodText({ from, to, attested }, 'en');
    expect(text(at('2011'), at('2012-05'))).toBe('2011 to 2012');
    expect(text(at('2018'), at('2018-11'))).toBe('2018');
    expect(text(at('2015'), '..')).toBe('since 2015');
    expect(text(at('2016'), null)).toBe('from 2016');
    expect(text(null, at('2012'))).toBe('until 2012');
    expect(text(null, null, [at('2010')])).toBe('2010');
    expect(text(null, null, [at('2010'), at('2018-02')])).toBe('2010 … 2018');
    expect(text(null, null)).toBe('undated');
  });

  it('writes a date as exactly as it is known', () => {
    expect([dateText(at('2017'), 'en'), dateText(at('2017-12'), 'en'), dateText(at('2017-12-26'), 'en')]).toEqual([
      '2017',
      'December 2017',
      '26 December 2017',
    ]);
  });

  it('merges periods without inventing an end', () => {
    expect(mergePeriods([])).toBeNull();
    expect(
      mergePeriods([
        { from: at('2012'), to: null, attested: [at('2013')] },
        { from: at('2011'), to: '..', attested: [] },
      ]),
    ).toEqual({ from: at('2011'), to: '..', attested: [at('2013')] });
  });
});

describe('what the evidence asked for leaves out', () => {
  const withGeneral = { ...FIRST_QUESTION, evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE'] as const };

  it('general knowledge is neither documented only nor any evidence', () => {
    expect([FIRST_QUESTION.evidence, withGeneral.evidence, WITH_INFERRED].map(evidenceReach)).toEqual([
      'DOCUMENTED',
      'GENERAL',
      'ANY',
    ]);
  });

  it('inferred ties stay hidden until inferred evidence is asked for', () => {
    const hidden = [FIRST_QUESTION, withGeneral, { ...FIRST_QUESTION, evidence: WITH_INFERRED }].map(
      (question) => visibleGraph(answered(question)).hiddenInferredTies,
    );
    expect(hidden).toEqual([4, 4, 0]);
  });
});
