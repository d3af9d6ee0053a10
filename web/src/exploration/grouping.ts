import { NODE_TYPES, nodeTypeOfId, parseNodeId, type NodeId, type NodeType } from '#vocabulary';
import { groupNodeId, type Grouping, type GroupNodeId } from './arrangement.ts';
import type { BelongsTo, GroupingFacts } from './belonging.ts';
import type { Exploration } from './exploration.ts';
import { gatherLines } from './grouped-lines.ts';
import type { VisibleGraph, VisibleNode } from './visible-graph.ts';

type Grouped = Exclude<Grouping, 'NONE'>;

/** What a grouped graph was gathered from, so that whoever has it can say how much there is ungrouped. */
const GATHERED_FROM = new WeakMap<VisibleGraph, VisibleGraph>();

/** Says that a graph shows the same as another with other states, so that it is known what that was gathered from. */
export function gatheredLike(graph: VisibleGraph, like: VisibleGraph): VisibleGraph {
  const from = GATHERED_FROM.get(like);
  if (from !== undefined) GATHERED_FROM.set(graph, from);
  return graph;
}

/** The same picture with every node standing for itself; without what is selected, marked and pinned. */
export function ungrouped(graph: VisibleGraph): VisibleGraph {
  return GATHERED_FROM.get(graph) ?? graph;
}

/**
 * What a node is gathered by: something that it belongs to, or that nothing (NONE) or more than one (SEVERAL) is recorded;
 * null where it stays by itself: what is in no cluster when gathering by cluster, and what is not yet known to belong anywhere.
 */
function gatheredBy(grouping: Grouped, id: NodeId, facts: GroupingFacts): BelongsTo | `${number}` | null {
  if (grouping === 'COMMUNITY') {
    const number = facts.communities[id];
    return number === undefined ? 'NONE' : `${number}`;
  }
  const belonging = facts.belonging[id];
  if (belonging === undefined) return null;
  switch (grouping) {
    case 'COUNTRY':
      return belonging.country;
    case 'PROVINCE':
      return belonging.province;
    case 'REGENCY':
      return belonging.regency;
    case 'SECTOR':
      return belonging.sector;
    case 'CLUSTER':
      return belonging.cluster === 'NONE' || belonging.cluster === 'SEVERAL' ? null : belonging.cluster;
  }
}

/** Whether a node of the picture is drawn as itself, as far as its group says; one that is alone in its group counts as gathered. */
export function standsForItself({ grouping, groupingFacts, opened }: Exploration, id: NodeId): boolean {
  if (grouping === 'NONE') return true;
  const by = gatheredBy(grouping, id, groupingFacts);
  return by === null || opened.includes(groupNodeId(grouping, by));
}

/** Nodes on their way into one group. */
interface Gathering {
  readonly id: GroupNodeId;
  readonly by: NodeId | null;
  readonly what: 'OF' | 'NONE' | 'SEVERAL' | 'COMMUNITY';
  readonly members: VisibleNode[];
  inside: number;
}

/**
 * The picture with nodes gathered into groups, O(nodes + lines). A group of one is that node; members of an opened group stand
 * for themselves, with the group as what they came from. Lines between the same two ends are one for each family and direction,
 * which looks inferred only where all of it is; lines inside a group are counted in it. Nothing is left out.
 */
export function groupedGraph(graph: VisibleGraph, exploration: Exploration): VisibleGraph {
  const { grouping, groupingFacts: facts } = exploration;
  if (grouping === 'NONE') return graph;
  const gatherings = gather(graph, grouping, facts);
  const opened = new Set<string>(exploration.opened);
  const groupOf = new Map<NodeId, Gathering>();
  const openedFrom = new Map<NodeId, GroupNodeId>();
  for (const gathering of gatherings) {
    for (const { id } of gathering.members) {
      if (opened.has(gathering.id)) openedFrom.set(id, gathering.id);
      else if (gathering.members.length > 1) groupOf.set(id, gathering);
    }
  }
  const { lines, strengths } = gatherLines(graph.lines, groupOf);
  const nodes: VisibleNode[] = [];
  const drawn = new Set<Gathering>();
  for (const node of graph.nodes) {
    const gathering = groupOf.get(node.id);
    if (gathering === undefined) {
      const from = openedFrom.get(node.id);
      nodes.push(from === undefined ? node : { ...node, parent: from });
    } else if (!drawn.has(gathering)) {
      drawn.add(gathering);
      nodes.push(groupNode(gathering, grouping, exploration, strengths));
    }
  }
  const result: VisibleGraph = { ...graph, nodes, lines, untied: graph.untied.filter((id) => !groupOf.has(id)) };
  GATHERED_FROM.set(result, graph);
  return result;
}

function gather(graph: VisibleGraph, grouping: Grouped, facts: GroupingFacts): readonly Gathering[] {
  const gatherings = new Map<string, Gathering>();
  for (const node of graph.nodes) {
    const by = gatheredBy(grouping, node.id, facts);
    if (by === null) continue;
    let gathering = gatherings.get(by);
    if (gathering === undefined) {
      gathering = newGathering(grouping, by);
      gatherings.set(by, gathering);
    }
    gathering.members.push(node);
  }
  return [...gatherings.values()];
}

function newGathering(grouping: Grouped, by: BelongsTo | `${number}`): Gathering {
  const rest = { id: groupNodeId(grouping, by), members: [], inside: 0 };
  switch (by) {
    case 'NONE':
      return { ...rest, what: 'NONE', by: null };
    case 'SEVERAL':
      return { ...rest, what: 'SEVERAL', by: null };
    default:
      return grouping === 'COMMUNITY'
        ? { ...rest, what: 'COMMUNITY', by: null }
        : { ...rest, what: 'OF', by: parseNodeId(by) };
  }
}

function groupNode(
  { id, by, what, members, inside }: Gathering,
  grouping: Grouped,
  { nodes, groupingFacts: { names, words } }: Exploration,
  strengths: ReadonlyMap<NodeId, number>,
): VisibleNode {
  const types = typesOf(members);
  const central = members.reduce<VisibleNode | undefined>(
    (best, node) => (best === undefined || (strengths.get(node.id) ?? 0) > (strengths.get(best.id) ?? 0) ? node : best),
    undefined,
  );
  const type = by === null ? (types[0]?.type ?? 'Regency') : nodeTypeOfId(by);
  const nameOf = (): string => {
    if (by !== null) return nodes[by]?.name ?? names[by] ?? by;
    if (what === 'COMMUNITY') return words.around.replace('{name}', () => central?.name ?? '');
    if (what === 'SEVERAL' && grouping !== 'COMMUNITY' && grouping !== 'CLUSTER') return words.several[grouping];
    return grouping === 'CLUSTER' ? '' : words.none[grouping];
  };
  return {
    id,
    type,
    family: NODE_TYPES[type].family,
    name: nameOf(),
    second: null,
    hollow: false,
    inferred: false,
    selected: false,
    marked: false,
    pinned: false,
    relationCount: null,
    hidden: null,
    parent: null,
    expanded: false,
    group: { id, grouping, by, members: members.map((node) => node.id), types, inside },
  };
}

function typesOf(members: readonly VisibleNode[]): readonly { readonly type: NodeType; readonly count: number }[] {
  const counts = new Map<NodeType, number>();
  for (const { type } of members) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count);
}
