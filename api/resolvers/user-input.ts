/**
 * Checks of arguments. GraphQL has checked their types already; here are ranges, dates and ids. Every refusal is
 * BAD_USER_INPUT with the argument's name and what would be right, so that a program can show it beside its field.
 */
import { GraphQLError } from 'graphql';
import {
  asRelationId,
  IdError,
  parseNodeId,
  parsePartialDate,
  PartialDateError,
  parseSourceId,
  type EvidenceKind,
  type NodeId,
  type NodeType,
  type PartialDate,
  type RelationId,
  type SourceId,
} from '#vocabulary';
import { foldName } from '../projection/fold-name.ts';
import type { PageRequest, RelationFilter } from '../store/graph-store.ts';
import type { RelationFilter as RelationFilterInput } from '../schema/generated/resolver-types.ts';

/** Most items of one page of any list. */
const MOST_PER_PAGE = 200;
const DEFAULT_PER_PAGE = 20;
/** Most ids that one question takes. */
const MOST_IDS = 200;
const MOST_TEXT = 200;
/** Words of a text to search for; every word is compared with all that it may be a misspelling of. */
const MOST_SEARCH_WORDS = 20;
/** Two node ids, a type and a key. */
const MOST_RELATION_ID = 600;

/** An argument that cannot be answered. @param expected what would be right, as a phrase */
export class UserInputError extends GraphQLError {
  constructor(argument: string, message: string, expected: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT', argument, expected } });
  }
}

/** What a person typed, short enough to be repeated. */
function quote(text: string): string {
  return `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`;
}

/** A whole number in [1, most]; null and absent mean the default. @throws UserInputError */
export function checkFirst(
  first: number | null | undefined,
  most = MOST_PER_PAGE,
  otherwise = DEFAULT_PER_PAGE,
): number {
  if (first === null || first === undefined) return otherwise;
  if (Number.isInteger(first) && first >= 1 && first <= most) return first;
  const expected = `a whole number from 1 to ${most}`;
  throw new UserInputError('first', `first is ${first}; it has to be ${expected}`, expected);
}

interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** `first` and `after` of a connection. Whether the cursor is this list's is the list's to say. @throws UserInputError */
export function checkPage(args: PageArguments): PageRequest {
  return { first: checkFirst(args.first), after: args.after ?? undefined };
}

/** Text that a person typed, 1 to 200 characters, with more than spaces. @throws UserInputError */
export function checkText(argument: string, text: string): string {
  const expected = `a text of 1 to ${MOST_TEXT} characters`;
  if (text.length > MOST_TEXT) {
    throw new UserInputError(argument, `${argument} has ${text.length} characters; it has to be ${expected}`, expected);
  }
  if (text.trim() === '')
    throw new UserInputError(argument, `${argument} is empty; it has to be ${expected}`, expected);
  return text;
}

/** Text to search for: as {@link checkText}, and no more words than the longest names have. @throws UserInputError */
export function checkSearchText(argument: string, text: string): string {
  const words = foldName(checkText(argument, text)).length;
  if (words <= MOST_SEARCH_WORDS) return text;
  const expected = `a text of 1 to ${MOST_SEARCH_WORDS} words`;
  throw new UserInputError(argument, `${argument} has ${words} words; it has to be ${expected}`, expected);
}

/** @throws UserInputError */
export function checkDate(argument: string, text: string): PartialDate {
  try {
    return parsePartialDate(text);
  } catch (error) {
    if (!(error instanceof PartialDateError)) throw error;
    throw new UserInputError(argument, `${argument}: ${error.message}`, 'a date such as 2017, 2017-12 or 2017-12-26');
  }
}

/** As {@link checkDate}; null and absent are undefined. */
export function checkOptionalDate(argument: string, text: string | null | undefined): PartialDate | undefined {
  return text === null || text === undefined ? undefined : checkDate(argument, text);
}

const NODE_ID_FORM = 'the id of a node, such as province:35; `search` finds ids by name';

/** The form only. @throws UserInputError */
export function checkNodeIdForm(argument: string, text: string): NodeId {
  try {
    return parseNodeId(text);
  } catch (error) {
    if (!(error instanceof IdError)) throw error;
    throw new UserInputError(argument, `${argument}: ${error.message}`, NODE_ID_FORM);
  }
}

export function unknownNode(argument: string, id: string): UserInputError {
  return new UserInputError(argument, `${argument}: there is no node ${quote(id)}`, NODE_ID_FORM);
}

export function wrongNodeType(
  argument: string,
  node: { readonly id: NodeId; readonly type: NodeType },
  types: readonly NodeType[],
): UserInputError {
  const expected = `the id of a node of type ${types.join(', ')}`;
  return new UserInputError(
    argument,
    `${argument}: '${node.id}' is a ${node.type}; it has to be ${expected}`,
    expected,
  );
}

/** The form only. @throws UserInputError */
export function checkSourceIdForm(argument: string, text: string): SourceId {
  try {
    return parseSourceId(text);
  } catch (error) {
    if (!(error instanceof IdError)) throw error;
    throw new UserInputError(argument, `${argument}: ${error.message}`, 'the id of a source; `sources` lists them');
  }
}

export function unknownSource(argument: string, id: string): UserInputError {
  return new UserInputError(
    argument,
    `${argument}: there is no source ${quote(id)}`,
    'the id of a source; `sources` lists them',
  );
}

/** Any text may be looked up; a very long one is none. @throws UserInputError */
export function checkRelationIdForm(argument: string, text: string): RelationId {
  if (text.length > MOST_RELATION_ID) throw unknownRelation(argument, text);
  return asRelationId(text);
}

export function unknownRelation(argument: string, id: string): UserInputError {
  const expected = 'the id of a relation, as `relations` of a neighbourhood give it';
  return new UserInputError(argument, `${argument}: there is no relation ${quote(id)}`, expected);
}

/** Codes and kinds of a list: each short, at most 200 of them. @throws UserInputError */
export function checkTexts(
  argument: string,
  texts: readonly string[] | null | undefined,
): readonly string[] | undefined {
  if (texts === null || texts === undefined) return undefined;
  const expected = `at most ${MOST_IDS} texts of 1 to ${MOST_TEXT} characters`;
  if (texts.length > MOST_IDS) {
    throw new UserInputError(argument, `${argument} holds ${texts.length} texts; it may hold ${expected}`, expected);
  }
  return texts.map((text) => checkText(argument, text));
}

export function unknownCode(argument: string, code: string, what: string, example: string): UserInputError {
  const expected = `the Kemendagri code of a ${what}, such as ${example}`;
  return new UserInputError(argument, `${argument}: there is no ${what} with the code ${quote(code)}`, expected);
}

/** Between 1 and 200 ids of nodes, as given. @throws UserInputError */
export function checkNodeIds(argument: string, texts: readonly string[]): readonly NodeId[] {
  return checkIds(argument, texts).map((text) => checkNodeIdForm(argument, text));
}

/** As {@link checkNodeIds}, of relations; whether there are such relations is the caller's to find out. @throws UserInputError */
export function checkRelationIds(argument: string, texts: readonly string[]): readonly RelationId[] {
  return checkIds(argument, texts).map((text) => checkRelationIdForm(argument, text));
}

/** At most so many ids of nodes, as given; none is no fault. @throws UserInputError */
export function checkManyNodeIds(argument: string, texts: readonly string[], most: number): readonly NodeId[] {
  const expected = `at most ${most} ids`;
  if (texts.length > most) {
    throw new UserInputError(argument, `${argument} holds ${texts.length} ids; it may hold ${expected}`, expected);
  }
  return texts.map((text) => checkNodeIdForm(argument, text));
}

function checkIds(argument: string, texts: readonly string[]): readonly string[] {
  const expected = `between 1 and ${MOST_IDS} ids`;
  if (texts.length === 0 || texts.length > MOST_IDS) {
    throw new UserInputError(argument, `${argument} holds ${texts.length} ids; it has to hold ${expected}`, expected);
  }
  return texts;
}

/** A number in [0, 1]; null and absent are undefined. @throws UserInputError */
export function checkPart(argument: string, value: number | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value >= 0 && value <= 1) return value;
  throw new UserInputError(argument, `${argument} is ${value}; it has to be from 0 to 1`, 'a number from 0 to 1');
}

/** A whole number in [least, most]; null and absent are undefined. @throws UserInputError */
export function checkCount(
  argument: string,
  value: number | null | undefined,
  least: number,
  most: number,
): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const expected = `a whole number from ${least} to ${most}`;
  throw new UserInputError(argument, `${argument} is ${value}; it has to be ${expected}`, expected);
}

/** Evidence classes of a question that counts: an empty list could only answer "nothing", so it is refused. */
export function checkEvidence(
  argument: string,
  kinds: readonly EvidenceKind[] | null | undefined,
): readonly EvidenceKind[] | undefined {
  if (kinds === null || kinds === undefined) return undefined;
  if (kinds.length > 0) return [...new Set(kinds)];
  throw new UserInputError(
    argument,
    `${argument} is empty, so nothing could be counted`,
    'one or more of DOCUMENTED, GENERAL_KNOWLEDGE, INFERRED, or no argument at all',
  );
}

/** The filter of the schema as the store takes it; null means no filter. @throws UserInputError */
export function checkRelationFilter(argument: string, filter: RelationFilterInput | null | undefined): RelationFilter {
  if (filter === null || filter === undefined) return {};
  return {
    relationTypes: filter.relationTypes ?? undefined,
    families: filter.families ?? undefined,
    direction: filter.direction ?? undefined,
    nodeTypes: filter.nodeTypes ?? undefined,
    evidence: filter.evidence ?? undefined,
    asOf: checkOptionalDate(`${argument}.asOf`, filter.asOf),
  };
}
