import { parsePartialDate, parsePeriod } from '#vocabulary';
import { describe, expect, it } from 'vitest';
import { askQuestion, cancelQuestion } from '../../web/src/exploration/asking.ts';
import type { Exploration } from '../../web/src/exploration/exploration.ts';
import { previewAsOf } from '../../web/src/exploration/preview.ts';
import { remember } from '../../web/src/exploration/transitions.ts';
import { visibleGraphNow, type VisibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { answered, relation } from './fixture/small-picture.ts';

/* r3 and r4 are one line: r3 held 2010 to 2012, r4 is attested in 2015. r5 has no date. r8 began in 2018. */
const DATED: Exploration = remember(answered(), {
  nodes: [],
  relations: [
    relation('r3', 'SUPPLIES', 'small-industry:m1', 'large-industry:t1', {
      period: parsePeriod({ from: '2010', to: '2012' }),
    }),
    relation('r4', 'SUPPLIES', 'small-industry:m2', 'large-industry:t1', {
      period: parsePeriod({ attested: ['2015'] }),
    }),
    relation('r8', 'FUNDS', 'large-industry:l2', 'cluster:c2', { period: parsePeriod({ from: '2018' }) }),
  ],
});

function picture(exploration: Exploration): VisibleGraph {
  return visibleGraphNow(exploration);
}
const lineWith = (exploration: Exploration, id: string) =>
  picture(exploration).lines.find((line) => line.relations.some((relationId) => relationId === id));

describe('looking at a date before it is asked for', () => {
  it('takes out the lines that did not hold then, and no node', () => {
    const then = previewAsOf(DATED, parsePartialDate('2011'));
    expect(lineWith(DATED, 'r8')).toBeDefined();
    expect(lineWith(then, 'r8')).toBeUndefined();
    expect(picture(then).nodes).toEqual(picture(DATED).nodes);
  });

  it('counts on a line only the relations that held or possibly held, and is as wide as they are many', () => {
    const then = lineWith(previewAsOf(DATED, parsePartialDate('2020')), 'r4');
    expect(then?.relations).toEqual(['r4']);
    expect(then?.possible).toBe(true);
    expect(then?.width).toBeLessThan(lineWith(DATED, 'r4')?.width ?? 0);
  });

  it('dashes a line only when none of it is certain', () => {
    expect(lineWith(previewAsOf(DATED, parsePartialDate('2011')), 'r3')?.possible).toBe(false);
    expect(lineWith(previewAsOf(DATED, parsePartialDate('2011')), 'r5')?.possible).toBe(true);
  });

  it('ends where it began when it is taken back, when a question is given up and when the answer comes', () => {
    const then = previewAsOf(DATED, parsePartialDate('2011'));
    expect(previewAsOf(then, null)).toEqual(DATED);
    expect(cancelQuestion(askQuestion(then, { ...then.question, asOf: parsePartialDate('2011') })).preview).toBeNull();
    expect(answered().preview).toBeNull();
  });
});
