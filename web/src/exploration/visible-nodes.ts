import { NODE_TYPES, type NodeId, type RelationId } from '#vocabulary';
import type { Bundle } from './bundles.ts';
import type { Origin } from './drawn-nodes.ts';
import type { Tie } from './answer.ts';
import type { Exploration } from './exploration.ts';
import type { KnownNode } from './known.ts';
import type { SecondLine, VisibleNode } from './visible-graph.ts';

/** What is looked up for every node, gathered once. */
interface Surroundings {
  readonly exploration: Exploration;
  readonly tiesOf: ReadonlyMap<NodeId, readonly Tie[]>;
  /** Lines with a tie on them. */
  readonly tieLinesOf: ReadonlyMap<NodeId, readonly Bundle[]>;
  /** Relations that a line shows or has folded in. */
  readonly shownOf: ReadonlyMap<NodeId, ReadonlySet<RelationId>>;
  readonly untied: ReadonlySet<NodeId>;
  readonly expanded: ReadonlySet<NodeId>;
}

/** The nodes of the picture, in the order they are drawn in; none selected, marked or pinned yet (`states.ts`). */
export function visibleNodes(
  exploration: Exploration,
  drawn: ReadonlyMap<NodeId, Origin>,
  bundles: readonly Bundle[],
): readonly VisibleNode[] {
  const around: Surroundings = {
    exploration,
    tiesOf: tiesByNode(exploration),
    tieLinesOf: tieLinesByNode(bundles),
    shownOf: relationsByNode(exploration, bundles),
    untied: new Set(exploration.answer?.untied),
    expanded: new Set(exploration.expansions.map((expansion) => expansion.group.of)),
  };
  const hidden = new Set(exploration.hidden);
  return [...drawn].flatMap(([id, { parent }]) => {
    const known = exploration.nodes[id];
    return known === undefined || hidden.has(id) ? [] : [toNode(around, known, parent)];
  });
}

function toNode(around: Surroundings, known: KnownNode, parent: NodeId | null): VisibleNode {
  const { counts } = around.exploration;
  const relationCount = counts[known.id] ?? null;
  const ties = around.tiesOf.get(known.id) ?? [];
  const shown = around.shownOf.get(known.id)?.size ?? 0;
  return {
    id: known.id,
    type: known.type,
    family: NODE_TYPES[known.type].family,
    name: known.name,
    second: secondLine(around, known),
    hollow: around.untied.has(known.id),
    inferred: ties.length > 0 && ties.every((tie) => tie.evidenceClass !== 'DOCUMENTED'),
    selected: false,
    marked: false,
    pinned: false,
    restricted: known.restricted === true,
    relationCount,
    hidden: relationCount === null ? null : Math.max(0, relationCount - shown),
    parent,
    expanded: around.expanded.has(known.id),
    group: null,
  };
}

/** Firms say when their tie held, if one line says it; everybody else says where they are. */
function secondLine({ exploration, tieLinesOf }: Surroundings, known: KnownNode): SecondLine | null {
  if (known.type === 'LargeIndustry') {
    const own = tieLinesOf.get(known.id) ?? [];
    const direct = own.filter(({ from, to }) => {
      const other = exploration.nodes[from === known.id ? to : from];
      return other !== undefined && other.type !== 'LargeIndustry';
    });
    const lines = direct.length > 0 ? direct : own;
    const supply = lines.filter((bundle) => bundle.family === 'supply');
    const [line, second] = supply.length > 0 ? supply : lines;
    if (second === undefined && line?.period) {
      return { kind: 'period', period: line.period, agreed: line.family === 'agreement' };
    }
  }
  return known.places.length > 0 && NODE_TYPES[known.type].family !== 'places'
    ? { kind: 'places', places: known.places.slice(0, 2) }
    : null;
}

function append<Value>(lists: Map<NodeId, Value[]>, id: NodeId, value: Value): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [value]);
  else list.push(value);
}

function tiesByNode({ answer }: Exploration): ReadonlyMap<NodeId, readonly Tie[]> {
  const ties = new Map<NodeId, Tie[]>();
  for (const tie of answer?.ties ?? []) {
    append(ties, tie.cluster, tie);
    append(ties, tie.largeIndustry, tie);
  }
  return ties;
}

function tieLinesByNode(bundles: readonly Bundle[]): ReadonlyMap<NodeId, readonly Bundle[]> {
  const lines = new Map<NodeId, Bundle[]>();
  for (const bundle of bundles) {
    if (bundle.ties.size === 0) continue;
    append(lines, bundle.from, bundle);
    append(lines, bundle.to, bundle);
  }
  return lines;
}

function relationsByNode(
  exploration: Exploration,
  bundles: readonly Bundle[],
): ReadonlyMap<NodeId, ReadonlySet<RelationId>> {
  const shown = new Map<NodeId, Set<RelationId>>();
  for (const id of bundles.flatMap((bundle) => [...bundle.relations, ...bundle.standIns])) {
    const relation = exploration.relations[id];
    if (relation === undefined) continue;
    for (const end of [relation.from, relation.to]) {
      const relations = shown.get(end) ?? new Set<RelationId>();
      shown.set(end, relations.add(id));
    }
  }
  return shown;
}
