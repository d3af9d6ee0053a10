import { array, custom, nullable, object, optional } from 'zod/mini';
import {
  asRelationId,
  isNodeId,
  NODE_TYPES,
  parsePartialDate,
  RELATION_FAMILIES,
  RELATION_TYPES,
  EVIDENCE_KINDS_BY_STRENGTH,
  type EvidenceKind,
  type NodeId,
  type NodeType,
  type PartialDate,
  type RelationFamily,
  type RelationId,
  type RelationType,
  type SourceId,
} from '#vocabulary';
import type { TieId } from '../exploration/answer.ts';
import { GROUPINGS, isGroupNodeId, LAYOUTS, type Grouping, type Layout } from '../exploration/arrangement.ts';
import { VIEWS, type View } from '../exploration/exploration.ts';
import type { ExpansionFilter, GroupKey } from '../exploration/groups.ts';
import type { PictureFilter } from '../exploration/held-picture.ts';
import {
  CANDIDATE_DIRECTIONS,
  MEASURES,
  QUALITIES,
  type Candidate,
  type CommunitiesBy,
  type SizeBy,
} from '../exploration/looks.ts';
import type { Question } from '../exploration/question.ts';
import type { TiersTraced } from '../exploration/way.ts';
import { isMark } from './marks.ts';

/** The sides of a node on which its name can stand. The order is part of the form of a link: add at the end only. */
export const SIDES = ['right', 'left', 'below', 'above'] as const;
/** As {@link SIDES}. */
export const TIERS = ['UPSTREAM', 'DOWNSTREAM'] as const satisfies readonly TiersTraced[];
type Side = (typeof SIDES)[number];

/** Where something stands, in pixels at zoom 1. */
export interface PlaceOf<Id extends string> {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  readonly side: Side;
}

/** What of a picture was on the screen: its middle in the picture's own pixels, and how large the screen was. */
export interface Camera {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What sizes and rings say, what communities are looked for by, and which candidates are drawn. */
export interface LooksOf<Id extends string> {
  readonly size: (Omit<SizeBy, 'among'> & { readonly among: readonly Id[] | null }) | null;
  /** The communities that rings are drawn for; null: none are. */
  readonly colour: CommunitiesBy | null;
  /** What communities are looked for by, for gathering and the next rings; null: as usual. */
  readonly communities: CommunitiesBy | null;
  /** Candidates and the nodes that came with them; null: none are drawn. They are no relations of the view. */
  readonly candidates: {
    readonly pairs: readonly { readonly cluster: Id; readonly firm: Id; readonly direction: Candidate['direction'] }[];
    readonly brought: readonly Id[];
  } | null;
}

/** Of a view whose nodes look as they always do, and of those that were kept before this was. */
export const NO_LOOKS: LooksOf<never> = { size: null, colour: null, communities: null, candidates: null };

/** One thing selected. */
type SelectionOf<Id extends string, Relation extends string> =
  | { readonly kind: 'node'; readonly id: Id }
  | { readonly kind: 'tie'; readonly cluster: Id; readonly largeIndustry: Id }
  | { readonly kind: 'relations'; readonly ids: readonly Relation[] }
  | { readonly kind: 'source'; readonly id: SourceId };

/**
 * Everything that makes up a view, except what follows from it: what the question, the open groups and a part shown whole
 * bring is asked for again when it is opened. Not in it: the reader's language and colours, and what was only pointed at.
 */
interface ViewOf<Id extends string, Relation extends string> {
  /** Of the data on which it was made; empty when it is not known. */
  readonly revision: string;
  readonly question: Question;
  /** Ties that the answer held: the first page, or more. */
  readonly ties: number;
  readonly view: View;
  readonly layout: Layout;
  readonly grouping: Grouping;
  /** Ids of the groups that were opened, oldest first. */
  readonly opened: readonly string[];
  /** Oldest first. */
  readonly expansions: readonly {
    readonly group: Omit<GroupKey, 'of'> & { readonly of: Id };
    readonly filter: ExpansionFilter;
    readonly cap: number;
  }[];
  readonly picture: PictureFilter | null;
  readonly placed: readonly Id[];
  /** `tiers`: all tiers around the first node together; null: a way from the first node to the last. */
  readonly ways: readonly {
    readonly nodes: readonly Id[];
    readonly relations: readonly Relation[];
    readonly tiers: TiersTraced | null;
  }[];
  readonly hidden: readonly Id[];
  readonly marked: readonly Id[];
  readonly pinned: readonly { readonly id: Id; readonly x: number; readonly y: number }[];
  /** Every node of the picture in its order; groups by their ids. Empty when no picture was ever drawn. */
  readonly places: readonly PlaceOf<Id>[];
  readonly selection: SelectionOf<Id, Relation> | null;
  readonly camera: Camera | null;
  readonly map: Camera | null;
  readonly looks: LooksOf<Id>;
}

/** A view whose nodes may be known by marks only, as a link has them. */
export type LinkedView = ViewOf<string, string>;
/** A view with its nodes by name. A group of nodes has an id of its own kind. */
export type SharedView = ViewOf<NodeId, RelationId>;

/*
 * Leaves are predicates: every other check of zod would travel with the first download, for its modules are in the shell.
 */
const oneOf = <Item extends string>(list: readonly Item[]): ReturnType<typeof custom<Item>> =>
  custom<Item>((value) => list.some((item) => item === value));
const keyOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): ReturnType<typeof custom<Key>> =>
  custom<Key>((name) => typeof name === 'string' && Object.hasOwn(record, name));
const numberFrom = (least: number, most: number): ReturnType<typeof custom<number>> =>
  custom<number>((value) => typeof value === 'number' && value >= least && value <= most);
const wholeFrom = (least: number, most: number): ReturnType<typeof custom<number>> =>
  custom<number>((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most);
const textUpTo = (most: number): ReturnType<typeof custom<string>> =>
  custom<string>((value) => typeof value === 'string' && value.length <= most);

const isNodeOrGroup = (id: unknown): id is NodeId => typeof id === 'string' && (isNodeId(id) || isGroupNodeId(id));
const nodeId = custom<NodeId>((id) => typeof id === 'string' && isNodeId(id));
const drawnId = custom<NodeId>(isNodeOrGroup);
const markedId = custom<string>((id) => isNodeOrGroup(id) || (typeof id === 'string' && isMark(id)));
const date = custom<PartialDate>((text) => {
  try {
    return typeof text === 'string' && parsePartialDate(text) === text;
  } catch {
    return false;
  }
});
const sourceId = custom<SourceId>((id) => typeof id === 'string' && /^source:[a-z0-9.-]{1,190}$/.test(id));
const groupId = custom<string>((text) => typeof text === 'string' && isGroupNodeId(text) && text.length < 250);
/** At least one kind. */
const evidence = custom<readonly EvidenceKind[]>(
  (kinds) =>
    Array.isArray(kinds) &&
    kinds.length > 0 &&
    kinds.every((kind) => EVIDENCE_KINDS_BY_STRENGTH.some((known) => known === kind)),
);
/** A finite coordinate that a picture can have. */
const coordinate = numberFrom(-1e7, 1e7);
const relationType = keyOf<RelationType>(RELATION_TYPES);
const nodeType = keyOf<NodeType>(NODE_TYPES);
const family = keyOf<RelationFamily>(RELATION_FAMILIES);
const direction = oneOf(['OUT', 'IN'] as const);
const camera = object({
  zoom: numberFrom(1e-4, 1000),
  x: coordinate,
  y: coordinate,
  width: wholeFrom(1, 100_000),
  height: wholeFrom(1, 100_000),
});

const families = array(family);
const communities = object({
  quality: oneOf(QUALITIES),
  resolution: custom<number>((value) => typeof value === 'number' && value > 0 && value <= 1e6),
  seed: wholeFrom(0, 2 ** 31 - 1),
  families,
});

/** @param id what a node may be known by */
function schemaOf<Id extends string, Relation extends string>(
  id: ReturnType<typeof custom<Id>>,
  relation: ReturnType<typeof custom<Relation>>,
) {
  const ids = array(id);
  const relations = array(relation);
  const selections = [
    object({ kind: oneOf(['node']), id }),
    object({ kind: oneOf(['tie']), cluster: id, largeIndustry: id }),
    object({ kind: oneOf(['relations']), ids: relations }),
    object({ kind: oneOf(['source']), id: sourceId }),
  ];
  return object({
    revision: textUpTo(64),
    question: object({
      scope: oneOf(['CLUSTER', 'GROUP'] as const),
      place: nullable(nodeId),
      sector: nullable(nodeId),
      largeIndustry: nullable(nodeId),
      asOf: nullable(date),
      evidence,
    }),
    ties: wholeFrom(0, 1_000_000),
    view: oneOf(VIEWS),
    layout: oneOf(LAYOUTS),
    grouping: oneOf(GROUPINGS),
    opened: array(groupId),
    expansions: array(
      object({
        group: object({ of: id, relationType, direction, nodeType }),
        filter: object({
          relationFamilies: families,
          relationTypes: array(relationType),
          direction: nullable(direction),
          nodeTypes: array(nodeType),
          evidence: nullable(evidence),
          asOf: nullable(date),
        }),
        cap: wholeFrom(1, 1_000_000),
      }),
    ),
    picture: nullable(
      object({
        families,
        nodeTypes: array(nodeType),
        place: nullable(nodeId),
        sector: nullable(nodeId),
        evidence,
        asOf: nullable(date),
      }),
    ),
    placed: ids,
    ways: array(object({ nodes: ids, relations, tiers: nullable(oneOf(TIERS)) })),
    hidden: ids,
    marked: ids,
    pinned: array(object({ id, x: coordinate, y: coordinate })),
    places: array(object({ id, x: coordinate, y: coordinate, side: oneOf(SIDES) })),
    selection: nullable(
      custom<SelectionOf<Id, Relation>>((value) => selections.some((schema) => schema.safeParse(value).success)),
    ),
    camera: nullable(camera),
    map: nullable(camera),
    looks: optional(
      object({
        size: nullable(object({ measure: oneOf(MEASURES), families, among: nullable(ids) })),
        colour: nullable(communities),
        communities: nullable(communities),
        candidates: optional(
          nullable(
            object({
              pairs: array(object({ cluster: id, firm: id, direction: oneOf(CANDIDATE_DIRECTIONS) })),
              brought: ids,
            }),
          ),
        ),
      }),
    ),
  });
}

const shortText = (text: unknown): text is string => typeof text === 'string' && text !== '' && text.length < 500;
const strict = schemaOf(
  drawnId,
  custom<RelationId>((id) => shortText(id) && asRelationId(id).includes('--')),
);
const linked = schemaOf(markedId, custom<string>(shortText));

/** A view with every node by its name, from outside; null when it is none. What it does not know it leaves out. */
export function parseSharedView(value: unknown): SharedView | null {
  const parsed = strict.safeParse(value);
  return parsed.success && isWhole(parsed.data) ? { ...parsed.data, looks: looksIn(parsed.data) } : null;
}

/** As {@link parseSharedView}, for a view whose nodes may be known by marks. */
export function parseLinkedView(value: unknown): LinkedView | null {
  const parsed = linked.safeParse(value);
  return parsed.success && isWhole(parsed.data) ? { ...parsed.data, looks: looksIn(parsed.data) } : null;
}

/** Views that were kept before there were looks, or candidates among them, have none. */
function looksIn<Id extends string>({
  looks,
}: {
  readonly looks?:
    (Omit<LooksOf<Id>, 'candidates'> & { readonly candidates?: LooksOf<Id>['candidates'] | undefined }) | undefined;
}): LooksOf<Id> {
  return looks === undefined ? NO_LOOKS : { ...looks, candidates: looks.candidates ?? null };
}

function isWhole({ ways, selection }: Pick<LinkedView, 'ways' | 'selection'>): boolean {
  if (selection?.kind === 'relations' && selection.ids.length === 0) return false;
  return ways.every(
    ({ nodes, relations, tiers }) =>
      nodes.length >= 2 && (tiers === null ? relations.length === nodes.length - 1 : relations.length > 0),
  );
}

/** The id of a tie that is selected. */
export function tieIdOf(cluster: string, largeIndustry: string): TieId {
  return `${cluster}>${largeIndustry}`;
}
