import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS_BY_STRENGTH, parsePartialDate, type RelationType } from '#vocabulary';
import { kShortestPaths } from '../../api/analysis/paths/k-shortest-paths.ts';
import { MOST_PATHS, PATH_FILTERS, type PathFilter, type PathsRequest } from '../../api/analysis/paths/path-types.ts';
import { findPaths } from '../../api/analysis/paths/paths.ts';
import { walkOf } from '../../api/analysis/walk.ts';
import { bruteForcePaths, type BruteForcePathsRequest } from './brute-force-paths.ts';
import { nodeId, projectionOf } from './graph-of-records.ts';
import { randomGraph } from './random-graphs.ts';

const SOME_TYPES: readonly RelationType[] = [
  'SUPPLIES',
  'AGREED_TO_SUPPLY',
  'MEMBER_OF',
  'SUPPORTS',
  'INVOLVES',
  'FUNDS',
];
const ALL_DRAWN_TYPES: readonly RelationType[] = [
  ...SOME_TYPES,
  'DISTRIBUTES_THROUGH',
  'POTENTIAL_SUPPLY',
  'REPRESENTS',
  'PART_OF',
  'SAME_AS_PROBABLY',
  'FOSTERS',
  'AGREED_TO_COOPERATE',
  'FACILITY_OF',
  'DRAWS_FROM',
  'NEEDS_LINKAGE_WITH',
  'LOCATED_WITH',
  'GREW_FROM',
  'OWNS',
];

const request: fc.Arbitrary<BruteForcePathsRequest> = fc.record({
  from: fc.constantFrom('c1', 'm1'),
  to: fc.constantFrom('L1', 'L2', 'p1'),
  relationTypes: fc.constantFrom(SOME_TYPES, ALL_DRAWN_TYPES),
  direction: fc.constantFrom('BOTH', 'BOTH', 'OUT', 'IN'),
  evidence: fc.constantFrom(['DOCUMENTED'] as const, EVIDENCE_KINDS_BY_STRENGTH),
  asOf: fc.constantFrom(undefined, undefined, parsePartialDate('2013')),
  excludeNodes: fc.subarray(['m2', 'a1', 'c2'], { maxLength: 2 }),
  maxLength: fc.constantFrom(undefined, undefined, 2, 4),
});

function asked(plain: BruteForcePathsRequest): PathsRequest {
  return {
    ...plain,
    from: nodeId(plain.from),
    to: nodeId(plain.to),
    excludeNodes: plain.excludeNodes.map(nodeId),
  };
}

describe('paths on random graphs', () => {
  test('are the first of all simple paths sorted by length and ids, with every parallel relation', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(randomGraph(25, 45), request, async (graph, plain) => {
        const expected = bruteForcePaths(graph, plain);
        const answer = findPaths(await projectionOf(graph), asked(plain));
        expect(answer.paths.map(({ nodes, steps }) => ({ nodes, steps }))).toEqual(expected.slice(0, MOST_PATHS));
        expect(answer.hasMore).toBe(expected.length > MOST_PATHS);
        found += expected.length;
      }),
      { numRuns: 1_000 },
    );
    expect(found).toBeGreaterThan(300);
  });

  test('do not change when more of them are asked for: a shorter list is the beginning of a longer one', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph(25, 45), fc.integer({ min: 1, max: 20 }), async (graph, fewer) => {
        const projection = await projectionOf(graph);
        const walk = walkOf(projection, projection.compile({ evidence: EVIDENCE_KINDS_BY_STRENGTH }), 'BOTH');
        const [from, to] = [projection.nodeIndex(nodeId('c1')) ?? -1, projection.nodeIndex(nodeId('L1')) ?? -1];
        const most = (k: number) => kShortestPaths(walk, projection.nodeCount, from, to, k, 100);
        expect(most(fewer)).toEqual(most(30).slice(0, fewer));
      }),
      { numRuns: 1_000 },
    );
  });

  test('name, where there is none, a filter that closed the last route: without it alone there is one', async () => {
    const closing = new Set<PathFilter | null>();
    await fc.assert(
      fc.asyncProperty(randomGraph(8, 25), request, async (graph, plain) => {
        const answer = findPaths(await projectionOf(graph), asked(plain));
        const open = (off: readonly PathFilter[]) => bruteForcePaths(graph, without(plain, off)).length > 0;
        closing.add(answer.closedBy);
        if (answer.paths.length > 0) {
          expect(answer.closedBy).toBeNull();
        } else if (answer.closedBy === null) {
          expect(open(PATH_FILTERS)).toBe(false);
        } else {
          const alone = PATH_FILTERS.filter((filter) => open([filter]));
          if (alone.length > 0) expect(answer.closedBy).toBe(alone.at(-1));
          else expect(open(PATH_FILTERS.slice(PATH_FILTERS.indexOf(answer.closedBy)))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(closing.size).toBeGreaterThan(3);
  });
});

function without(plain: BruteForcePathsRequest, off: readonly PathFilter[]): BruteForcePathsRequest {
  return {
    ...plain,
    relationTypes: off.includes('relationTypes') ? ALL_DRAWN_TYPES : plain.relationTypes,
    direction: off.includes('direction') ? 'BOTH' : plain.direction,
    evidence: off.includes('evidence') ? EVIDENCE_KINDS_BY_STRENGTH : plain.evidence,
    asOf: off.includes('asOf') ? undefined : plain.asOf,
    excludeNodes: off.includes('excludeNodes') ? [] : plain.excludeNodes,
    maxLength: off.includes('maxLength') ? undefined : plain.maxLength,
  };
}
