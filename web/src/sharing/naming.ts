import type { LinkedView } from './shared-view.ts';

/** A view with its marks read, as far as they are known. */
export interface NamedView {
  readonly view: LinkedView;
  /** What of the view names a node that is not known: how many of how many. */
  readonly lost: {
    readonly expansions: number;
    readonly ways: number;
    readonly selection: boolean;
    /** Distinct nodes that it names, and those of them that are not known. */
    readonly nodes: number;
    readonly missing: number;
  };
}

/**
 * Puts ids in the place of marks. What names a node that is not found is left out: an open group, a way, a place; nothing
 * is guessed.
 * @param find the id that a text stands for; null when there is none
 */
export function namedWith(view: LinkedView, find: (text: string) => string | null): NamedView {
  const named = new Set<string>();
  const missing = new Set<string>();
  const look = (text: string): string | null => {
    const id = find(text);
    named.add(text);
    if (id === null) missing.add(text);
    return id;
  };
  const all = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => look(text) ?? []);
  const relation = (text: string): string | null => {
    const [from, type, rest, ...more] = text.split('--');
    if (from === undefined || type === undefined || rest === undefined || more.length > 0) return text;
    const [to = '', key] = rest.split('#');
    const [a, b] = [look(from), look(to)];
    return a === null || b === null ? null : `${a}--${type}--${b}${key === undefined ? '' : `#${key}`}`;
  };
  const relations = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => relation(text) ?? []);

  const places = view.places.flatMap(({ id, ...place }) => {
    const found = look(id);
    return found === null ? [] : [{ id: found, ...place }];
  });
  const expansions = view.expansions.flatMap(({ group, filter, cap }) => {
    const of = look(group.of);
    return of === null ? [] : [{ group: { ...group, of }, filter, cap }];
  });
  const ways = view.ways
    .map((way) => ({ before: way, nodes: all(way.nodes), relations: relations(way.relations) }))
    .filter(
      ({ before, nodes, relations: kept }) =>
        nodes.length === before.nodes.length && kept.length === before.relations.length,
    )
    .map(({ before, nodes, relations: kept }) => ({ nodes, relations: kept, tiers: before.tiers }));
  const pinned = view.pinned.flatMap(({ id, x, y }) => {
    const found = look(id);
    return found === null ? [] : [{ id: found, x, y }];
  });
  const [placed, hidden, marked] = [all(view.placed), all(view.hidden), all(view.marked)];
  const selection = selectionWith(view.selection, look, relations);
  const { size, candidates } = view.looks;
  const looks: LinkedView['looks'] = {
    ...view.looks,
    size: size === null ? null : { ...size, among: size.among === null ? null : all(size.among) },
    candidates:
      candidates === null
        ? null
        : {
            pairs: candidates.pairs.flatMap(({ cluster, firm, direction }) => {
              const [a, b] = [look(cluster), look(firm)];
              return a === null || b === null ? [] : [{ cluster: a, firm: b, direction }];
            }),
            brought: all(candidates.brought),
          },
  };
  return {
    view: { ...view, places, expansions, ways, pinned, placed, hidden, marked, selection, looks },
    lost: {
      expansions: view.expansions.length - expansions.length,
      ways: view.ways.length - ways.length,
      selection: view.selection !== null && selection === null,
      nodes: named.size,
      missing: missing.size,
    },
  };
}

function selectionWith(
  selection: LinkedView['selection'],
  look: (text: string) => string | null,
  relations: (texts: readonly string[]) => readonly string[],
): LinkedView['selection'] {
  switch (selection?.kind) {
    case 'node': {
      const id = look(selection.id);
      return id === null ? null : { kind: 'node', id };
    }
    case 'tie': {
      const [cluster, largeIndustry] = [look(selection.cluster), look(selection.largeIndustry)];
      return cluster === null || largeIndustry === null ? null : { kind: 'tie', cluster, largeIndustry };
    }
    case 'relations': {
      const ids = relations(selection.ids);
      return ids.length === 0 ? null : { kind: 'relations', ids };
    }
    default:
      return selection;
  }
}
