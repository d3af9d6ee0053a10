/** What the data hold of one demand of a criterion for one place. */
import type { EvidenceKind, RelationType } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { follower, type Follow } from '../gaps/follow.ts';
import { findTies } from '../ties/ties.ts';
import type { CriterionFinding, PlaceFinding } from './criteria-types.ts';
import { PLACE_EVIDENCE } from './place-evidence.ts';

/** The one wish that the data can be asked about though no relation leads from it: whether its clusters are tied to large industry. */
const LINKAGE = 'criterion:linkage-supporting-large';

interface Asked {
  readonly programme: NodeIndex;
  readonly place: NodeIndex;
  /** Whom it supports there, or draws from: clusters, and others too. */
  readonly supported: readonly NodeIndex[];
  readonly demand: NodeIndex;
}
type Finding = Pick<PlaceFinding, 'finding' | 'relations'>;

/**
 * A budget: FUNDS of the programme, of the place, of anybody who is known to lie in it. A list of places: DESIGNATED_AS. A market: EXPORTS_TO
 * of whom the programme supports there or their members. Linkage with large industry: documented ties of the clusters among them. Of any
 * other wish the data hold nothing.
 */
export function demandReader(projection: Projection, evidence: readonly EvidenceKind[]): (asked: Asked) => Finding {
  const along = (types: readonly RelationType[], backwards = false): Follow =>
    follower(projection, { types, evidence, backwards, asOf: undefined });
  const funds = along(['FUNDS']);
  const designated = along(['DESIGNATED_AS']);
  const exports = along(['EXPORTS_TO']);
  const members = along(['MEMBER_OF'], true);
  const lists = along(['DESIGNATED_AS'], true);

  const found = (relations: readonly RelationIndex[], none: CriterionFinding): Finding => ({
    finding: relations.length > 0 ? 'RECORDED' : none,
    relations: [...new Set(relations)].sort((a, b) => a - b).map((relation) => projection.relationId(relation)),
  });
  const relationsTo = (follow: Follow, from: NodeIndex, to: (node: NodeIndex) => boolean): readonly RelationIndex[] =>
    follow(from).flatMap(({ node, relations }) => (to(node) ? relations : []));

  const readers: Partial<Record<string, (asked: Asked) => Finding>> = {
    FundingSource: ({ programme, place, demand }) =>
      found(
        relationsTo(
          funds,
          demand,
          (node) => node === programme || projection.isWithin(node, place, undefined, PLACE_EVIDENCE),
        ),
        funds(demand).length > 0 ? 'NONE_RECORDED' : 'NOT_HELD',
      ),
    Designation: ({ place, demand }) =>
      found(
        relationsTo(designated, place, (node) => node === demand),
        lists(demand).length > 0 ? 'NONE_RECORDED' : 'NOT_HELD',
      ),
    Market: ({ supported }) =>
      found(
        supported
          .flatMap((maker) => [maker, ...members(maker).map(({ node }) => node)])
          .flatMap((maker) => relationsTo(exports, maker, () => true)),
        'NONE_RECORDED',
      ),
  };
  const linkage = ({ supported }: Asked): Finding => {
    const relations = supported.flatMap((cluster) => {
      if (projection.nodeType(cluster) !== 'SmiCluster' || projection.nodeKind(cluster) === 'GROUP') return [];
      const { ties } = findTies(projection, { cluster: projection.nodeId(cluster) });
      return ties.flatMap(({ best }) => best.relations);
    });
    return {
      finding: relations.length > 0 ? 'RECORDED' : 'NONE_RECORDED',
      relations: [...new Set(relations)].sort((a, b) => (a < b ? -1 : 1)),
    };
  };
  return (asked) => {
    if (projection.nodeId(asked.demand) === LINKAGE) return linkage(asked);
    return readers[projection.nodeType(asked.demand)]?.(asked) ?? { finding: 'NOT_HELD', relations: [] };
  };
}
