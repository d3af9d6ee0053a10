import {
  asRelationId,
  heldAt,
  parseNodeId,
  parsePeriod,
  periodBounds,
  RELATION_TYPES,
  type Language,
  type NodeId,
  type PartialDate,
} from '#vocabulary';
import type { Belonging, BelongsTo } from '../exploration/belonging.ts';
import type { Arrived, KnownNode, KnownRelation } from '../exploration/known.ts';
import type { NodeSummaryFragment, PictureMembershipFragment, PictureQuery } from '../requests/generated/operations.ts';
import { knownNode } from './known.ts';

type Picture = PictureQuery['picture'];

/** A place, sector or cluster that nodes belong to, with its names by language. */
type GroupSummary = NodeSummaryFragment['places'][number];

/** What one answer says of memberships: the groups by code, and what each node belongs to. */
export interface Memberships {
  readonly groups: readonly GroupSummary[];
  readonly belonging: Readonly<Record<NodeId, Belonging>>;
}

const TYPE_OF_PREFIX: Readonly<Record<string, GroupSummary['type']>> = {
  country: 'Country',
  province: 'Province',
  regency: 'Regency',
  sector: 'Sector',
  cluster: 'SmiCluster',
};

/** Names that differ by language; the first is the primary one. */
function namesOf(en: string | undefined, id: string | undefined, ja: string | undefined): NodeSummaryFragment['names'] {
  const named = (language: Language, text: string | undefined): NodeSummaryFragment['names'] =>
    text === undefined ? [] : [{ language, text }];
  return [...named('en', en), ...named('id', id), ...named('ja', ja)];
}

function coordinatesAt(
  {
    latitudes,
    longitudes,
  }: { readonly latitudes: readonly (number | null)[]; readonly longitudes: readonly (number | null)[] },
  at: number,
): NodeSummaryFragment['coordinates'] {
  const [latitude, longitude] = [latitudes[at], longitudes[at]];
  return latitude === undefined || latitude === null || longitude === undefined || longitude === null
    ? null
    : { latitude, longitude };
}

/** The columns that say what nodes belong to, row by row. */
export function membershipsOf({ nodes, belongTo }: PictureMembershipFragment): Memberships {
  const groups = belongTo.ids.map((id, at): GroupSummary => ({
    id,
    type: TYPE_OF_PREFIX[id.slice(0, id.indexOf(':'))] ?? 'Locality',
    name: belongTo.names[at] ?? id,
    names: namesOf(belongTo.names[at], belongTo.namesId[at], belongTo.namesJa[at]),
    code: null,
    coordinates: coordinatesAt(belongTo, at),
  }));
  const ids = belongTo.ids.map((id) => parseNodeId(id));
  const of = (column: readonly number[], at: number): BelongsTo =>
    ids[column[at] ?? -1] ?? (column[at] === -2 ? 'SEVERAL' : 'NONE');
  const belonging: Record<NodeId, Belonging> = {};
  nodes.ids.forEach((id, at) => {
    belonging[parseNodeId(id)] = {
      country: of(nodes.countries, at),
      province: of(nodes.provinces, at),
      regency: of(nodes.regencies, at),
      sector: of(nodes.sectors, at),
      cluster: of(nodes.clusters, at),
    };
  });
  return { groups, belonging };
}

/** A picture in columns as nodes and relations that the exploration knows. */
export function arrivedInColumns(picture: Picture, language: Language, asOf: PartialDate | null): Arrived {
  const { groups } = membershipsOf(picture);
  return { nodes: nodesOf(picture, groups, language), relations: relationsOf(picture, asOf) };
}

function nodesOf({ nodes }: Picture, groups: readonly GroupSummary[], language: Language): readonly KnownNode[] {
  const around = (at: number): GroupSummary[] =>
    [nodes.regencies[at], nodes.provinces[at]].flatMap((code) => groups[code ?? -1] ?? []);
  return nodes.ids.flatMap((id, at) => {
    const type = nodes.typeList[nodes.types[at] ?? -1];
    if (type === undefined) return [];
    const kind = nodes.kinds[at];
    return [
      knownNode(
        {
          id,
          type,
          name: nodes.names[at] ?? id,
          names: namesOf(nodes.names[at], nodes.namesId[at], nodes.namesJa[at]),
          kind: kind === undefined || kind === '' ? null : kind,
          code: null,
          restricted: nodes.restricted[at] === 1,
          coordinates: coordinatesAt(nodes, at),
          // A place does not lie in itself.
          places: around(at).filter((place) => place.id !== id),
        },
        language,
      ),
    ];
  });
}

function relationsOf({ nodes, relations }: Picture, asOf: PartialDate | null): readonly KnownRelation[] {
  const ids = nodes.ids.map((id) => parseNodeId(id));
  const periods = relations.periodList.map((written) => {
    const period = parsePeriod(written);
    return { period, held: asOf === null ? null : heldAt(periodBounds(period), asOf) };
  });
  return relations.ids.flatMap((id, at) => {
    const type = relations.typeList[relations.types[at] ?? -1];
    const evidenceClass = relations.evidenceList[relations.evidence[at] ?? -1];
    const when = periods[relations.periods[at] ?? -1];
    const [from, to] = [ids[relations.from[at] ?? -1], ids[relations.to[at] ?? -1]];
    if (type === undefined || evidenceClass === undefined || when === undefined) return [];
    if (from === undefined || to === undefined) return [];
    const { family } = RELATION_TYPES[type];
    const disputed = relations.disputed[at] === 1;
    return [{ id: asRelationId(id), type, family, from, to, ...when, evidenceClass, disputed }];
  });
}
