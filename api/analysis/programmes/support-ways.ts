/** By which relations support reaches a cluster. */
import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind, type RelationType } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { follower, followAll, type Follow, type Reached } from '../gaps/follow.ts';
import type { SupportLevel } from './coverage-types.ts';
import { PLACE_EVIDENCE } from './place-evidence.ts';

/** From a supporter to a maker. Certificates are no support; agreements are looked at apart. */
const GIVEN: readonly RelationType[] = [
  'SUPPORTS',
  'FOSTERS',
  'FUNDS',
  'TRAINS',
  'GIVES_EQUIPMENT_TO',
  'DRAWS_FROM',
  'PLANS_TO_SUPPORT',
];
/** From a supporter to a place. TARGETS say of a place what a programme means to do, not that anybody there got it. */
const GIVEN_TO_PLACE: readonly RelationType[] = ['FUNDS', 'INVESTS_IN', 'DRAWS_FROM'];
/** From a facility to those it serves. */
const SERVES: readonly RelationType[] = ['SUPPLIES', 'SUPPORTS', 'TRAINS'];

/** One way from a supporter to a cluster. */
export interface SupportWay {
  readonly supporter: NodeIndex;
  /** The relation of support itself. */
  readonly support: RelationIndex;
  readonly level: SupportLevel;
  /** Who got it; null: the cluster as such. */
  readonly through: NodeIndex | null;
  readonly relations: readonly RelationIndex[];
  /** Of its weakest relation; where places lie in places is left out. INFERRED where only makers of the cluster are in the place. */
  readonly evidence: EvidenceKind;
}

interface Receiver extends Reached {
  readonly level: 'CLUSTER' | 'MEMBER' | 'ORGANISATION';
}

/** Every way by which support reaches a cluster on the evidence asked for. An agreement with large industry or a firm is a tie instead. */
export function supportWayReader(
  projection: Projection,
  asked: readonly EvidenceKind[],
): (cluster: NodeIndex) => readonly SupportWay[] {
  const along = (
    types: readonly RelationType[],
    backwards: boolean,
    evidence: readonly EvidenceKind[] = asked,
  ): Follow => follower(projection, { types, evidence, backwards, asOf: undefined });
  const given = along(GIVEN, true);
  const members = along(['MEMBER_OF'], true);
  const speakers = along(['REPRESENTS'], true);
  // Who is no partner of its own cluster must not depend on what is asked for.
  const standIns = along(['MEMBER_OF', 'REPRESENTS'], true, ['DOCUMENTED']);
  const lies = along(['LOCATED_IN'], false);
  const above = along(['LOCATED_IN'], false, PLACE_EVIDENCE);
  const givenToPlace = along(GIVEN_TO_PLACE, true);
  const bodies = along(['AGENCY_OF'], true);
  const serving = along(SERVES, true);
  const invested = along(['INVESTS_IN'], true);
  const agreed = [along(['AGREED_TO_COOPERATE'], false), along(['AGREED_TO_COOPERATE'], true)];
  const isType = ({ node }: Reached, type: string): boolean => projection.nodeType(node) === type;
  const isPartner = (reached: Reached): boolean =>
    ['Agency', 'Organisation', 'Programme'].includes(projection.nodeType(reached.node)) &&
    projection.nodeKind(reached.node) !== 'FIRM_OF_UNKNOWN_SIZE';
  const partnersOf = (node: NodeIndex): readonly Reached[] =>
    agreed.flatMap((follow) => follow(node)).filter(isPartner);

  const wayOf = (
    from: Reached,
    level: SupportLevel,
    through: NodeIndex | null,
    rest: readonly RelationIndex[],
    unjudged: readonly RelationIndex[] = [],
    reading = false,
  ): SupportWay => {
    const judged = [...from.relations, ...rest];
    const evidence = reading ? 'INFERRED' : weakest(projection, judged);
    const support = from.relations[0] ?? -1;
    return { supporter: from.node, support, level, through, relations: [...judged, ...unjudged], evidence };
  };

  const straight = ({ node, relations, level }: Receiver, own: ReadonlySet<NodeIndex>): readonly SupportWay[] => {
    const through = level === 'CLUSTER' ? null : node;
    return [
      ...given(node).map((from) => wayOf(from, isType(from, 'Facility') ? 'FACILITY' : level, through, relations)),
      ...partnersOf(node)
        .filter((partner) => !own.has(partner.node))
        .map((partner) => wayOf(partner, level, through, relations)),
      ...serving(node)
        .filter((facility) => isType(facility, 'Facility'))
        .flatMap((facility) =>
          invested(facility.node).map((from) =>
            wayOf(from, 'FACILITY', facility.node, [...facility.relations, ...relations]),
          ),
        ),
    ];
  };

  const byPlace = ({ node, relations, level }: Receiver): readonly SupportWay[] => {
    const reading = level !== 'CLUSTER';
    if (reading && !asked.includes('INFERRED')) return [];
    return lies(node).flatMap((first) =>
      followAll([{ node: first.node, relations: [] }], above).flatMap((place): readonly SupportWay[] => {
        const rest = [...first.relations, ...relations];
        const found = isType(place, 'Regency') || isType(place, 'Locality') ? givenToPlace(place.node) : [];
        const signed = isType(place, 'Regency')
          ? bodies(place.node).flatMap((body) =>
              partnersOf(body.node).map((partner) =>
                wayOf(partner, 'PLACE', place.node, [...body.relations, ...rest], place.relations, reading),
              ),
            )
          : [];
        return [...found.map((from) => wayOf(from, 'PLACE', place.node, rest, place.relations, reading)), ...signed];
      }),
    );
  };

  return (cluster) => {
    const receivers: readonly Receiver[] = [
      { node: cluster, relations: [], level: 'CLUSTER' },
      ...members(cluster).map((member): Receiver => ({ ...member, level: 'MEMBER' })),
      ...speakers(cluster).map((speaker): Receiver => ({ ...speaker, level: 'ORGANISATION' })),
    ];
    const own = new Set([cluster, ...standIns(cluster).map(({ node }) => node)]);
    return receivers.flatMap((receiver) => [...straight(receiver, own), ...byPlace(receiver)]);
  };
}

function weakest(projection: Projection, relations: readonly RelationIndex[]): EvidenceKind {
  const places = relations.map((relation) => EVIDENCE_KINDS_BY_STRENGTH.indexOf(projection.relationEvidence(relation)));
  return EVIDENCE_KINDS_BY_STRENGTH[Math.max(0, ...places)] ?? 'INFERRED';
}
