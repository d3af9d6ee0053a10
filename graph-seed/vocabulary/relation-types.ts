import type { NodeType } from './node-types.ts';
import { GOODS_RELATIONS } from './relation-types/goods-relations.ts';
import { GOVERNANCE_RELATIONS } from './relation-types/governance-relations.ts';
import { PLACE_AND_MEMBERSHIP_RELATIONS } from './relation-types/place-and-membership-relations.ts';
import type { RelationTypeDefinition } from './relation-types/relation-type-definition.ts';
import { SUPPORT_RELATIONS } from './relation-types/support-relations.ts';

export type { RelationTypeDefinition };

/** Every type of relation there is. The key is the TypeScript literal, the Neo4j relation type and the enum value. */
export const RELATION_TYPES = {
  ...GOODS_RELATIONS,
  ...SUPPORT_RELATIONS,
  ...PLACE_AND_MEMBERSHIP_RELATIONS,
  ...GOVERNANCE_RELATIONS,
} as const satisfies Record<string, RelationTypeDefinition>;

export type RelationType = keyof typeof RELATION_TYPES;

/** Status of a TARGETS relation; never upgraded: what was committed is not thereby implemented. */
export const TARGET_STATUSES = ['COMMITTED', 'INITIAL_TARGET', 'TARGETED'] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];

/** What a supply relation carries; scrap is not walked on by ties. */
export const CARRIED_KINDS = ['GOODS', 'SCRAP'] as const;
export type CarriedKind = (typeof CARRIED_KINDS)[number];

function allows(ends: readonly NodeType[] | 'ANY', type: NodeType): boolean {
  return ends === 'ANY' || ends.includes(type);
}

/** Whether the vocabulary lets a relation of this type join these two types of node. */
export function endsAllowed(type: RelationType, from: NodeType, to: NodeType): boolean {
  const definition: RelationTypeDefinition = RELATION_TYPES[type];
  return allows(definition.from, from) && allows(definition.to, to);
}

export function isRelationType(text: string): text is RelationType {
  return Object.hasOwn(RELATION_TYPES, text);
}
