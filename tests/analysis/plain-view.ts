/** The undirected view from its definition, over a drawn graph: no projection, no typed array. */
import { heldAt, parsePeriod, periodBounds, type EvidenceKind, type PartialDate, type RelationType } from '#vocabulary';
import type { TestGraph } from './graph-of-records.ts';

/** Pairs of different nodes with at least one relation under the filters, smaller id first, without repeats. */
export function plainPairs(
  graph: TestGraph,
  types: readonly RelationType[],
  evidence: readonly EvidenceKind[],
  asOf: PartialDate | null,
): readonly (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const relation of graph.relations) {
    const held = asOf === null ? 'YES' : heldAt(periodBounds(parsePeriod(relation.period ?? {})), asOf);
    if (!types.includes(relation.type) || !evidence.includes(relation.evidence ?? 'DOCUMENTED') || held === 'NO')
      continue;
    const [a, b] = [relation.from, relation.to].toSorted();
    if (a !== undefined && b !== undefined && a !== b) pairs.set(`${a} ${b}`, [a, b]);
  }
  return [...pairs.values()];
}

/** Every part that hangs together, as its smallest id. */
export function plainComponents(pairs: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const part = new Map<string, string>();
  for (const node of pairs.flat()) part.set(node, node);
  for (let changed = true; changed;) {
    changed = false;
    for (const [a, b] of pairs) {
      const smaller = [part.get(a) ?? a, part.get(b) ?? b].toSorted()[0] ?? a;
      for (const node of [a, b]) {
        if (part.get(node) === smaller) continue;
        part.set(node, smaller);
        changed = true;
      }
    }
  }
  return new Set(part.values());
}
