/** Relations and groups of relations. */
import { heldAt, RELATION_TYPES } from '#vocabulary';
import type { RelationGroupResolvers, RelationResolvers } from '../schema/generated/resolver-types.ts';
import { nodeOf } from './lookup.ts';
import { checkDate } from './user-input.ts';

export const Relation: RelationResolvers = {
  family: (relation) => RELATION_TYPES[relation.type].family,
  label: (relation, { language }) => RELATION_TYPES[relation.type].label[language],
  reverseLabel: (relation, { language }) => RELATION_TYPES[relation.type].reverseLabel[language],
  fromNode: (relation, _args, context) => nodeOf(relation.from, context),
  toNode: (relation, _args, context) => nodeOf(relation.to, context),
  held: (relation, { asOf }) => heldAt(relation.bounds, checkDate('asOf', asOf)),
  evidence: (relation, _args, { loaders }) => loaders.evidence.load(relation.id),
  disagreement: (relation, _args, { loaders }) =>
    relation.disagreement === null ? null : loaders.disagreement.load(relation.disagreement),
};

/** A group reads in its own direction. */
export const RelationGroup: RelationGroupResolvers = {
  family: (group) => RELATION_TYPES[group.relationType].family,
  label: (group, { language }) => {
    const { label, reverseLabel } = RELATION_TYPES[group.relationType];
    return (group.direction === 'OUT' ? label : reverseLabel)[language];
  },
};
