/** F: how well what a firm and a cluster make fits (ANALYSIS.md §4). */
import type { NodeIndex } from '../../projection/projection.ts';
import type { Reached } from './follow.ts';
import { FIT_RULES, GAP_DIRECTIONS, type FitRule, type GapDirection } from './gap-types.ts';
import type { Making } from './making.ts';
import { USES, type Use } from './uses.ts';

const SAME_GROUP_FIT = 0.5;
const GROUP_DIGITS = 3;

/** One reason why two fit. */
export interface FitFound {
  readonly value: number;
  readonly rule: FitRule;
  readonly direction: GapDirection;
  readonly clusterSide: Reached;
  readonly firmSide: Reached;
}

/** Firms by what could fit them, so that not every pair has to be looked at. */
export interface FirmsByMaking {
  readonly byClass: ReadonlyMap<string, readonly NodeIndex[]>;
  readonly byProduct: ReadonlyMap<NodeIndex, readonly NodeIndex[]>;
  readonly byInput: ReadonlyMap<NodeIndex, readonly NodeIndex[]>;
}

export function firmsByMaking(firms: ReadonlyMap<NodeIndex, Making>): FirmsByMaking {
  const byClass = new Map<string, NodeIndex[]>();
  const byProduct = new Map<NodeIndex, NodeIndex[]>();
  const byInput = new Map<NodeIndex, NodeIndex[]>();
  for (const [firm, making] of firms) {
    for (const code of making.classes.keys()) append(byClass, code, firm);
    for (const product of making.products.keys()) append(byProduct, product, firm);
    for (const input of making.inputs.keys()) append(byInput, input, firm);
  }
  return { byClass, byProduct, byInput };
}

function append<Key>(lists: Map<Key, NodeIndex[]>, key: Key, firm: NodeIndex): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [firm]);
  else list.push(firm);
}

/** Firms that share a group of classes, a use or a product with the cluster, ascending. */
export function firmsThatMayFit(
  cluster: Making,
  firms: FirmsByMaking,
  uses: readonly Use[] = USES,
): readonly NodeIndex[] {
  const found = new Set<NodeIndex>();
  const add = (list: readonly NodeIndex[] | undefined): void => list?.forEach((firm) => found.add(firm));
  const codes = [...cluster.classes.keys()];
  for (const code of codes) {
    for (const use of uses) {
      if (use.input === code) add(firms.byClass.get(use.user));
      if (use.user === code) add(firms.byClass.get(use.input));
    }
  }
  for (const [code, list] of firms.byClass) if (codes.some((own) => groupOf(own) === groupOf(code))) add(list);
  for (const product of cluster.products.keys()) add(firms.byInput.get(product));
  for (const input of cluster.inputs.keys()) add(firms.byProduct.get(input));
  return [...found].sort((a, b) => a - b);
}

function groupOf(code: string): string {
  return code.slice(0, GROUP_DIGITS);
}

/** The best reason: value, then the order of FIT_RULES, then of GAP_DIRECTIONS, then codes; null when there is none. */
export function bestFit(cluster: Making, firm: Making, uses: readonly Use[] = USES): FitFound | null {
  const found = [...classFits(cluster, firm, uses), ...productFits(cluster, firm)];
  const [best = null] = found.toSorted(
    (a, b) =>
      b.value - a.value ||
      FIT_RULES.indexOf(a.rule) - FIT_RULES.indexOf(b.rule) ||
      GAP_DIRECTIONS.indexOf(a.direction) - GAP_DIRECTIONS.indexOf(b.direction) ||
      a.clusterSide.node - b.clusterSide.node ||
      a.firmSide.node - b.firmSide.node,
  );
  return best;
}

function classFits(cluster: Making, firm: Making, uses: readonly Use[]): readonly FitFound[] {
  const found: FitFound[] = [];
  for (const [own, clusterSide] of cluster.classes) {
    for (const [other, firmSide] of firm.classes) {
      const sides = { clusterSide, firmSide };
      if (own === other) found.push({ value: 1, rule: 'SAME_CLASS', direction: 'EITHER', ...sides });
      else if (groupOf(own) === groupOf(other)) {
        found.push({ value: SAME_GROUP_FIT, rule: 'SAME_GROUP', direction: 'EITHER', ...sides });
      }
      for (const { input, user, fit } of uses) {
        if (input === own && user === other) found.push({ value: fit, rule: 'USED_BY', direction: 'OUTPUT', ...sides });
        if (input === other && user === own) found.push({ value: fit, rule: 'USED_BY', direction: 'INPUT', ...sides });
      }
    }
  }
  return found;
}

function productFits(cluster: Making, firm: Making): readonly FitFound[] {
  const shared = (a: ReadonlyMap<NodeIndex, Reached>, b: ReadonlyMap<NodeIndex, Reached>, direction: GapDirection) =>
    [...a].flatMap(([product, clusterSide]): readonly FitFound[] => {
      const firmSide = b.get(product);
      return firmSide === undefined ? [] : [{ value: 1, rule: 'PRODUCT', direction, clusterSide, firmSide }];
    });
  return [...shared(cluster.products, firm.inputs, 'OUTPUT'), ...shared(cluster.inputs, firm.products, 'INPUT')];
}
