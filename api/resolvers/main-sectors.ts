import type { NodeIndex, Projection } from '../projection/projection.ts';
import type { GraphQuestions } from '../store/graph-store.ts';

/** The scheme that is preferred where a node is in sectors of several. */
const MAIN_SCHEME = 'KBLI_2020';
const MOST_SECTORS = 10_000;

/** Its sectors, as the projection numbers them. */
export async function mainSectorsOf(store: GraphQuestions, projection: Projection): Promise<ReadonlySet<NodeIndex>> {
  const main = await store.listNodes({ types: ['Sector'], schemes: [MAIN_SCHEME], first: MOST_SECTORS });
  return new Set(main.items.map(({ id }) => projection.nodeIndex(id)).filter((node) => node !== undefined));
}
