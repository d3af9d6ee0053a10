import type { NodeIndex, Projection } from '../projection/projection.ts';

/** The scheme that is preferred where a node is in sectors of several. */
const MAIN_SCHEME = 'KBLI_2020';

/** Its sectors. */
export function mainSectorsOf(projection: Projection): ReadonlySet<NodeIndex> {
  return new Set(projection.nodesOfType('Sector').filter((node) => projection.nodeScheme(node) === MAIN_SCHEME));
}
