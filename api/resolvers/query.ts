/** The questions that look something up: the dataset, lists, search, one node, one relation, one source. */
import {
  NODE_TYPES,
  parsePartialDate,
  REFERENCE_DAY,
  RELATION_FAMILIES,
  RELATION_TYPES,
  type NodeType,
  type RelationFamily,
} from '#vocabulary';
import type {
  DatasetResolvers,
  NodeTypeWordsResolvers,
  QueryResolvers,
  RelationTypeWordsResolvers,
  SearchMatchResolvers,
  SearchResultResolvers,
} from '../schema/generated/resolver-types.ts';
import { foldName } from '../projection/fold-name.ts';
import type { StoredNode } from '../store/graph-store.ts';
import { connectionOf } from './connection.ts';
import type { RequestContext } from './context.ts';
import { askedNode, askedNodeOfType, askedNodes, askedRelations } from './lookup.ts';
import { projectedNode, projectedNodes } from './projected.ts';
import { COSTS } from './question-budget.ts';
import {
  checkFirst,
  checkPage,
  checkRelationIdForm,
  checkSearchText,
  checkSourceIdForm,
  checkText,
  checkTexts,
  unknownCode,
  unknownRelation,
  unknownSource,
  UserInputError,
} from './user-input.ts';

const ALL_NODE_TYPES = Object.keys(NODE_TYPES) as NodeType[];

/** Kinds that none of the types has could only find nothing. @throws UserInputError */
function checkKinds(
  kinds: readonly string[] | null | undefined,
  types: readonly NodeType[],
): readonly string[] | undefined {
  const known = new Set<string>(
    (types.length === 0 ? ALL_NODE_TYPES : types).flatMap((type) => NODE_TYPES[type].kinds),
  );
  const wrong = kinds?.find((kind) => !known.has(kind));
  if (wrong === undefined) return kinds ?? undefined;
  if (known.size === 0) {
    throw new UserInputError('kinds', 'kinds: these types have no kinds; leave kinds out', 'no kinds at all');
  }
  const expected = `one of ${[...known].join(', ')}`;
  throw new UserInputError(
    'kinds',
    `kinds: '${wrong.slice(0, 60)}' is no kind of these types; it has to be ${expected}`,
    expected,
  );
}

async function placeByCode(
  type: 'Province' | 'Regency',
  code: string,
  example: string,
  { loaders }: RequestContext,
): Promise<StoredNode> {
  const node = await loaders.nodeByCode(type).load(checkText('code', code));
  if (node === null) throw unknownCode('code', code, type.toLowerCase(), example);
  return node;
}

export const lookUps = {
  dataset: async (_root, _args, { store, engine }) => ({ ...(await store.dataset()), engine }),

  overview: async (_root, _args, { store }) => {
    const overview = await store.overview();
    const families = new Map<RelationFamily, number>();
    for (const { family, count } of overview.relationTypes) families.set(family, (families.get(family) ?? 0) + count);
    return {
      ...overview,
      families: (Object.keys(RELATION_FAMILIES) as RelationFamily[]).flatMap((family) => {
        const count = families.get(family);
        return count === undefined ? [] : [{ family, count }];
      }),
    };
  },

  search: (_root, args, { snapshot, budget }) => {
    const text = checkSearchText('text', args.text);
    budget.spend(COSTS.search + COSTS.searchWord * foldName(text).length);
    const answer = snapshot.search.search(text, { first: checkFirst(args.first), types: args.types ?? undefined });
    return { ...answer, revision: snapshot.revision };
  },

  node: (_root, { id }, context) => askedNode('id', id, context),
  nodes: (_root, { ids }, context) => askedNodes('ids', ids, context),

  list: async (_root, args, { store }) =>
    connectionOf(
      await store.listNodes({
        types: args.types ?? undefined,
        kinds: checkKinds(checkTexts('kinds', args.kinds), args.types ?? []),
        codes: checkTexts('codes', args.codes),
        ...checkPage(args),
      }),
    ),

  province: (_root, { code }, context) => placeByCode('Province', code, '35', context),
  regency: (_root, { code }, context) => placeByCode('Regency', code, '35.75', context),
  cluster: (_root, { id }, context) => askedNodeOfType('id', id, ['SmiCluster'], context),
  largeIndustry: (_root, { id }, context) => askedNodeOfType('id', id, ['LargeIndustry'], context),

  relation: async (_root, { id }, { loaders }) => {
    const relation = await loaders.relation.load(checkRelationIdForm('id', id));
    if (relation === null) throw unknownRelation('id', id);
    return relation;
  },

  relations: (_root, { ids }, context) => askedRelations('ids', ids, context),

  sources: async (_root, args, { store, loaders }) => {
    const page = await store.listSources(checkPage(args));
    // The list has the counts already: no need to ask for them source by source.
    for (const use of page.items) loaders.sourceCounts.prime(use.source.id, use);
    return connectionOf({ ...page, items: page.items.map((use) => use.source) });
  },

  source: async (_root, { id }, { loaders }) => {
    const source = await loaders.source.load(checkSourceIdForm('id', id));
    if (source === null) throw unknownSource('id', id);
    return source;
  },

  vocabulary: () => ({
    nodeTypes: ALL_NODE_TYPES.map((type) => ({ type })),
    relationTypes: (Object.keys(RELATION_TYPES) as (keyof typeof RELATION_TYPES)[]).map((type) => ({ type })),
  }),
} satisfies QueryResolvers;

export const Dataset: DatasetResolvers = {
  projectionRevision: (_dataset, _args, { snapshot }) => snapshot.revision,
  referenceDay: () => parsePartialDate(REFERENCE_DAY),
};

export const SearchResult: SearchResultResolvers = {
  nodes: ({ matches }, _args, context) =>
    projectedNodes(
      matches.map((match) => match.id),
      context,
    ),
};

export const SearchMatch: SearchMatchResolvers = {
  node: (match, _args, context) => projectedNode(match.id, context),
};

export const NodeTypeWords: NodeTypeWordsResolvers = {
  family: ({ type }) => NODE_TYPES[type].family,
  label: ({ type }, { language }) => NODE_TYPES[type].label[language],
  plural: ({ type }, { language }) => NODE_TYPES[type].plural[language],
  description: ({ type }) => NODE_TYPES[type].description,
};

function endTypes(ends: readonly NodeType[] | 'ANY'): readonly NodeType[] {
  return ends === 'ANY' ? ALL_NODE_TYPES : ends;
}

export const RelationTypeWords: RelationTypeWordsResolvers = {
  family: ({ type }) => RELATION_TYPES[type].family,
  label: ({ type }, { language }) => RELATION_TYPES[type].label[language],
  reverseLabel: ({ type }, { language }) => RELATION_TYPES[type].reverseLabel[language],
  description: ({ type }) => RELATION_TYPES[type].description,
  fromTypes: ({ type }) => endTypes(RELATION_TYPES[type].from),
  toTypes: ({ type }) => endTypes(RELATION_TYPES[type].to),
};
