/** By which criteria a programme chooses its places, and what the data hold of each for each place. */
import { EVIDENCE_KINDS_BY_STRENGTH, type EvidenceKind, type RelationType } from '#vocabulary';
import type { NodeIndex, Projection, RelationIndex } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { byNode, follower, followAll, type Follow, type Reached } from '../gaps/follow.ts';
import { evidenceAskedFor } from '../ties/tie-scope.ts';
import type {
  CriteriaAnswer,
  CriteriaRequest,
  CriterionRead,
  PlaceCriteria,
  ProgrammeCriteria,
} from './criteria-types.ts';
import { demandReader } from './demand-finding.ts';
import { PLACE_EVIDENCE } from './place-evidence.ts';

/**
 * What the programmes' criteria ask for (ASKS_FOR, over any number of steps) and, for each place that they target, what the data say of
 * it. Nothing is concluded from silence: see {@link CriterionFinding}. Pure.
 * @throws AnalysisRequestError for an unknown id or a node that is no programme
 */
export function readCriteria(projection: Projection, request: CriteriaRequest): CriteriaAnswer {
  const evidence = evidenceAskedFor(request);
  const along = (types: readonly RelationType[], kinds: readonly EvidenceKind[] = evidence): Follow =>
    follower(projection, { types, evidence: kinds, asOf: undefined });
  const steps = {
    selectedBy: along(['SELECTED_BY']),
    asksFor: along(['ASKS_FOR']),
    targets: along(['TARGETS']),
    supports: along(['SUPPORTS', 'DRAWS_FROM']),
    within: along(['LOCATED_IN'], PLACE_EVIDENCE),
  };
  const findingOf = demandReader(projection, evidence);
  const asked =
    request.programme === undefined ? null : askedNode(projection, 'programme', request.programme, ['Programme']);
  const programmes = (asked === null ? projection.nodesOfType('Programme') : [asked]).flatMap(
    (programme): readonly ProgrammeCriteria[] => {
      const criteria = byNode(steps.selectedBy(programme)).map(([criterion, relations]) =>
        readCriterion(projection, criterion, relations, steps.asksFor),
      );
      if (criteria.length === 0) return [];
      const supported = [...new Set(steps.supports(programme).map(({ node }) => node))];
      const places = targetedPlaces(projection, steps.targets(programme), steps.within).map(([place, targets]) => {
        const inside = supported.filter((node) => isInside(node, place, steps.within)).sort((a, b) => a - b);
        const clusters = inside.filter((node) => projection.nodeType(node) === 'SmiCluster');
        return {
          place: projection.nodeId(place),
          targets: targets.map((relation) => projection.relationId(relation)),
          clusters: clusters.map((cluster) => projection.nodeId(cluster)),
          findings: criteria.flatMap(({ criterion, demands }) =>
            demands.map(({ demand }) => ({
              criterion,
              demand,
              ...findingOf({ programme, place, supported: inside, demand: projection.nodeIndex(demand) ?? -1 }),
            })),
          ),
        } satisfies PlaceCriteria;
      });
      return [{ programme: projection.nodeId(programme), criteria, places }];
    },
  );
  return { revision: projection.revision, programmes };
}

/** What stands last below a criterion; the criterion itself when it asks for nothing. */
function readCriterion(
  projection: Projection,
  criterion: NodeIndex,
  selectedBy: readonly RelationIndex[],
  asksFor: Follow,
): CriterionRead {
  const last = followAll([{ node: criterion, relations: [] }], asksFor).filter(
    ({ node }) => asksFor(node).length === 0,
  );
  return {
    criterion: projection.nodeId(criterion),
    relations: selectedBy.map((relation) => projection.relationId(relation)),
    demands: last
      .toSorted((a, b) => a.node - b.node)
      .map(({ node, relations }) => ({
        demand: projection.nodeId(node),
        asked: relations.map((relation) => projection.relationId(relation)),
        evidence: weakest(relations.map((relation) => projection.relationEvidence(relation))),
      })),
  };
}

function weakest(kinds: readonly EvidenceKind[]): EvidenceKind {
  const places = kinds.map((kind) => EVIDENCE_KINDS_BY_STRENGTH.indexOf(kind));
  return EVIDENCE_KINDS_BY_STRENGTH[Math.max(0, ...places)] ?? 'INFERRED';
}

/** Regencies, and provinces none of whose regencies is targeted: what is known of the narrower place says more. */
function targetedPlaces(
  projection: Projection,
  targets: readonly Reached[],
  within: Follow,
): readonly (readonly [NodeIndex, readonly RelationIndex[]])[] {
  const all = new Map(byNode(targets));
  const inner = [...all.keys()].filter((place) => projection.nodeType(place) === 'Regency');
  const kept = [...all.keys()].filter(
    (place) => inner.includes(place) || !inner.some((regency) => isInside(regency, place, within)),
  );
  return projection.byName(kept).map((place) => {
    const around = [...all].filter(([other]) => isInside(place, other, within));
    return [place, around.flatMap(([, relations]) => relations).sort((a, b) => a - b)] as const;
  });
}

function isInside(node: NodeIndex, place: NodeIndex, within: Follow): boolean {
  return followAll([{ node, relations: [] }], within).some((reached) => reached.node === place);
}
