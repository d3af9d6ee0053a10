import { NODE_TYPES, type NodeFamily, type NodeType, type RelationFamily } from '#vocabulary';
import type { ColourName } from './colours.ts';
import type { IconName } from './icons.ts';
import type { ShapeName } from './shapes.ts';

/** How a type of node looks. Shape says family, icon says type, colour repeats family. */
export interface NodeAppearance {
  readonly shape: ShapeName;
  readonly icon: IconName;
  /** In the graph, at zoom 1, in pixels. */
  readonly radius: number;
  /** Drawn as an outline with its icon in the family's colour, always. */
  readonly outlined: boolean;
}

/** Every type of node; a new type does not compile until it has a look. */
export const NODE_APPEARANCE = {
  SmiCluster: { shape: 'hexagon', icon: 'threeDots', radius: 20, outlined: false },
  SmallIndustry: { shape: 'circle', icon: 'dot', radius: 10, outlined: false },
  LargeIndustry: { shape: 'square', icon: 'factory', radius: 16, outlined: false },
  Facility: { shape: 'cutSquare', icon: 'warehouse', radius: 15, outlined: true },
  Agency: { shape: 'shield', icon: 'columns', radius: 15, outlined: false },
  Programme: { shape: 'shield', icon: 'flag', radius: 15, outlined: false },
  Organisation: { shape: 'shield', icon: 'rings', radius: 15, outlined: false },
  FundingSource: { shape: 'shield', icon: 'coin', radius: 15, outlined: false },
  Sector: { shape: 'diamond', icon: 'bars', radius: 14, outlined: false },
  Product: { shape: 'diamond', icon: 'box', radius: 14, outlined: false },
  Market: { shape: 'diamond', icon: 'arrow', radius: 14, outlined: false },
  Country: { shape: 'pill', icon: 'ringedDisc', radius: 15, outlined: true },
  Province: { shape: 'pill', icon: 'disc', radius: 15, outlined: true },
  Regency: { shape: 'pill', icon: 'halfDisc', radius: 15, outlined: true },
  Locality: { shape: 'pill', icon: 'emptyDisc', radius: 15, outlined: true },
  Criterion: { shape: 'page', icon: 'tick', radius: 15, outlined: false },
  Designation: { shape: 'page', icon: 'star', radius: 15, outlined: false },
  Person: { shape: 'circle', icon: 'person', radius: 14, outlined: true },
} as const satisfies Record<NodeType, NodeAppearance>;

/** The colour that repeats a family's shape. */
export const FAMILY_COLOUR = {
  smallMakers: 'smi',
  largeIndustry: 'large',
  support: 'support',
  goods: 'goods',
  places: 'place',
  rules: 'rules',
} as const satisfies Record<NodeFamily, ColourName>;

export function nodeAppearance(type: NodeType): NodeAppearance {
  return NODE_APPEARANCE[type];
}

export function nodeColour(type: NodeType): ColourName {
  return FAMILY_COLOUR[NODE_TYPES[type].family];
}

/** What stands at the end of a directed line. */
export type LineEnd = 'arrow' | 'hollowArrow' | 'round' | 'tee' | 'diamond' | 'none';

/** How a family of relations looks. Certainty is fill: filled is seen, hollow is agreed. */
export interface LineAppearance {
  readonly colour: ColourName;
  /** Two thin rails instead of one stroke. */
  readonly pipe: boolean;
  readonly end: LineEnd;
}

/** Every family of relations; a new family does not compile until it has a look. */
export const LINE_APPEARANCE = {
  supply: { colour: 'flow', pipe: false, end: 'arrow' },
  agreement: { colour: 'flow', pipe: true, end: 'hollowArrow' },
  requirement: { colour: 'rules', pipe: false, end: 'tee' },
  inputOutput: { colour: 'goods', pipe: false, end: 'arrow' },
  support: { colour: 'support', pipe: false, end: 'round' },
  place: { colour: 'line-strong', pipe: false, end: 'none' },
  membership: { colour: 'line-strong', pipe: false, end: 'none' },
  governance: { colour: 'rules', pipe: false, end: 'diamond' },
} as const satisfies Record<RelationFamily, LineAppearance>;

export function lineAppearance(family: RelationFamily): LineAppearance {
  return LINE_APPEARANCE[family];
}
