import type { NodeIndex } from '../../projection/projection.ts';
import { ShortestPaths } from './shortest-path.ts';
import { TwoSidedSearch } from './two-sided-search.ts';
import { UNREACHABLE, type Walk } from '../walk.ts';

type NodePath = readonly NodeIndex[];

interface Candidate {
  readonly nodes: NodePath;
  /** How many of its first nodes were given when it was found: it leaves every earlier path at or after the last of them. */
  readonly given: number;
}

/** Length, then nodes. */
function comparePaths(a: NodePath, b: NodePath): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The `most` shortest simple paths in the order of {@link comparePaths}, by Yen (1971) with Lawler's (1972) rule: a found path
 * is varied only from where it left those before it, so that no candidate is met twice. Each class of candidates gives its
 * first by length and nodes, so the whole order is exact. O(most · length · (nodes + relations)).
 */
export function kShortestPaths(
  walk: Walk,
  nodeCount: number,
  from: NodeIndex,
  to: NodeIndex,
  most: number,
  longest: number,
): readonly NodePath[] {
  const open = new TwoSidedSearch(walk, from, to, nodeCount);
  if (open.distance === UNREACHABLE || open.distance > longest) return [];
  const search = new ShortestPaths(walk, to, open, nodeCount);
  const found: NodePath[] = [];
  const candidates: Candidate[] = [{ nodes: open.firstPath(), given: 1 }];
  const consider = (given: NodePath, notNext: ReadonlySet<NodeIndex>): void => {
    const start = given.at(-1) ?? from;
    const rest = search.find(start, given.slice(0, -1), notNext, longest - (given.length - 1));
    if (rest === null) return;
    const candidate = { nodes: [...given, ...rest.slice(1)], given: given.length };
    let at = candidates.length;
    while (at > 0 && comparePaths(candidates[at - 1]?.nodes ?? [], candidate.nodes) < 0) at -= 1;
    candidates.splice(at, 0, candidate);
  };
  for (;;) {
    // Kept with the best last.
    const next = candidates.pop();
    if (next === undefined) break;
    found.push(next.nodes);
    if (found.length === most) break;
    for (let given = next.given; given < next.nodes.length; given += 1) {
      const prefix = next.nodes.slice(0, given);
      const sharing = found.filter((path) => prefix.every((node, i) => path[i] === node));
      consider(prefix, new Set(sharing.flatMap((path) => path[given] ?? [])));
    }
  }
  return found;
}
