import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** How large a question is by its text alone, every fragment counted wherever it is spread. */
export interface Shape {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

const NOTHING: Shape = { depth: 0, fields: 0, aliases: 0, directives: 0 };

/**
 * Of all operations of a document together; depth is the deepest. A fragment within itself counts once: validation refuses it later.
 * O(document), as each fragment is measured once.
 */
export function shapeOf(document: DocumentNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Shape>();
  const ofFragment = (name: string): Shape => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, NOTHING);
    const fragment = fragments.get(name);
    const shape = fragment === undefined ? NOTHING : measure(fragment.selectionSet, ofFragment);
    measured.set(name, shape);
    return shape;
  };
  const operations = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? measure(definition.selectionSet, ofFragment) : NOTHING,
  );
  return operations.reduce(beside, NOTHING);
}

function beside(a: Shape, b: Shape): Shape {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  };
}

function measure(set: SelectionSetNode, ofFragment: (name: string) => Shape): Shape {
  let whole = NOTHING;
  for (const selection of set.selections) {
    const own = { ...NOTHING, directives: selection.directives?.length ?? 0 };
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      whole = beside(beside(whole, own), ofFragment(selection.name.value));
      continue;
    }
    const inside = selection.selectionSet === undefined ? NOTHING : measure(selection.selectionSet, ofFragment);
    if (selection.kind === Kind.INLINE_FRAGMENT) whole = beside(beside(whole, own), inside);
    else {
      const field = { ...own, depth: inside.depth + 1, fields: 1, aliases: selection.alias === undefined ? 0 : 1 };
      whole = beside(beside(whole, field), { ...inside, depth: 0 });
    }
  }
  return whole;
}
