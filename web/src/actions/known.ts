import {
  heldAt,
  parseNodeId,
  parsePeriod,
  asRelationId,
  parsePartialDate,
  periodBounds,
  type Language,
  type NodeId,
  type NodeType,
  type PartialDate,
} from '#vocabulary';
import { tieId, type Answer, type Tie, type TieChain } from '../exploration/answer.ts';
import type { Arrived, KnownNode, KnownRelation } from '../exploration/known.ts';
import { spotOf, type Spot } from '../exploration/spot.ts';
import type {
  NodeSummaryFragment,
  RelationSummaryFragment,
  TiePartsFragment,
  TiesQuery,
} from '../requests/generated/operations.ts';

/** Names in every language of the nodes that were ever asked for, so that a change of language needs no request. */
const names = new Map<NodeId, NodeSummaryFragment>();

/** A node's name in the language, else its first name. */
export function nameIn(node: Pick<NodeSummaryFragment, 'name' | 'names'>, language: Language): string {
  return node.names.find((name) => name.language === language)?.text ?? node.name;
}

/** The API's node as the exploration knows it. */
export function knownNode(node: NodeSummaryFragment, language: Language): KnownNode {
  const id = parseNodeId(node.id);
  names.set(id, node);
  return {
    id,
    type: node.type,
    name: nameIn(node, language),
    kind: node.kind,
    places: placeNames(node, language),
    at: spotIn(node, language),
    restricted: node.restricted,
  };
}

/** Narrowest first. A country's middle places nothing. */
const PLACE_RANKS: readonly NodeType[] = ['Locality', 'Regency', 'Province'];

/** Where a node stands on the map, with the place's name in the language. */
function spotIn({ coordinates, places }: NodeSummaryFragment, language: Language): Spot | null {
  const around = places.flatMap((place) => {
    const rank = PLACE_RANKS.indexOf(place.type);
    return rank < 0 ? [] : [{ rank, name: nameIn(place, language), coordinates: place.coordinates }];
  });
  return spotOf(coordinates, around);
}

/** Names of the places a node lies in, narrowest first; the country is left out, nearly all lies in it. */
export function placeNames(node: Pick<NodeSummaryFragment, 'places'>, language: Language): readonly string[] {
  return node.places.filter((place) => place.type !== 'Country').map((place) => nameIn(place, language));
}

/** The province that a node met before lies in, as a node to be asked about; null where none is known. */
export function provinceOf(id: NodeId): NodeSummaryFragment | null {
  const province = names.get(id)?.places.find(({ type }) => type === 'Province');
  if (province === undefined) return null;
  const restricted = names.get(parseNodeId(province.id))?.restricted === true;
  return { ...province, kind: null, restricted, places: [] };
}

/** What is known of these nodes, in another language. */
export function renamed(nodes: Iterable<KnownNode>, language: Language): readonly KnownNode[] {
  return [...nodes].map((node) => {
    const named = names.get(node.id);
    if (named === undefined) return node;
    const { name, places, at } = knownNode(named, language);
    return { ...node, name, places, at };
  });
}

/** The API's relation as the exploration knows it; `asOf` decides whether it held. */
export function knownRelation(relation: RelationSummaryFragment, asOf: PartialDate | null): KnownRelation {
  const period = parsePeriod(relation.period);
  return {
    id: asRelationId(relation.id),
    type: relation.type,
    family: relation.family,
    from: parseNodeId(relation.from),
    to: parseNodeId(relation.to),
    period,
    held: asOf === null ? null : heldAt(periodBounds(period), asOf),
    evidenceClass: relation.evidenceClass,
    disputed: relation.disagreement !== null,
  };
}

type TieAnswer = TiesQuery['clustersTiedToLargeIndustry'];

function chainOf(chain: TiePartsFragment['chains'][number]): TieChain {
  return {
    nodes: chain.route.nodes.map((node) => parseNodeId(node.id)),
    relations: chain.route.relations.map((relation) => asRelationId(relation.id)),
    strength: chain.strength,
    factors: chain.factors,
    evidenceClass: chain.evidenceClass,
    kind: chain.kind,
    direction: chain.direction,
  };
}

function tieOf(tie: TiePartsFragment): Tie {
  const cluster = parseNodeId(tie.cluster.id);
  const largeIndustry = parseNodeId(tie.largeIndustry.id);
  return {
    id: tieId(cluster, largeIndustry),
    cluster,
    largeIndustry,
    strength: tie.strength,
    strengthAnyEvidence: tie.strengthAnyEvidence,
    factors: tie.factors,
    evidenceClass: tie.evidenceClass,
    kind: tie.kind,
    directions: tie.directions,
    description: tie.description,
    chains: tie.chains.map(chainOf),
    chainCount: tie.chainCount,
    chainCountAnyEvidence: tie.chainCountAnyEvidence,
    lastCertainDay: tie.lastCertainDay === null ? null : parsePartialDate(tie.lastCertainDay),
    heldAtReferenceDay: tie.heldAtReferenceDay,
    sourceCount: tie.sourceCount,
  };
}

/** The API's answer as the exploration keeps it; `earlier` are the ties of the pages before this one. */
export function answerOf(answer: TieAnswer, earlier: readonly Tie[], language: Language): Answer {
  const { summary } = answer;
  return {
    ties: [...earlier, ...answer.nodes.map(tieOf)],
    totalCount: answer.totalCount,
    untied: summary.untiedClusters.map((cluster) => parseNodeId(cluster.id)),
    summary: {
      clusterCount: summary.clusterCount,
      tiedClusterCount: summary.tiedClusterCount,
      relationCount: summary.relationCount,
      sourceCount: summary.sourceCount,
      newestEvidence: summary.newestEvidence === null ? null : parsePartialDate(summary.newestEvidence),
      inferredTieCount: summary.inferredTieCount,
      byKind: summary.byKind,
    },
    revision: answer.revision,
    endCursor: answer.pageInfo.hasNextPage ? answer.pageInfo.endCursor : null,
    language,
  };
}

/** Every node and relation that the answer speaks of. */
export function arrivedWith(answer: TieAnswer, language: Language, asOf: PartialDate | null): Arrived {
  const routes = answer.nodes.flatMap((tie) => tie.chains.map((chain) => chain.route));
  return {
    nodes: [
      ...answer.summary.untiedClusters,
      ...answer.nodes.flatMap((tie) => [tie.cluster, tie.largeIndustry]),
      ...routes.flatMap((route) => route.nodes),
    ].map((node) => knownNode(node, language)),
    relations: routes.flatMap((route) => route.relations).map((relation) => knownRelation(relation, asOf)),
  };
}
