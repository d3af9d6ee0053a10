import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packProjection, unpackProjection } from '../../api/projection/packed-projection.ts';
import type { Projection } from '../../api/projection/projection.ts';
import { projectionOf } from '../analysis/graph-of-records.ts';
import { randomGraph } from '../analysis/random-graphs.ts';
import { realProjection } from '../analysis/real-projection.ts';

/** Everything that a projection says, but for what filters answer. */
function told(projection: Projection): unknown {
  const nodes = Array.from({ length: projection.nodeCount }, (_, node) => [
    projection.nodeId(node),
    projection.nodeIndex(projection.nodeId(node)),
    projection.nodeType(node),
    projection.nodeName(node),
    projection.nodeKind(node),
    projection.nodeNames(node),
    projection.nodeCode(node),
    projection.nodeScheme(node),
    projection.nodeCoordinates(node),
    projection.nodeRestricted(node),
    projection.nodesOfType(projection.nodeType(node)).length,
  ]);
  const relations = Array.from({ length: projection.relationCount }, (_, relation) => [
    projection.relationId(relation),
    projection.relationIndex(projection.relationId(relation)),
    projection.relationType(relation),
    projection.relationFrom(relation),
    projection.relationTo(relation),
    projection.relationEvidence(relation),
    projection.relationBounds(relation),
    projection.relationPeriod(relation),
    projection.relationShare(relation),
    projection.relationIsScrap(relation),
    projection.relationDisagreement(relation),
  ]);
  const { revision, outgoing, incoming } = projection;
  return { revision, outgoing, incoming, nodes, relations };
}

it('another thread has the same projection, whatever the graph', async () => {
  await fc.assert(
    fc.asyncProperty(randomGraph(1, 12), async (graph) => {
      const projection = await projectionOf(graph);
      // As postMessage copies it.
      const handed = unpackProjection(structuredClone(await packProjection(projection)));
      expect(told(handed)).toEqual(told(projection));
      const filter = { evidence: ['DOCUMENTED', 'INFERRED'] as const };
      const [own, other] = [projection.compile(filter), handed.compile(filter)];
      for (let relation = 0; relation < projection.relationCount; relation += 1) {
        expect(other.allowsRelation(relation)).toBe(own.allowsRelation(relation));
      }
    }),
    { numRuns: 100 },
  );
});

it('that of the real data too, with its names, sources and disagreements, and its arrays are shared, not copied', async () => {
  const projection = await realProjection();
  const packed = await packProjection(projection);
  expect(told(unpackProjection(structuredClone(packed)))).toEqual(told(projection));
  expect(packed.relations.columns.from.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(packed.nodes.every((piece) => piece.buffer instanceof SharedArrayBuffer)).toBe(true);
});
