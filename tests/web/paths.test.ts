import { describe, expect, it } from 'vitest';
import { asRelationId, parseNodeId } from '#vocabulary';
import { undoableOf } from '../../web/src/exploration/history.ts';
import { NEW_EXPLORATION, type Exploration } from '../../web/src/exploration/exploration.ts';
import { visibleGraph } from '../../web/src/exploration/visible-graph.ts';
import { hover } from '../../web/src/exploration/transitions.ts';
import { addWay, lightWay, litNow, wayOf } from '../../web/src/exploration/way.ts';
import { knownNode, knownRelation } from '../../web/src/actions/known.ts';
import { askOther, firstAsked, MOST_WAYS, moreRows, typesAsked, waysAsked } from '../../web/src/panels/paths/asked.ts';

const [TEGAL, KAYABA] = [parseNodeId('cluster:metal-tegal'), parseNodeId('large-industry:kayaba')];
const SUPPLY = asRelationId(`${TEGAL}--SUPPLIES--${KAYABA}`);
const NAMED = { names: [], kind: null, code: null, restricted: false, coordinates: null, places: [] };
const ARRIVED = {
  nodes: [
    knownNode({ id: TEGAL, type: 'SmiCluster', name: 'Metal of Tegal', ...NAMED }, 'en'),
    knownNode({ id: KAYABA, type: 'LargeIndustry', name: 'Kayaba', ...NAMED }, 'en'),
  ],
  relations: [
    knownRelation(
      {
        id: SUPPLY,
        type: 'SUPPLIES',
        family: 'supply',
        from: TEGAL,
        to: KAYABA,
        period: { from: null, to: null, attested: ['2023'], lastCertain: '2023' },
        evidenceClass: 'DOCUMENTED',
        disagreement: null,
      },
      null,
    ),
  ],
};
const WAY = wayOf([TEGAL, KAYABA], [SUPPLY]);
const drawn = (exploration: Exploration): readonly string[] => visibleGraph(exploration).nodes.map(({ id }) => id);

describe('a way that is looked at', () => {
  it('is drawn and lit, and leaves the picture when nobody looks at it any more', () => {
    const looking = lightWay(NEW_EXPLORATION, WAY, ARRIVED);
    expect(drawn(looking)).toEqual([TEGAL, KAYABA]);
    expect(visibleGraph(looking).lines.map(({ relations }) => relations)).toEqual([[SUPPLY]]);
    expect(litNow(looking)).toEqual({ kind: 'relations', ids: [SUPPLY] });
    expect(drawn(lightWay(looking, null, ARRIVED))).toEqual([]);
  });

  it('is no step, and nothing that undoing would restore', () => {
    const looking = lightWay(NEW_EXPLORATION, WAY, ARRIVED);
    expect(looking.step).toBeNull();
    expect(undoableOf(looking)).not.toHaveProperty('lit');
  });

  it('stays once it was added, and yields the light to what is pointed at', () => {
    const looking = lightWay(NEW_EXPLORATION, WAY, ARRIVED);
    expect(drawn(lightWay(addWay(looking, WAY, ARRIVED), null, ARRIVED))).toEqual([TEGAL, KAYABA]);
    expect(litNow(hover(looking, { kind: 'node', id: KAYABA }))).toEqual({ kind: 'node', id: KAYABA });
  });
});

describe('what the panel asks', () => {
  it('names no kinds of relation until one is left out', () => {
    expect(typesAsked({ withoutTypes: [], everyType: false }, [])).toBeNull();
    const left = typesAsked({ withoutTypes: ['FOSTERS'], everyType: false }, ['SmiCluster', 'LargeIndustry']);
    expect(left).toContain('SUPPLIES');
    for (const out of ['FOSTERS', 'LOCATED_IN', 'LOCATED_WITH', 'NEEDS_LINKAGE_WITH', 'SECTOR_INPUT']) {
      expect(left).not.toContain(out);
    }
  });

  it('counts lying in a place where an end is one, and every kind when asked to', () => {
    expect(typesAsked({ withoutTypes: ['FOSTERS'], everyType: false }, ['Regency', undefined])).toContain('LOCATED_IN');
    const every = typesAsked({ withoutTypes: ['FOSTERS'], everyType: true }, []);
    expect(every).toContain('SECTOR_INPUT');
    expect(every).not.toContain('FOSTERS');
  });

  it('is nothing while an end is missing or both are the same', () => {
    expect(waysAsked(firstAsked(TEGAL, null), [])).toBeNull();
    expect(waysAsked(firstAsked(TEGAL, TEGAL), [])).toBeNull();
    expect(waysAsked(firstAsked(TEGAL, KAYABA), [])).toMatchObject({ from: TEGAL, to: KAYABA, first: 3 });
  });

  it('begins at the first way again when it changes, and lets go of left-out nodes when an end does', () => {
    const before = { ...firstAsked(TEGAL, KAYABA), rows: 25, at: 7, withoutNodes: [FIRM] };
    expect(askOther(before, { direction: 'OUT' })).toMatchObject({ rows: 3, at: 0, withoutNodes: [FIRM] });
    expect(askOther(before, { from: KAYABA, to: TEGAL })).toMatchObject({ withoutNodes: [] });
  });

  it('shows more up to the most that are looked for', () => {
    expect([3, 10, 25, 50].map(moreRows)).toEqual([10, 25, 50, MOST_WAYS]);
  });
});

const FIRM = parseNodeId('small-industry:borneo-putra');
