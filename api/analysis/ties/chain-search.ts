import type {
  AdjacencyRows,
  CompiledFilter,
  NodeIndex,
  Projection,
  RelationIndex,
} from '../../projection/projection.ts';
import type { Measures, RelationMeasures } from './relation-measures.ts';
import type { StandInType, TieClaim } from './tie-types.ts';
import { TIE_ROLES, type TieRole } from './tie-roles.ts';
import type { TieWeights } from './weights.ts';

/** How a chain goes on after its stand-ins. */
export type ChainTail = 'OUTPUT' | 'INPUT' | 'SUPPORT' | 'PROGRAMME';

/** A chain as it stands on the search's stack: read it at once, copy what is kept. */
export interface ChainOnStack {
  /** From the cluster to the large industry. */
  readonly nodes: readonly NodeIndex[];
  readonly relations: readonly RelationIndex[];
  readonly standIns: readonly StandInType[];
  /** One a goods relation; one for support or a shared programme. */
  readonly claims: readonly TieClaim[];
  readonly tail: ChainTail;
  readonly throughFacility: boolean;
  /** What its relations say together. */
  readonly measures: Measures;
}

type Ways = 'OUT' | 'IN' | 'BOTH';

/**
 * Every chain of the grammar from a cluster to a large industry, each once: a depth-first search over simple paths that
 * follows only what may come next in the grammar, and goods only where a large industry is within the steps left.
 * O(stand-ins · d³) for goods, d the largest number of goods relations at a node.
 */
export class ChainSearch {
  readonly #projection: Projection;
  readonly #filter: CompiledFilter;
  readonly #weights: TieWeights;
  readonly #target: NodeIndex | null;
  readonly #found: (chain: ChainOnStack) => void;
  readonly #nodes: NodeIndex[] = [];
  readonly #relations: RelationIndex[] = [];
  readonly #standIns: StandInType[] = [];
  readonly #claims: TieClaim[] = [];
  readonly #relationMeasures: RelationMeasures;
  /** Of each relation: whether its dates count. */
  readonly #ages: boolean[] = [];
  /** By steps left and way: 0 unknown, 1 no large industry within reach, 2 one is. */
  readonly #reach: Uint8Array;
  /** By the rows' `kinds`, as they are met; null: none. */
  readonly #roles: (TieRole | null | undefined)[] = [];

  /** `target`: only chains that end there; null: at any large industry. */
  constructor(
    projection: Projection,
    filter: CompiledFilter,
    weights: TieWeights,
    measures: RelationMeasures,
    target: NodeIndex | null,
    found: (chain: ChainOnStack) => void,
  ) {
    this.#projection = projection;
    this.#filter = filter;
    this.#weights = weights;
    this.#relationMeasures = measures;
    this.#target = target;
    this.#found = found;
    this.#reach = new Uint8Array(projection.nodeCount * 2 * weights.mostGoodsSteps);
  }

  from(cluster: NodeIndex): void {
    this.#nodes.push(cluster);
    this.#standIn(cluster);
    this.#nodes.pop();
  }

  /** Calls for each allowed relation at the node that plays a part, with the node at its other end. */
  #each(node: NodeIndex, ways: Ways, visit: (role: TieRole, other: NodeIndex, relation: RelationIndex) => void): void {
    if (ways !== 'IN') this.#eachIn(this.#projection.outgoing, node, visit);
    if (ways !== 'OUT') this.#eachIn(this.#projection.incoming, node, visit);
  }

  #eachIn(
    rows: AdjacencyRows,
    node: NodeIndex,
    visit: (role: TieRole, other: NodeIndex, relation: RelationIndex) => void,
  ): void {
    const roles = this.#roles;
    const end = rows.offsets[node + 1] ?? 0;
    for (let at = rows.offsets[node] ?? 0; at < end; at += 1) {
      const kind = rows.kinds[at] ?? 0;
      let role = roles[kind];
      if (role === undefined) {
        role = TIE_ROLES[this.#projection.relationType(rows.relations[at] ?? -1)] ?? null;
        roles[kind] = role;
      }
      // Most relations play no part in any chain.
      if (role === null || !this.#filter.allowsStep(rows, at)) continue;
      visit(role, rows.nodes[at] ?? -1, rows.relations[at] ?? -1);
    }
  }

  /** Takes the step, goes on, and takes it back; not where the path would meet itself. `ages`: whether the relation's dates count. */
  #step(relation: RelationIndex, node: NodeIndex, ages: boolean, goOn: () => void): void {
    if (this.#nodes.includes(node)) return;
    this.#nodes.push(node);
    this.#relations.push(relation);
    this.#ages.push(ages);
    goOn();
    this.#nodes.pop();
    this.#relations.pop();
    this.#ages.pop();
  }

  #standIn(node: NodeIndex): void {
    this.#goods(node, 'OUTPUT', this.#weights.mostGoodsSteps);
    this.#goods(node, 'INPUT', this.#weights.mostGoodsSteps);
    this.#support(node);
    this.#programme(node);
    if (this.#standIns.length === this.#weights.mostStandIns) return;
    const goOn = (type: StandInType, other: NodeIndex, relation: RelationIndex): void => {
      this.#standIns.push(type);
      this.#step(relation, other, false, () => this.#standIn(other));
      this.#standIns.pop();
    };
    this.#each(node, 'IN', (role, other, relation) => {
      if (role.part === 'standIn' || role.part === 'twin') goOn(role.type, other, relation);
    });
    this.#each(node, 'OUT', (role, other, relation) => {
      if (role.part === 'twin') goOn(role.type, other, relation);
    });
  }

  #goods(node: NodeIndex, tail: 'OUTPUT' | 'INPUT', stepsLeft: number): void {
    this.#each(node, tail === 'OUTPUT' ? 'OUT' : 'IN', (role, other, relation) => {
      if (role.part !== 'goods' || this.#projection.relationIsScrap(relation)) return;
      this.#claims.push(role.claim);
      this.#step(relation, other, true, () => {
        this.#end(other, tail);
        if (this.#goesOn(other, tail, stepsLeft - 1)) this.#goods(other, tail, stepsLeft - 1);
      });
      this.#claims.pop();
    });
  }

  /** Goods pass through firms and traders, never through another cluster. */
  #goesOn(node: NodeIndex, tail: 'OUTPUT' | 'INPUT', stepsLeft: number): boolean {
    if (stepsLeft === 0 || this.#projection.nodeType(node) === 'SmiCluster') return false;
    const at = (stepsLeft * 2 - (tail === 'OUTPUT' ? 1 : 2)) * this.#projection.nodeCount + node;
    if (this.#reach[at] === 0) {
      let reaches = false;
      this.#each(node, tail === 'OUTPUT' ? 'OUT' : 'IN', (role, other, relation) => {
        reaches ||=
          role.part === 'goods' &&
          !this.#projection.relationIsScrap(relation) &&
          (this.#mayEnd(other) || this.#goesOn(other, tail, stepsLeft - 1));
      });
      this.#reach[at] = reaches ? 2 : 1;
    }
    return this.#reach[at] === 2;
  }

  #support(node: NodeIndex): void {
    this.#each(node, 'BOTH', (role, other, relation) => {
      if (role.part !== 'support') return;
      this.#claims.push(role.claim);
      this.#step(relation, other, true, () => this.#end(other, 'SUPPORT'));
      this.#claims.pop();
    });
  }

  #programme(node: NodeIndex): void {
    this.#each(node, 'IN', (role, programme, relation) => {
      if (role.part !== 'programmeReaches' || this.#projection.nodeType(programme) !== 'Programme') return;
      this.#claims.push('SHARED_PROGRAMME');
      this.#step(relation, programme, true, () => {
        this.#each(programme, 'OUT', (second, firm, involves) => {
          if (second.part !== 'programmeInvolves' || !this.#isTarget(firm)) return;
          this.#step(involves, firm, true, () => this.#report('PROGRAMME', false));
        });
      });
      this.#claims.pop();
    });
  }

  /** Reports the chain that ends here, and those that end at the owner of the facility here. */
  #end(node: NodeIndex, tail: ChainTail): void {
    if (this.#isTarget(node)) this.#report(tail, false);
    if (this.#projection.nodeType(node) !== 'Facility') return;
    this.#each(node, 'OUT', (role, owner, relation) => {
      if (role.part !== 'facilityOwner' || !this.#isTarget(owner)) return;
      this.#step(relation, owner, false, () => this.#report(tail, true));
    });
  }

  #mayEnd(node: NodeIndex): boolean {
    return this.#isTarget(node) || this.#projection.nodeType(node) === 'Facility';
  }

  #isTarget(node: NodeIndex): boolean {
    return this.#target === null ? this.#projection.nodeType(node) === 'LargeIndustry' : node === this.#target;
  }

  #report(tail: ChainTail, throughFacility: boolean): void {
    this.#found({
      nodes: this.#nodes,
      relations: this.#relations,
      standIns: this.#standIns,
      claims: this.#claims,
      tail,
      throughFacility,
      measures: this.#relationMeasures.ofChain(this.#relations, this.#ages),
    });
  }
}
