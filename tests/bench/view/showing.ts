import type { NodeType } from '#vocabulary';
import type { Exploration } from '../../../web/src/exploration/exploration.ts';
import { NO_EXPANSION_FILTER } from '../../../web/src/exploration/groups.ts';
import { remember } from '../../../web/src/exploration/transitions.ts';
import type { GeneratedView } from '../../fixtures/generated-view.ts';

/** The exploration with the whole view in its picture, as if its groups had been opened. */
export function showing(exploration: Exploration, view: GeneratedView): Exploration {
  const [first] = view.nodes;
  if (first === undefined) return exploration;
  const nodeType: NodeType = first.type;
  return {
    ...remember(exploration, view),
    placed: view.nodes.map((node) => node.id),
    expansions: [
      {
        group: { of: first.id, relationType: 'SUPPLIES', direction: 'IN', nodeType },
        filter: NO_EXPANSION_FILTER,
        cap: view.relations.length,
        nodes: view.nodes.map((node) => node.id),
        relations: view.relations.map((relation) => relation.id),
        total: { nodes: view.nodes.length, relations: view.relations.length },
        endCursor: null,
      },
    ],
  };
}
