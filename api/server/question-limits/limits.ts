import type { GraphQLFormattedError } from 'graphql';

/** What a question may be, at most. The explorer's own stay under half of each (a test sees to it). */
export const LIMITS = {
  /** Characters of its text. Counted before it is read. */
  characters: 10_000,
  /** Words, punctuation and values of its text. Counted before it is read. */
  tokens: 3_000,
  /** Braces within braces; counted before it is read, those in strings too. */
  nesting: 40,
  /** Fields within fields, fragments followed. */
  depth: 15,
  /** Fields, fragments followed. */
  fields: 2_000,
  aliases: 100,
  directives: 100,
  /** Objects by the pages and ids that it asks for, lists within lists multiplied. */
  pages: 32_000,
  /** Objects that the answer can hold at most, other lists as long as they can be: see list-sizes.ts. */
  cost: 10_000_000,
} as const;
export type Limit = keyof typeof LIMITS;

const WORDS: Readonly<Record<Limit, string>> = {
  characters: 'characters',
  tokens: 'words and signs',
  nesting: 'levels of braces',
  depth: 'levels of fields',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
  pages: 'objects by its pages (first:) and ids',
  cost: 'objects in its answer at most',
};

const WAYS_OUT: Readonly<Record<Limit, string>> = {
  characters: 'ask several smaller ones',
  tokens: 'ask several smaller ones',
  nesting: 'ask for what is deeper in a question of its own',
  depth: 'ask for what is deeper in a question of its own',
  fields: 'leave out fields, or ask several smaller ones',
  aliases: 'ask several smaller ones, or for many ids at once with nodes(ids:)',
  directives: 'leave fields out rather than skip them',
  pages: 'ask for shorter pages, or for what is inside in a question of its own',
  cost: 'ask for shorter pages (first:) or fewer lists inside lists',
};

/**
 * A question that is refused before anything is looked up: how large it is and what would be right. HTTP 400.
 * @param atLeast the rest was not counted
 */
export function tooLarge(limit: Limit, asked: number, atLeast = false): GraphQLFormattedError {
  const size = Math.round(asked);
  return {
    message: `The question has ${atLeast ? 'at least ' : ''}${size} ${WORDS[limit]}, and ${LIMITS[limit]} are the most; ${WAYS_OUT[limit]}.`,
    extensions: { code: 'QUESTION_TOO_LARGE', measure: limit, asked: size, limit: LIMITS[limit] },
  };
}
