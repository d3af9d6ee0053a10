/** Which clusters and large industries could deal with each other, and do not on any documented word (ANALYSIS.md §4). */
import type { RelationId } from '#vocabulary';
import type { NodeIndex, Projection } from '../../projection/projection.ts';
import { askedNode } from '../asked-node.ts';
import { compareText } from '../compare-text.ts';
import { AnalysisRequestError } from '../request-error.ts';
import { clustersInScope } from '../ties/tie-scope.ts';
import type { Tie, TiesRequest } from '../ties/tie-types.ts';
import { findTies } from '../ties/ties.ts';
import { bestFit, firmsByMaking, firmsThatMayFit, type FirmsByMaking, type FitFound } from './fit.ts';
import { follower } from './follow.ts';
import {
  LEAST_CORE_FIT,
  type ClusterWithoutCandidate,
  type Distance,
  type Fit,
  type Gap,
  type GapsAnswer,
  type GapsRequest,
} from './gap-types.ts';
import { relatednessOf, type Relatedness } from './known-relatedness.ts';
import { makingReader, type Making, type ReadMaking } from './making.ts';
import { nearestPlaces, nearness, regencyReader } from './places.ts';
import { supportReader } from './support-there.ts';

/** Parts of a score: distance, capacity, relatedness, support. They add up to one. */
const WEIGHTS = { distance: 0.4, capacity: 0.2, relatedness: 0.2, support: 0.2 } as const;
/** Of the score, what fit alone gives. */
const FIT_ALONE = 0.5;
/** Scores closer than this are equal. */
const DECIMALS = 1e6;

/** What all pairs are judged by; read once. */
interface Ground {
  readonly projection: Projection;
  readonly making: ReadMaking;
  /** Every large industry, without the classes of others that it owns. */
  readonly firms: ReadonlyMap<NodeIndex, Making>;
  readonly byMaking: FirmsByMaking;
  readonly regenciesOf: (node: NodeIndex) => readonly NodeIndex[];
  readonly supportOf: ReturnType<typeof supportReader>;
  readonly relatedness: Relatedness;
  readonly documented: ReadonlyMap<string, Tie>;
  readonly anyEvidence: ReadonlyMap<string, Tie>;
}

/**
 * Every pair of a cluster and a large industry whose products fit and that has no documented goods between them. Pure. What fits
 * is looked up by class and product, so that O(clusters · firms that may fit), beside two searches for ties.
 * @throws AnalysisRequestError for an unknown id, an id of another type, or a distance below 0
 */
export function findGaps(projection: Projection, request: GapsRequest): GapsAnswer {
  const { withinKm } = request;
  if (withinKm !== undefined && !(withinKm >= 0)) {
    const expected = 'kilometres, 0 or more';
    throw new AnalysisRequestError('withinKm', `${String(withinKm)} is no distance; give ${expected}`, expected);
  }
  const onlyFirm =
    request.largeIndustry === undefined
      ? null
      : askedNode(projection, 'largeIndustry', request.largeIndustry, ['LargeIndustry']);
  const clusters = clustersInScope(projection, scopeOf(request));
  const ground = readGround(projection, request);
  const leastFit = request.wide === true ? 0 : LEAST_CORE_FIT;
  const withoutCandidate: NodeIndex[] = [];
  const gaps: Gap[] = [];
  let unknownDistanceCount = 0;
  for (const cluster of clusters) {
    const making = ground.making(cluster);
    const fits = firmsThatMayFit(making, ground.byMaking).flatMap((firm) => {
      const firmMaking = ground.firms.get(firm);
      const fit = firmMaking === undefined ? null : bestFit(making, firmMaking);
      return fit === null ? [] : [{ firm, fit }];
    });
    if (!fits.some(({ fit }) => fit.value >= LEAST_CORE_FIT)) withoutCandidate.push(cluster);
    for (const { firm, fit } of fits) {
      if (fit.value < leastFit || (onlyFirm !== null && firm !== onlyFirm)) continue;
      const gap = judge(ground, cluster, firm, fit);
      if (gap === null || (withinKm !== undefined && gap.distance !== null && gap.distance.km > withinKm)) continue;
      if (withinKm !== undefined && gap.distance === null) unknownDistanceCount += 1;
      else gaps.push(gap);
    }
  }
  return {
    revision: projection.revision,
    gaps: gaps.toSorted(compareGaps),
    unknownDistanceCount,
    clusterCount: clusters.length,
    withoutCandidate: projection.byName(withoutCandidate).map((cluster) => whyNone(ground, cluster)),
  };
}

function scopeOf({ asOf, scope, place, sector, cluster }: GapsRequest): TiesRequest {
  return { asOf, scope, place, sector, cluster };
}

function readGround(projection: Projection, request: GapsRequest): Ground {
  const { asOf, largeIndustry } = request;
  const making = remembered(makingReader(projection, asOf));
  const regenciesOf = remembered(regencyReader(projection, asOf));
  const ofFirm = ownMaking(projection, asOf, making);
  const firms = new Map(projection.nodesOfType('LargeIndustry').map((firm) => [firm, ofFirm(firm)]));
  const ties = (evidence: TiesRequest['evidence']): ReadonlyMap<string, Tie> => {
    const found = findTies(projection, { ...scopeOf(request), largeIndustry, evidence }).ties;
    return new Map(found.map((tie) => [pairKey(tie.cluster, tie.largeIndustry), tie]));
  };
  return {
    projection,
    making,
    firms,
    byMaking: firmsByMaking(firms),
    regenciesOf,
    supportOf: remembered(supportReader(projection, asOf)),
    relatedness: relatednessOf(projection, asOf, making, regenciesOf),
    documented: ties(['DOCUMENTED']),
    anyEvidence: ties(['DOCUMENTED', 'GENERAL_KNOWLEDGE', 'INFERRED']),
  };
}

function remembered<Value>(read: (node: NodeIndex) => Value): (node: NodeIndex) => Value {
  const known = new Map<NodeIndex, Value>();
  return (node) => {
    let value = known.get(node);
    if (value === undefined) {
      value = read(node);
      known.set(node, value);
    }
    return value;
  };
}

function pairKey(cluster: string, firm: string): string {
  return `${cluster} ${firm}`;
}

/** A firm that owns another stands behind it in the classes of the other: the works are the other's. */
function ownMaking(projection: Projection, asOf: GapsRequest['asOf'], making: ReadMaking): ReadMaking {
  const owned = follower(projection, { types: ['OWNS'], asOf, evidence: ['DOCUMENTED'] });
  return (firm) => {
    const all = making(firm);
    const works = owned(firm).filter(({ node }) => node !== firm && projection.nodeType(node) === 'LargeIndustry');
    const others = new Set(works.flatMap(({ node }) => [...making(node).classes.keys()]));
    return { ...all, classes: new Map([...all.classes].filter(([code]) => !others.has(code))) };
  };
}

/** null when goods between them are documented. */
function judge(ground: Ground, cluster: NodeIndex, firm: NodeIndex, found: FitFound): Gap | null {
  const { projection } = ground;
  const [clusterId, firmId] = [projection.nodeId(cluster), projection.nodeId(firm)];
  const key = pairKey(clusterId, firmId);
  const tie = ground.documented.get(key);
  if (tie?.directions.some((direction) => direction === 'OUTPUT' || direction === 'INPUT') === true) return null;
  const fit = fitOf(projection, found);
  const distance = distanceOf(ground, cluster, firm);
  const support = ground.supportOf(cluster);
  const relatedness = ground.relatedness(cluster, firm);
  const score = (unknown: 0 | 1): number =>
    fit.value *
    (FIT_ALONE +
      (1 - FIT_ALONE) *
        (WEIGHTS.distance * (distance?.value ?? unknown) +
          WEIGHTS.capacity * unknown +
          WEIGHTS.relatedness * (relatedness ?? unknown) +
          WEIGHTS.support * support.value));
  return {
    cluster: clusterId,
    largeIndustry: firmId,
    level: tie === undefined ? 'NO_TIE' : 'NO_SUPPLY',
    fit,
    distance,
    support: { value: support.value, relations: support.relations.map((relation) => projection.relationId(relation)) },
    relatedness,
    low: score(0),
    high: score(1),
    documentedTie: tie?.relations ?? [],
    inferredTie: inferredChain(tie, ground.anyEvidence.get(key)),
  };
}

function inferredChain(documented: Tie | undefined, any: Tie | undefined): readonly RelationId[] {
  if (any === undefined || documented !== undefined) return [];
  return any.best.relations;
}

function fitOf(projection: Projection, { value, rule, direction, clusterSide, firmSide }: FitFound): Fit {
  const relations = new Set([...clusterSide.relations, ...firmSide.relations]);
  return {
    value,
    rule,
    direction,
    clusterSide: projection.nodeId(clusterSide.node),
    firmSide: projection.nodeId(firmSide.node),
    relations: [...relations].sort((a, b) => a - b).map((relation) => projection.relationId(relation)),
  };
}

function distanceOf({ projection, regenciesOf }: Ground, cluster: NodeIndex, firm: NodeIndex): Distance | null {
  const nearest = nearestPlaces(projection, regenciesOf(cluster), regenciesOf(firm));
  if (nearest === null) return null;
  return {
    km: nearest.km,
    value: nearness(nearest.km),
    clusterPlace: projection.nodeId(nearest.from),
    firmPlace: projection.nodeId(nearest.to),
  };
}

function whyNone({ projection, making }: Ground, cluster: NodeIndex): ClusterWithoutCandidate {
  const classes = [...making(cluster).classes.values()].map(({ node }) => projection.nodeId(node)).sort();
  return {
    cluster: projection.nodeId(cluster),
    reason: classes.length === 0 ? 'CLASS_UNKNOWN' : 'NONE_IN_DATA',
    classes,
  };
}

function compareGaps(a: Gap, b: Gap): number {
  const rounded = (score: number): number => Math.round(score * DECIMALS);
  return (
    rounded(b.low) - rounded(a.low) ||
    rounded(b.high) - rounded(a.high) ||
    (a.cluster === b.cluster ? compareText(a.largeIndustry, b.largeIndustry) : compareText(a.cluster, b.cluster))
  );
}
