/** What `profilePlaces` and `relatePlace` are asked and what they answer. */
import type { EvidenceKind, NodeId, PartialDate, RelationId, SourceId, TargetStatus } from '#vocabulary';
import type { Revision } from '../../projection/projection.ts';
import type { Gap } from '../gaps/gap-types.ts';
import type { Tie } from '../ties/tie-types.ts';

export interface PlacesRequest {
  /** Provinces or regencies, each once. */
  readonly places: readonly NodeId[];
  /** Absent: DOCUMENTED. That a place lies in a place is taken on general knowledge, too. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** What held or possibly held then; absent: any time. */
  readonly asOf?: PartialDate | undefined;
}

export type PlacePartKind =
  | 'REGENCIES'
  | 'CLUSTERS'
  | 'GROUPS'
  | 'SMALL_INDUSTRIES'
  | 'LARGE_INDUSTRIES'
  | 'FACILITIES'
  | 'ORGANISATIONS'
  | 'AGENCIES';

/** What lies in the place; of agencies those that are the place's own. */
export interface PlacePart {
  readonly kind: PlacePartKind;
  /** By sort name. */
  readonly nodes: readonly NodeId[];
}

export interface PlaceSector {
  readonly sector: NodeId;
  /** Clusters, small and large industries in the place that are IN_SECTOR it, ascending. */
  readonly makers: readonly NodeId[];
  readonly relations: readonly RelationId[];
}

export interface PlaceSupport {
  readonly supporter: NodeId;
  /** Clusters in the place that it reached, ascending. */
  readonly clusters: readonly NodeId[];
  readonly relations: readonly RelationId[];
}

export interface PlaceTarget {
  readonly programme: NodeId;
  readonly status: TargetStatus | null;
  /** The place itself or one inside it. */
  readonly place: NodeId;
  readonly relation: RelationId;
}

export interface PlaceDesignation {
  readonly designation: NodeId;
  readonly place: NodeId;
  readonly relation: RelationId;
}

/**
 * What the data do not say. CLUSTER_WITHOUT_SECTOR: no sector on the evidence asked for. CLUSTER_WITHOUT_TIE: no tie to large industry.
 * CLUSTER_WITHOUT_PUBLIC_SUPPORT. LARGE_WITHOUT_CLASS: nothing says what it makes. LARGE_WITHOUT_PLACE: large industries anywhere in the
 * data of which no regency is recorded, so that nobody knows whether they are here.
 */
type PlaceUnknownKind =
  | 'CLUSTER_WITHOUT_SECTOR'
  | 'CLUSTER_WITHOUT_TIE'
  | 'CLUSTER_WITHOUT_PUBLIC_SUPPORT'
  | 'LARGE_WITHOUT_CLASS'
  | 'LARGE_WITHOUT_PLACE';

export interface PlaceUnknown {
  readonly kind: PlaceUnknownKind;
  /** By sort name. */
  readonly nodes: readonly NodeId[];
}

export interface PlaceProfile {
  readonly place: NodeId;
  /** Every kind, also the empty ones. */
  readonly parts: readonly PlacePart[];
  /** Most makers first, then id. */
  readonly sectors: readonly PlaceSector[];
  /** Most clusters first, then id. */
  readonly supports: readonly PlaceSupport[];
  /** By programme, place, relation. */
  readonly targets: readonly PlaceTarget[];
  /** By designation, place. */
  readonly designations: readonly PlaceDesignation[];
  /** Of its clusters, in the order of ties. */
  readonly ties: readonly Tie[];
  readonly tiedClusterCount: number;
  /** Of its clusters, in the order of gaps. */
  readonly gaps: readonly Gap[];
  /** Every kind, also the empty ones. */
  readonly unknown: readonly PlaceUnknown[];
  /** All that the relations named here rest on, ascending. */
  readonly sources: readonly SourceId[];
}

/** What all the places have; ascending. */
export interface SharedByPlaces {
  readonly sectors: readonly NodeId[];
  readonly supporters: readonly NodeId[];
  readonly largeIndustries: readonly NodeId[];
  readonly designations: readonly NodeId[];
}

export interface PlacesAnswer {
  readonly revision: Revision;
  /** In the order asked for. */
  readonly profiles: readonly PlaceProfile[];
  /** Empty lists for one place. */
  readonly shared: SharedByPlaces;
}

export interface RelatePlaceRequest {
  /** A province is compared with provinces, a regency with regencies. */
  readonly place: NodeId;
  readonly asOf?: PartialDate | undefined;
}

/** A class of KBLI as seen from a place. */
export interface RelatedClass {
  readonly sector: NodeId;
  /** Makers of it in the place. */
  readonly count: number;
  /** Revealed comparative advantage (Balassa 1965): the class's part of the place's makers over its part of all. */
  readonly advantage: number;
  /** ω: the part of the class's proximity to others that the place has an advantage in, 0 to 1 (Hidalgo et al. 2007). */
  readonly density: number;
}

export interface RelatednessAnswer {
  readonly revision: Revision;
  /** Places of the same type with makers of a known class; relatedness needs {@link fewestPlaces}. */
  readonly placeCount: number;
  readonly classCount: number;
  readonly fewestPlaces: number;
  /** Makers of a known class in the place. */
  readonly makerCount: number;
  /** Density descending, then advantage, then id. null: too few places are known, or no maker of a known class here. */
  readonly classes: readonly RelatedClass[] | null;
}
