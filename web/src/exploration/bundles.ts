import {
  EVIDENCE_KINDS,
  NODE_TYPES,
  strongestEvidence,
  type EvidenceKind,
  type NodeId,
  type Period,
  type RelationFamily,
  type RelationId,
  type RelationType,
} from '#vocabulary';
import { isStandIn } from './drawn-nodes.ts';
import type { Tie, TieChain, TieId } from './answer.ts';
import type { Exploration } from './exploration.ts';
import type { KnownRelation } from './known.ts';
import { mergePeriods } from './merge-periods.ts';
import type { LineLabel } from './visible-graph.ts';
import { drawnWays } from './way.ts';

/** Relations that say the same in both directions. */
const SYMMETRIC: readonly RelationType[] = [
  'AGREED_TO_COOPERATE',
  'COOPERATES_WITH',
  'SAME_AS_PROBABLY',
  'LOCATED_WITH',
];
/** Relations whose word stands on the line at rest, for its look alone would not tell them from their family. */
const SAID_AT_REST: readonly RelationType[] = ['SAME_AS_PROBABLY', 'GREW_FROM', 'OWNS'];

/** A line being gathered. */
export interface Bundle {
  readonly id: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly family: RelationFamily;
  readonly directed: boolean;
  readonly inferred: boolean;
  readonly possible: boolean;
  readonly ties: Set<TieId>;
  readonly relations: Set<RelationId>;
  readonly standIns: Set<RelationId>;
  readonly types: Set<RelationType>;
  /** Nodes folded away that stand for the cluster. */
  readonly through: Set<NodeId>;
  evidenceClass: EvidenceKind;
  disputed: boolean;
  label: LineLabel | null;
  labelAtRest: boolean;
  /** All that is known of when its relations held; null when nothing is. */
  period: Period | null;
}

/** One stretch between two nodes that are drawn. */
interface Stretch {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly family: RelationFamily;
  readonly directed: boolean;
  readonly programme: boolean;
  readonly counted: readonly KnownRelation[];
  readonly passedOver: readonly KnownRelation[];
  readonly through: readonly NodeId[];
  readonly tie: TieId | null;
}

/**
 * Gathers everything between the same two nodes that looks the same into one line: same family, direction and
 * certainty. What is inferred is never gathered with what is documented.
 * @param drawn the nodes held in the picture, those that a person hid too: a chain is never folded over a hidden node
 */
export function bundleLines(exploration: Exploration, drawn: ReadonlyMap<NodeId, unknown>): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const tie of exploration.answer?.ties ?? []) {
    for (const chain of tie.chains) {
      for (const stretch of stretchesOf(exploration, tie, chain, drawn)) gather(bundles, stretch);
    }
  }
  const whole = exploration.picture === null ? [] : [exploration.picture];
  const placed = { relations: exploration.placedRelations };
  for (const holder of [...drawnWays(exploration), ...whole, placed, ...exploration.expansions]) {
    for (const id of holder.relations) {
      const relation = exploration.relations[id];
      if (relation === undefined || !drawn.has(relation.from) || !drawn.has(relation.to)) continue;
      gather(bundles, plainStretch(relation, null));
    }
  }
  for (const bundle of bundles.values()) finish(exploration, bundle);
  return [...bundles.values()];
}

/** Cuts a chain at the nodes that are drawn; what lies between two of them is one stretch. */
function stretchesOf(
  exploration: Exploration,
  tie: Tie,
  chain: TieChain,
  drawn: ReadonlyMap<NodeId, unknown>,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let end = 1; end < chain.nodes.length; end += 1) {
    const [from, to] = [chain.nodes[start], chain.nodes[end]];
    if (from === undefined || to === undefined || !drawn.has(to)) continue;
    const relations = chain.relations.slice(start, end).map((id) => exploration.relations[id]);
    const known = relations.filter((relation) => relation !== undefined);
    const [only] = known;
    // A chain with a relation the page does not know cannot be drawn honestly: the API names all of them.
    if (known.length === relations.length && only !== undefined && from !== to) {
      stretches.push(
        known.length === 1
          ? plainStretch(only, tie.id)
          : foldedStretch(from, to, known, chain.nodes.slice(start + 1, end), tie.id),
      );
    }
    start = end;
  }
  return stretches;
}

function plainStretch(relation: KnownRelation, tie: TieId | null): Stretch {
  return {
    from: relation.from,
    to: relation.to,
    family: relation.family,
    directed: !SYMMETRIC.includes(relation.type),
    programme: false,
    counted: [relation],
    passedOver: [],
    through: [],
    tie,
  };
}

/** Several relations drawn as one: the one that carries something is counted, those it is reached by are passed over. */
function foldedStretch(
  from: NodeId,
  to: NodeId,
  relations: readonly KnownRelation[],
  inside: readonly NodeId[],
  tie: TieId,
): Stretch {
  const carrying = relations.filter((relation) => !isStandIn(relation.type) && relation.type !== 'FACILITY_OF');
  const [only] = carrying;
  const passedOver = relations.filter((relation) => !carrying.includes(relation));
  const through = inside.slice(
    0,
    relations.findIndex((relation) => !isStandIn(relation.type)),
  );
  if (carrying.length === 1 && only !== undefined) {
    const forwards = reaches(only, relations, inside, to);
    return {
      ...plainStretch(only, tie),
      from: forwards ? from : to,
      to: forwards ? to : from,
      passedOver,
      through: through.slice(-1),
    };
  }
  const programme = carrying.length > 1;
  return {
    from,
    to,
    family: programme ? 'support' : 'membership',
    directed: false,
    programme,
    counted: programme ? carrying : relations,
    passedOver: programme ? passedOver : [],
    through: [],
    tie,
  };
}

/** Whether the carrying relation points along the chain. */
function reaches(
  carrying: KnownRelation,
  relations: readonly KnownRelation[],
  inside: readonly NodeId[],
  to: NodeId,
): boolean {
  const next = inside[relations.indexOf(carrying)] ?? to;
  return carrying.to === next;
}

/** Weakest of the evidence on the way: a chain is only as sure as its weakest relation. */
function weakestEvidence(relations: readonly KnownRelation[]): EvidenceKind {
  return relations.reduce<EvidenceKind>(
    (weakest, { evidenceClass }) =>
      EVIDENCE_KINDS[evidenceClass].rank > EVIDENCE_KINDS[weakest].rank ? evidenceClass : weakest,
    'DOCUMENTED',
  );
}

function gather(bundles: Map<string, Bundle>, stretch: Stretch): void {
  const all = [...stretch.counted, ...stretch.passedOver];
  const evidenceClass = weakestEvidence(all);
  const inferred = evidenceClass !== 'DOCUMENTED';
  const possible = all.some((relation) => relation.held === 'POSSIBLY');
  const [from, to] =
    stretch.directed || stretch.programme || stretch.from < stretch.to
      ? [stretch.from, stretch.to]
      : [stretch.to, stretch.from];
  const look = [stretch.directed, stretch.programme, inferred, possible].map(Number).join('');
  const id = `${from}|${stretch.family}${look}|${to}`;
  const bundle: Bundle = bundles.get(id) ?? {
    id,
    from,
    to,
    family: stretch.family,
    directed: stretch.directed,
    inferred,
    possible,
    ties: new Set(),
    relations: new Set(),
    standIns: new Set(),
    types: new Set(),
    through: new Set(),
    evidenceClass,
    disputed: false,
    label: stretch.programme ? { kind: 'programme' } : null,
    labelAtRest: stretch.programme,
    period: null,
  };
  bundles.set(id, bundle);
  if (stretch.tie !== null) bundle.ties.add(stretch.tie);
  for (const relation of stretch.counted) {
    bundle.relations.add(relation.id);
    bundle.types.add(relation.type);
  }
  for (const relation of stretch.passedOver) bundle.standIns.add(relation.id);
  for (const node of stretch.through) bundle.through.add(node);
  bundle.evidenceClass = strongestEvidence([bundle.evidenceClass, evidenceClass]) ?? evidenceClass;
  bundle.disputed ||= all.some((relation) => relation.disputed);
}

/** What can be said only when the line is whole. */
function finish(exploration: Exploration, bundle: Bundle): void {
  const relations = [...bundle.relations].map((id) => exploration.relations[id]).filter((known) => known !== undefined);
  bundle.period = mergePeriods(relations.map((relation) => relation.period));
  if (bundle.label !== null) return;
  const [type, second] = bundle.types;
  if (bundle.through.size > 1) {
    const firmsOnly = [...bundle.through].every((id) => {
      const node = exploration.nodes[id];
      return node !== undefined && NODE_TYPES[node.type].family === 'smallMakers';
    });
    bundle.label = { kind: 'through', count: bundle.through.size, firmsOnly };
    bundle.labelAtRest = true;
  } else if (type !== undefined && second === undefined) {
    bundle.label = { kind: 'type', type };
    bundle.labelAtRest = SAID_AT_REST.includes(type) || (bundle.family === 'support' && bundle.ties.size > 0);
  }
}
