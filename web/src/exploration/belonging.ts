import type { NodeId } from '#vocabulary';
import type { Exploration } from './exploration.ts';

/** What a node belongs to; NONE where nothing is recorded, SEVERAL where it is more than one. */
export type BelongsTo = NodeId | 'NONE' | 'SEVERAL';

/** What a node can be gathered by. */
export interface Belonging {
  readonly country: BelongsTo;
  readonly province: BelongsTo;
  readonly regency: BelongsTo;
  readonly sector: BelongsTo;
  readonly cluster: BelongsTo;
}

/** What is known for gathering nodes. It is no step: it decides nothing by itself. */
export interface GroupingFacts {
  readonly belonging: Readonly<Record<NodeId, Belonging>>;
  /** Number of the community a node is in; absent for nodes without relations, and until communities are asked for. */
  readonly communities: Readonly<Record<NodeId, number>>;
  /** Names, in the page's language, of places, sectors and clusters that are not in the picture themselves. */
  readonly names: Readonly<Record<NodeId, string>>;
  /** What groups without a name of their own are called, in the page's language. */
  readonly words: GroupWords;
}

export interface GroupWords {
  readonly none: Readonly<Record<'COUNTRY' | 'PROVINCE' | 'REGENCY' | 'SECTOR' | 'COMMUNITY', string>>;
  readonly several: Readonly<Record<'COUNTRY' | 'PROVINCE' | 'REGENCY' | 'SECTOR', string>>;
  /** Before the name of the member with most relations inside, such as "Around PT Komatsu"; `{name}` stands for it. */
  readonly around: string;
}

export const NO_GROUPING_FACTS: GroupingFacts = {
  belonging: {},
  communities: {},
  names: {},
  words: {
    none: { COUNTRY: '', PROVINCE: '', REGENCY: '', SECTOR: '', COMMUNITY: '' },
    several: { COUNTRY: '', PROVINCE: '', REGENCY: '', SECTOR: '' },
    around: '{name}',
  },
};

/** Adds to what is known for gathering; later words replace earlier ones. */
export function rememberGrouping(exploration: Exploration, facts: Partial<GroupingFacts>): Exploration {
  const { belonging, names, communities, words } = exploration.groupingFacts;
  return {
    ...exploration,
    groupingFacts: {
      belonging: facts.belonging === undefined ? belonging : { ...belonging, ...facts.belonging },
      names: facts.names === undefined ? names : { ...names, ...facts.names },
      // Numbers of another partition mean nothing beside these.
      communities: facts.communities ?? communities,
      words: facts.words ?? words,
    },
  };
}
