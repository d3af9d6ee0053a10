/** What clusters and firms make and use, read from sectors and products whatever the evidence: most of it is inferred. */
import type { PartialDate } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { follower, followAll, type Reached } from './follow.ts';

const CLASS_DIGITS = 4;

export interface Making {
  /** Classes of KBLI 2020 (four digits) by code. */
  readonly classes: ReadonlyMap<string, Reached>;
  /** Products made, and those used. */
  readonly products: ReadonlyMap<NodeIndex, Reached>;
  readonly inputs: ReadonlyMap<NodeIndex, Reached>;
}

/** Reads what a node makes; a firm's facilities make and use for it. */
export type ReadMaking = (node: NodeIndex) => Making;

/**
 * A node makes what it PRODUCES and what is IN_SECTOR a sector of its own that a source names; it uses what it, its products or
 * those sectors USES_INPUT. Its classes are those that it is IN_SECTOR, that its sectors and products are CLASSIFIED_UNDER.
 */
export function makingReader(projection: Projection, asOf: PartialDate | undefined): ReadMaking {
  const facilities = follower(projection, { types: ['FACILITY_OF'], asOf, backwards: true });
  const sectorsOf = follower(projection, { types: ['IN_SECTOR'], asOf });
  const produces = follower(projection, { types: ['PRODUCES'], asOf });
  const inSector = follower(projection, { types: ['IN_SECTOR'], asOf, backwards: true });
  const uses = follower(projection, { types: ['USES_INPUT'], asOf });
  const wider = follower(projection, { types: ['CLASSIFIED_UNDER', 'IN_SECTOR', 'PART_OF'], asOf });
  const isClass = ({ node }: Reached): boolean =>
    projection.nodeScheme(node) === 'KBLI_2020' && projection.nodeCode(node)?.length === CLASS_DIGITS;
  const isProduct = ({ node }: Reached): boolean => projection.nodeType(node) === 'Product';
  const isNamed = ({ node }: Reached): boolean => projection.nodeScheme(node) === 'NAMED';

  return (node) => {
    const self = [{ node, relations: [] }, ...facilities(node)];
    const sectors = onward(self, sectorsOf);
    const named = sectors.filter(isNamed);
    const products = [...onward(self, produces), ...onward(named, inSector)].filter(isProduct);
    const classes = followAll([...sectors, ...products], wider).filter(isClass);
    const inputs = [...self, ...named, ...products].flatMap((at) => onward([at], uses)).filter(isProduct);
    return {
      classes: firstOf(classes, ({ node }) => projection.nodeCode(node) ?? ''),
      products: firstOf(products, ({ node }) => node),
      inputs: firstOf(inputs, ({ node }) => node),
    };
  };
}

function onward(starts: readonly Reached[], follow: (from: NodeIndex) => readonly Reached[]): readonly Reached[] {
  return starts.flatMap(({ node, relations }) =>
    follow(node).map((next) => ({ node: next.node, relations: [...relations, ...next.relations] })),
  );
}

/** Under each key the one with the fewest relations; the first of equals. */
function firstOf<Key>(reached: readonly Reached[], keyOf: (one: Reached) => Key): ReadonlyMap<Key, Reached> {
  const found = new Map<Key, Reached>();
  for (const one of reached) {
    const key = keyOf(one);
    const before = found.get(key);
    if (before === undefined || one.relations.length < before.relations.length) found.set(key, one);
  }
  return found;
}
