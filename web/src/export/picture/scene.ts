import type { NodeType, RelationFamily } from '#vocabulary';
import type { Colours } from '../../appearance/colours.ts';

/** On which side of a node its name stands, if there is room. */
export type Side = 'right' | 'left' | 'below' | 'above';

/** A node to be drawn, with where it stands. */
export interface PictureNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  readonly type: NodeType;
  readonly name: string;
  /** The smaller line under the name. */
  readonly second: string | null;
  /** What it stands for in full: name, type, counts. */
  readonly title: string;
  readonly hollow: boolean;
  readonly inferred: boolean;
  /** Of how many members it is a group; null for a node of its own. */
  readonly members: number | null;
  /** What `+n` beside it says; null for nothing. */
  readonly count: string | null;
  /** False: its name stands in the scene's notes instead of beside it. */
  readonly named: boolean;
  /** Smaller numbers are named first where names do not all find room. */
  readonly rank: number;
  /** At zoom 1, where nodes are sized by a measure; absent: by its type. */
  readonly radius?: number | undefined;
  /** The ring of its community, and the community's number beside it; absent: none. `hue` 0 is a community without a colour of its own. */
  readonly ring?: { readonly hue: number; readonly number: string } | undefined;
}

/** A line to be drawn. */
export interface PictureLine {
  readonly from: string;
  readonly to: string;
  readonly family: RelationFamily;
  readonly directed: boolean;
  readonly inferred: boolean;
  readonly possible: boolean;
  readonly disputed: boolean;
  /** Pixels at zoom 1. */
  readonly width: number;
  /** What stands on it; null for nothing. */
  readonly label: string | null;
  readonly title: string;
  /** No relation, only who could deal with whom: short dashes, whatever else is said of the line. Absent: a relation. */
  readonly candidate?: 'ONE_WAY' | 'EITHER_WAY' | undefined;
}

/** What is looked at: `zoom` and `pan` as the canvas has them, and the size of the window in pixels. */
export interface Look {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** A legend's entry: a type of node or a family of relations that is in the picture. */
export type LegendEntry =
  | { readonly kind: 'node'; readonly type: NodeType; readonly text: string }
  | { readonly kind: 'line'; readonly family: RelationFamily; readonly inferred: boolean; readonly text: string }
  /** A candidate, which is no relation. */
  | { readonly kind: 'candidate'; readonly text: string }
  /** A community by its ring; `hue` as in {@link PictureNode}. */
  | { readonly kind: 'ring'; readonly hue: number; readonly text: string }
  /** What sizes say. */
  | { readonly kind: 'size'; readonly text: string };

/** Everything a picture is drawn from. */
export interface Scene {
  readonly nodes: readonly PictureNode[];
  readonly lines: readonly PictureLine[];
  readonly colours: Colours;
  /** Null: the whole, at zoom 1. */
  readonly look: Look | null;
  readonly title: string;
  /** Said under the title. */
  readonly about: readonly string[];
  /** Whether title, statement and sources are drawn with it; not inside a page that says them. */
  readonly alone: boolean;
  readonly legend: readonly LegendEntry[];
  /** Said under the legend, such as the names that do not stand beside their nodes. */
  readonly notes: readonly string[];
  readonly sourcesTitle: string;
  readonly sources: readonly { readonly text: string; readonly address: string | null }[];
  /** "3 names found no room; the table has them all." Called when there are any. */
  readonly unnamed: (count: number) => string;
}
