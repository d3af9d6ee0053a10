import { dateOfDay, EVIDENCE_KINDS, heldByAny, DAY_MAX, type EvidenceKind, type Held } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { compareChains, kept, type MeasuredChain } from './chain-strength.ts';
import type { Listing } from './listing.ts';
import type { ReferenceDays } from './relation-measures.ts';
import { KIND_OF_CLAIM } from './tie-roles.ts';
import { TIE_DIRECTIONS, TIE_KINDS, type Tie, type TieChain, type TieDirection, type TieKind } from './tie-types.ts';

interface OfOneClass {
  count: number;
  held: Held;
  kind: TieKind;
}

/** The chains between one cluster and one large industry: all counted, the best kept. */
export class GatheredTie {
  readonly cluster: NodeIndex;
  readonly largeIndustry: NodeIndex;
  readonly relations = new Set<RelationIndex>();
  readonly #best: MeasuredChain[] = [];
  readonly #classes = new Map<EvidenceKind, OfOneClass>();
  readonly #directions = new Set<TieDirection>();
  #strongest = 0;
  #count = 0;

  readonly #listing: Listing;

  constructor(cluster: NodeIndex, largeIndustry: NodeIndex, listing: Listing) {
    this.#listing = listing;
    this.cluster = cluster;
    this.largeIndustry = largeIndustry;
  }

  add(chain: MeasuredChain): void {
    this.#count += 1;
    this.#strongest = Math.max(this.#strongest, chain.strength);
    this.#directions.add(chain.tail);
    for (const relation of chain.relations) this.relations.add(relation);
    const kind = KIND_OF_CLAIM[chain.claim];
    const same = this.#classes.get(chain.evidenceClass);
    if (same === undefined) this.#classes.set(chain.evidenceClass, { count: 1, held: chain.held, kind });
    else {
      same.count += 1;
      same.held = heldByAny([same.held, chain.held]);
      if (TIE_KINDS.indexOf(kind) < TIE_KINDS.indexOf(same.kind)) same.kind = kind;
    }
    this.#keep(chain);
  }

  /** The tie's best chain; every gathered tie has one. */
  get best(): MeasuredChain {
    const best = this.#best[0];
    if (best === undefined) throw new RangeError('no chain was gathered');
    return best;
  }

  /** Chains of the tie's evidence class. */
  get chainCount(): number {
    return this.#ofBestClass().count;
  }

  finish(projection: Projection, reference: ReferenceDays): Tie {
    const ofClass = this.#ofBestClass();
    const chains = this.#best.map((chain) => chainOf(chain, projection, reference));
    const [best] = chains;
    if (best === undefined) throw new RangeError('no chain was gathered');
    return {
      cluster: projection.nodeId(this.cluster),
      largeIndustry: projection.nodeId(this.largeIndustry),
      evidenceClass: best.evidenceClass,
      strength: best.strength,
      strengthAnyEvidence: this.#strongest,
      kind: ofClass.kind,
      directions: TIE_DIRECTIONS.filter((direction) => this.#directions.has(direction)),
      best,
      chainCount: ofClass.count,
      chainCountAnyEvidence: this.#count,
      chains,
      lastCertainDay: best.lastCertainDay,
      heldAtReferenceDay: ofClass.held,
      // Most ties have one chain, whose relations are told already.
      relations:
        this.#count === 1
          ? [...best.relations].sort()
          : [...this.relations].sort((a, b) => a - b).map((relation) => projection.relationId(relation)),
    };
  }

  #ofBestClass(): OfOneClass {
    const found = this.#classes.get(this.best.evidenceClass);
    if (found === undefined) throw new RangeError('no chain was gathered');
    return found;
  }

  /** Lists no more chains than `most`; how many are let go. */
  letGo(most: number): number {
    return this.#best.splice(most).length;
  }

  #keep(chain: MeasuredChain): void {
    const worst = this.#best.at(-1);
    const full = this.#best.length >= this.#listing.most;
    if (full && worst !== undefined) {
      if (compareChains(chain, worst) >= 0) return;
      this.#best.pop();
    }
    let at = this.#best.length;
    for (let before = this.#best[at - 1]; before !== undefined; before = this.#best[at - 1]) {
      if (compareChains(before, chain) <= 0) break;
      at -= 1;
    }
    this.#best.splice(at, 0, kept(chain));
    if (!full) this.#listing.oneMore();
  }
}

function chainOf(chain: MeasuredChain, projection: Projection, reference: ReferenceDays): TieChain {
  const { strength, factors, evidenceClass, claim, standIns, goodsStepCount, throughFacility } = chain;
  return {
    strength,
    factors,
    evidenceClass,
    kind: KIND_OF_CLAIM[claim],
    claim,
    direction: chain.tail,
    nodes: chain.nodes.map((node) => projection.nodeId(node)),
    relations: chain.relations.map((relation) => projection.relationId(relation)),
    standIns,
    goodsStepCount,
    throughFacility,
    lastCertainDay: dateOfDay(chain.lastCertainDay === DAY_MAX ? reference.last : chain.lastCertainDay),
    heldAtReferenceDay: chain.held,
  };
}

const SIX_DECIMALS = 1_000_000;

/**
 * Evidence class, strength (6 decimals) descending, chains of the class descending, relations of the best chain ascending,
 * last certain day descending, cluster id, large industry id.
 */
export function compareTies(a: GatheredTie, b: GatheredTie): number {
  const rounded = (tie: GatheredTie): number => Math.round(tie.best.strength * SIX_DECIMALS);
  return (
    EVIDENCE_KINDS[a.best.evidenceClass].rank - EVIDENCE_KINDS[b.best.evidenceClass].rank ||
    rounded(b) - rounded(a) ||
    b.chainCount - a.chainCount ||
    a.best.relations.length - b.best.relations.length ||
    b.best.lastCertainDay - a.best.lastCertainDay ||
    a.cluster - b.cluster ||
    a.largeIndustry - b.largeIndustry
  );
}
