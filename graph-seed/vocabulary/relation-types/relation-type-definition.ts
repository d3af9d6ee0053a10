import type { NodeType } from '../node-types.ts';
import type { RelationFamily } from '../relation-families.ts';
import type { Labels } from '../names.ts';

export interface RelationTypeDefinition {
  readonly family: RelationFamily;
  /** Types that may stand at the start; 'ANY' for every type. */
  readonly from: readonly NodeType[] | 'ANY';
  /** Types that may stand at the end; 'ANY' for every type. */
  readonly to: readonly NodeType[] | 'ANY';
  /** How it reads forwards: "A supplies B". */
  readonly label: Labels;
  /** How it reads backwards: "B supplied by A". */
  readonly reverseLabel: Labels;
  readonly description: string;
}

/** Those who make, trade or gather goods, or stand for somebody who does. */
export const MAKERS = [
  'SmiCluster',
  'SmallIndustry',
  'LargeIndustry',
  'Facility',
  'Organisation',
] as const satisfies readonly NodeType[];
