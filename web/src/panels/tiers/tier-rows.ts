import type { ReachedNode, Trace, TracedWay } from '../../actions/tracing.ts';

/** A node as list and table have it: over all shown ways that lead to it. */
export interface TierRow {
  /** Unlike that of any other row. */
  readonly key: string;
  /** The nearest tier. */
  readonly tier: number;
  readonly node: TracedWay['nodes'][number];
  /** Shown ways to it, from the root on; at least one. */
  readonly ways: readonly TracedWay[];
  /** What the API adds up over all its ways; absent for a way that closes a circle, and beyond the first 200 nodes. */
  readonly reached: ReachedNode | null;
  /** It stands on its own way before: listed, not followed. */
  readonly circle: boolean;
}

/** Rows by tier, in the order of the ways; a way that closes a circle has a row of its own. */
export function tierRows({ ways, reached }: Pick<Trace, 'ways' | 'reached'>): readonly TierRow[] {
  const sums = new Map(reached.map((one) => [one.node.id, one]));
  const rows = new Map<string, TierRow>();
  for (const way of ways) {
    const node = way.nodes.at(-1);
    if (node === undefined) continue;
    const circle = way.end === 'CYCLE';
    const key = circle ? `circle ${way.tier} ${node.id}` : node.id;
    const before = rows.get(key);
    rows.set(
      key,
      before === undefined
        ? { key, tier: way.tier, node, ways: [way], reached: circle ? null : (sums.get(node.id) ?? null), circle }
        : { ...before, ways: [...before.ways, way] },
    );
  }
  return [...rows.values()].toSorted((a, b) => a.tier - b.tier);
}

/** What there is to know before a trace is used. */
export interface TraceFacts {
  /** Nodes beside the root. */
  readonly nodes: number;
  /** Deepest tier with anybody in it. */
  readonly tiers: number;
  readonly relations: number;
  readonly sources: number;
  /** Steps, and those whose share a source states. */
  readonly steps: number;
  readonly stated: number;
  /** Relations that are agreed only, and those that are not documented. */
  readonly agreed: number;
  readonly inferred: number;
  /** Nodes about which nobody further is recorded, by the shown ways. */
  readonly stops: number;
}

export function traceFacts({ ways, reachedCount }: Pick<Trace, 'ways' | 'reachedCount'>): TraceFacts {
  const steps = new Map(
    ways.flatMap((way) => way.steps.map((step) => [step.relations.map(({ id }) => id).join(' '), step] as const)),
  );
  const relations = new Map([...steps.values()].flatMap((step) => step.relations.map((each) => [each.id, each])));
  const all = [...relations.values()];
  const goesOn = new Set(ways.flatMap((way) => way.nodes.slice(1, -1).map(({ id }) => id)));
  const ends = ways.flatMap((way) => (way.end === null ? (way.nodes.at(-1)?.id ?? []) : []));
  return {
    nodes: reachedCount,
    tiers: ways.reduce((deepest, { tier, end }) => Math.max(deepest, end === 'CYCLE' ? 0 : tier), 0),
    relations: all.length,
    sources: new Set(all.flatMap(({ evidence }) => evidence.map(({ source }) => source.id))).size,
    steps: steps.size,
    stated: [...steps.values()].filter(({ share }) => share !== null).length,
    agreed: all.filter(({ type, evidenceClass }) => type === 'AGREED_TO_SUPPLY' && evidenceClass === 'DOCUMENTED')
      .length,
    inferred: all.filter(({ evidenceClass }) => evidenceClass !== 'DOCUMENTED').length,
    stops: new Set(ends.filter((id) => !goesOn.has(id))).size,
  };
}
