import type { EvidenceKind, Held, Language, NodeId, PartialDate, RelationId } from '#vocabulary';

/** The best-evidenced kind of a tie, as the API names it, strongest claim first. */
export const TIE_KINDS = ['GOODS_OBSERVED', 'SUPPLY_AGREED', 'SUPPORT', 'SAME_PROGRAMME', 'POTENTIAL'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

type TieDirection = 'OUTPUT' | 'INPUT' | 'SUPPORT' | 'PROGRAMME';

/** The five factors whose product is the strength; each above 0, at most 1. */
export interface TieFactors {
  readonly kind: number;
  readonly goodsSteps: number;
  readonly standIns: number;
  readonly evidence: number;
  readonly recency: number;
}

/** One way from the cluster to the firm. `relations[i]` joins `nodes[i]` and `nodes[i + 1]`, in either direction. */
export interface TieChain {
  readonly nodes: readonly NodeId[];
  readonly relations: readonly RelationId[];
  readonly strength: number;
  readonly factors: TieFactors;
  readonly evidenceClass: EvidenceKind;
  readonly kind: TieKind;
  readonly direction: TieDirection;
}

/** `cluster>firm`: a tie is named by its two ends. */
export type TieId = `${string}>${string}`;

export function tieId(cluster: NodeId, largeIndustry: NodeId): TieId {
  return `${cluster}>${largeIndustry}`;
}

/** A tie between a cluster (or group) and a large industry. Its nodes and relations are among the known ones. */
export interface Tie {
  readonly id: TieId;
  readonly cluster: NodeId;
  readonly largeIndustry: NodeId;
  /** 0 to 1. */
  readonly strength: number;
  readonly strengthAnyEvidence: number;
  readonly factors: TieFactors;
  readonly evidenceClass: EvidenceKind;
  readonly kind: TieKind;
  readonly directions: readonly TieDirection[];
  /** How the best chain runs, in words of the answer's language. */
  readonly description: string;
  /** Best first; the first is the route shown. At least one, at most 50. */
  readonly chains: readonly TieChain[];
  readonly chainCount: number;
  readonly chainCountAnyEvidence: number;
  readonly lastCertainDay: PartialDate | null;
  readonly heldAtReferenceDay: Held;
  /** Distinct sources of all its chains. */
  readonly sourceCount: number;
}

/** The numbers of the sentence above the list. */
interface AnswerSummary {
  readonly clusterCount: number;
  readonly tiedClusterCount: number;
  readonly relationCount: number;
  readonly sourceCount: number;
  readonly newestEvidence: PartialDate | null;
  readonly inferredTieCount: number;
  readonly byKind: readonly { readonly kind: TieKind; readonly count: number }[];
}

/** What the API answered to a question. */
export interface Answer {
  /** In the API's order: evidence class, then strength descending. */
  readonly ties: readonly Tie[];
  /** Ties there are; more than `ties.length` when the answer was cut. */
  readonly totalCount: number;
  /** Clusters in scope without a tie, by name. */
  readonly untied: readonly NodeId[];
  readonly summary: AnswerSummary;
  readonly revision: string;
  /** Where its next ties begin; null when all are there. */
  readonly endCursor: string | null;
  /** Of the ties' words. */
  readonly language: Language;
}

/**
 * Clusters that are tied to large industry, but to no firm as its supplier: every tie of theirs is support, a shared programme or goods
 * that they get. By cluster, with its ties in the answer's order. Of an answer that was cut only the ties that are there are known.
 */
export function tiedWithoutBuyer(ties: readonly Tie[]): ReadonlyMap<NodeId, readonly Tie[]> {
  const found = new Map<NodeId, Tie[]>();
  for (const tie of ties) found.set(tie.cluster, [...(found.get(tie.cluster) ?? []), tie]);
  for (const [cluster, own] of found) {
    if (own.some(({ directions }) => directions.includes('OUTPUT'))) found.delete(cluster);
  }
  return found;
}
