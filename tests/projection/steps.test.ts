import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePartialDate } from '#vocabulary';
import { OtherEnds } from '../../api/projection/other-ends.ts';
import type { AdjacencyRows } from '../../api/projection/projection.ts';
import { nodeId, projectionOf } from '../analysis/graph-of-records.ts';
import { randomGraph } from '../analysis/random-graphs.ts';

function row(rows: AdjacencyRows, node: number): readonly number[] {
  return Array.from(rows.relations.subarray(rows.offsets[node], rows.offsets[node + 1]));
}

describe('a filter', () => {
  test('says of a step at its place in a row what filters say of its relation and of the node it leads to', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph(0, 40), fc.boolean(), fc.boolean(), async (graph, dated, excluding) => {
        const projection = await projectionOf(graph);
        const [first] = graph.nodes;
        const filter = projection.compile({
          families: ['supply', 'support', 'membership'],
          evidence: ['DOCUMENTED', 'INFERRED'],
          asOf: dated ? parsePartialDate('2019-06') : undefined,
          excludedNodes: excluding && first !== undefined ? [nodeId(first.id)] : [],
        });
        const ends = new OtherEnds();
        for (const [rows, otherEnd] of [
          [projection.outgoing, projection.relationTo],
          [projection.incoming, projection.relationFrom],
        ] as const) {
          for (let node = 0; node < projection.nodeCount; node += 1) {
            const allowed = row(rows, node).filter(
              (relation) => filter.allowsRelation(relation) && filter.allowsNode(otherEnd(relation)),
            );
            const places = row(rows, node).map((_, i) => (rows.offsets[node] ?? 0) + i);
            const steps = places.filter((at) => filter.allowsStep(rows, at)).map((at) => rows.relations[at]);
            expect(steps).toEqual(allowed);
            const kept = new Int32Array(places.length);
            expect(filter.placesOf(rows, node, kept)).toBe(allowed.length);
            expect(Array.from(kept.subarray(0, allowed.length), (at) => rows.relations[at])).toEqual(allowed);
            expect(filter.allowsAny(rows, node)).toBe(allowed.length > 0);
            ends.empty();
            filter.appendSteps(rows, node, ends);
            expect([...ends.nodes.subarray(0, ends.count)]).toEqual(allowed.map(otherEnd));
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
