/** What `pictureOf` is asked and what it answers. */
import type { EvidenceKind, NodeId, NodeType, PartialDate, RelationFamily, RelationType } from '#vocabulary';
import type { NodeIndex, RelationIndex, Revision } from '../projection/projection.ts';

/** Which part of the graph; all must hold, an absent or empty one filters nothing. */
export interface GraphFilter {
  readonly relationTypes?: readonly RelationType[] | undefined;
  readonly families?: readonly RelationFamily[] | undefined;
  /** Evidence classes of relations; whoever asks states what absent means. */
  readonly evidence?: readonly EvidenceKind[] | undefined;
  /** Keeps relations that held or possibly held then. */
  readonly asOf?: PartialDate | undefined;
  readonly nodeTypes?: readonly NodeType[] | undefined;
  /** Keeps nodes inside this place, and the place. */
  readonly place?: NodeId | undefined;
  /** Keeps nodes in this sector or one below it. */
  readonly sector?: NodeId | undefined;
  /** Keeps these nodes. */
  readonly among?: readonly NodeId[] | undefined;
  /** Keeps these nodes whatever else is filtered, those at the other ends of their relations, and no relation that ends at none of them. */
  readonly around?: readonly NodeId[] | undefined;
}

export interface PictureRequest {
  readonly filter: GraphFilter;
  /** Whether nodes are kept that have no relation under the filter. */
  readonly withUnrelated: boolean;
  /** At least 0. */
  readonly mostNodes: number;
  readonly mostRelations: number;
}

/** A part of the graph, to be drawn at once. */
export interface PictureExtract {
  readonly revision: Revision;
  /** Most relations under the filter first, then id; at most `mostNodes`. */
  readonly nodes: readonly NodeIndex[];
  /** Between two of `nodes`: by the later of their ends in `nodes`, then id; at most `mostRelations`. */
  readonly relations: readonly RelationIndex[];
  /** Under the filter, whatever the limits are. */
  readonly total: { readonly nodes: number; readonly relations: number };
}

/** More nodes than this are never drawn at once. */
export const MOST_PICTURE_NODES = 20_000;
export const MOST_PICTURE_RELATIONS = 50_000;
