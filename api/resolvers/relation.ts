/** Relations and groups of relations. */
import { heldAt, RELATION_TYPES } from '#vocabulary';
import type { RelationGroupResolvers, RelationResolvers } from '../schema/generated/resolver-types.ts';
import { endOf, wholeRelation } from './projected.ts';
import { checkDate } from './user-input.ts';

export const Relation: RelationResolvers = {
  family: (relation) => RELATION_TYPES[relation.type].family,
  label: (relation, { language }) => RELATION_TYPES[relation.type].label[language],
  reverseLabel: (relation, { language }) => RELATION_TYPES[relation.type].reverseLabel[language],
  fromNode: (relation, _args, context) => endOf(relation, 'from', context),
  toNode: (relation, _args, context) => endOf(relation, 'to', context),
  held: (relation, { asOf }) => heldAt(relation.bounds, checkDate('asOf', asOf)),
  evidence: (relation, _args, { loaders }) => loaders.evidence.load(relation.id),
  share: async (relation, _args, context) => (await wholeRelation(relation, context)).share,
  carries: async (relation, _args, context) => (await wholeRelation(relation, context)).carries,
  valueMillionRp: async (relation, _args, context) => (await wholeRelation(relation, context)).valueMillionRp,
  coefficient: async (relation, _args, context) => (await wholeRelation(relation, context)).coefficient,
  status: async (relation, _args, context) => (await wholeRelation(relation, context)).status,
  role: async (relation, _args, context) => (await wholeRelation(relation, context)).role,
  restricted: async (relation, _args, context) => (await wholeRelation(relation, context)).restricted === true,
  disagreement: ({ disagreement }) => (disagreement === null ? null : { id: disagreement }),
};

/** A group reads in its own direction. */
export const RelationGroup: RelationGroupResolvers = {
  family: (group) => RELATION_TYPES[group.relationType].family,
  label: (group, { language }) => {
    const { label, reverseLabel } = RELATION_TYPES[group.relationType];
    return (group.direction === 'OUT' ? label : reverseLabel)[language];
  },
};
