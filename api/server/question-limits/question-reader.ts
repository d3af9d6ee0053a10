import {
  specifiedRules,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { rightsNeeded } from '../../access/needed-rights.ts';
import type { Right } from '../../access/rights.ts';
import { withoutSuggestion } from '../error-answers.ts';
import { questionCost } from './cost.ts';
import { KnownDocuments } from './known-documents.ts';
import { LIMITS, tooLarge, type Limit } from './limits.ts';
import { listSize, pageSize } from './list-sizes.ts';
import { shapeOf, type Shape } from './shape.ts';
import { countText, type TextCount } from './text-count.ts';
import { unknownFields } from './unknown-fields.ts';

/** A question as a client puts it. */
export interface AskedQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  /** Whether it may change something: not with GET, which others repeat as they like. */
  readonly mayWrite: boolean;
}

/** Why a question is not answered. */
export interface Refusal {
  readonly status: 400 | 405;
  /** At least one. */
  readonly errors: readonly GraphQLFormattedError[];
}

/** A question that can be answered. */
export interface ReadQuestion {
  readonly refusal: null;
  /** Objects in its answer by its pages and ids, and one for itself. */
  readonly cost: number;
  /** What whoever asks it has to have, all of them. */
  readonly rights: ReadonlySet<Right>;
}

interface AnswerRefusal {
  readonly refusal: Refusal;
  /** Whether that is to be told of any document, or only of one that fits the schema: else what does not fit is told first. */
  readonly valid: 'ANY' | 'IF_VALID';
}

type Reading = { readonly document: DocumentNode; readonly refusal: null } | { readonly refusal: Refusal };

const OF_TEXT = [
  'nesting',
  'tokens',
  'aliases',
  'directives',
  'fields',
] as const satisfies readonly (keyof TextCount)[];
const OF_SHAPE = ['depth', 'fields', 'aliases', 'directives'] as const satisfies readonly (keyof Shape)[];
const OF_ANSWER = [
  ['pages', pageSize],
  ['cost', listSize],
] as const;

/** Faults told of one question. */
const MOST_FAULTS = 20;

/**
 * Reads questions once for everybody: refuses what is too large, is no GraphQL or does not fit the schema, the cheapest look first, and
 * remembers what it parsed. Nothing here looks anything up.
 */
export class QuestionReader {
  readonly #schema: GraphQLSchema;
  readonly #known = new KnownDocuments();
  readonly #rights = new WeakMap<DocumentNode, ReadonlySet<Right>>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** What speaks against answering the question, or what it costs and asks for. */
  read(question: AskedQuestion): ReadQuestion | { readonly refusal: Refusal } {
    const known = this.#known.of(question.query);
    const reading = known === null ? this.#read(question.query) : read(known);
    if (reading.refusal !== null) return reading;
    const { document } = reading;
    if (!question.mayWrite && writes(document)) return { refusal: WRITES_WITH_GET };
    const unknown = known === null ? unknownFields(this.#schema, document, MOST_FAULTS) : [];
    if (unknown.length > 0) return { refusal: refusal(unknown) };
    const answer = this.#answerOf(document, question);
    if (known === null && !(typeof answer === 'object' && answer.valid === 'ANY')) {
      const options = { maxErrors: MOST_FAULTS, hideSuggestions: true };
      const faults = withoutStacks(() => validate(this.#schema, document, specifiedRules, options));
      if (faults.length > 0)
        return { refusal: refusal(faults.map((fault) => told(fault, 'GRAPHQL_VALIDATION_FAILED'))) };
      this.#known.add(question.query, document);
    }
    if (typeof answer === 'object') return answer;
    return { refusal: null, cost: answer, rights: this.#rightsOf(document) };
  }

  #rightsOf(document: DocumentNode): ReadonlySet<Right> {
    const needed = this.#rights.get(document) ?? rightsNeeded(this.#schema, document);
    this.#rights.set(document, needed);
    return needed;
  }

  /** What was parsed of a text that was read lately; undefined where it was forgotten since. */
  documentOf(digest: string): DocumentNode | undefined {
    return this.#known.ofDigest(digest);
  }

  #read(text: string): Reading {
    if (text.length > LIMITS.characters) return over('characters', text.length);
    const count = countText(text, LIMITS);
    const many = OF_TEXT.find((measure) => count[measure] > LIMITS[measure]);
    if (many !== undefined) return over(many, count[many], true);
    const reading = parsed(text);
    if (reading.refusal !== null) return reading;
    const shape = shapeOf(reading.document);
    const large = OF_SHAPE.find((measure) => shape[measure] > LIMITS[measure]);
    return large === undefined ? reading : over(large, shape[large]);
  }

  /** By the values that it comes with: what it costs, or why it is refused. */
  #answerOf(document: DocumentNode, { variables, operationName }: AskedQuestion): number | AnswerRefusal {
    // Which operation is meant is refused by GraphQL itself, before anything is looked up.
    const operation = getOperationAST(document, operationName);
    if (operation === null || operation === undefined) return 1;
    const declared = operation.variableDefinitions ?? [];
    const values = withoutStacks(() =>
      getVariableValues(this.#schema, declared, variables, { maxErrors: MOST_FAULTS }),
    );
    if (values.errors !== undefined) {
      return { refusal: refusal(values.errors.map((fault) => told(fault, 'BAD_USER_INPUT'))), valid: 'IF_VALID' };
    }
    const costs = { pages: 0, cost: 0 };
    for (const [limit, sizeOf] of OF_ANSWER) {
      costs[limit] = questionCost(this.#schema, document, operation, values.coerced, sizeOf);
      if (costs[limit] > LIMITS[limit]) return { refusal: refusal([tooLarge(limit, costs[limit])]), valid: 'ANY' };
    }
    return 1 + costs.pages;
  }
}

/** Whoever asks for nothing is told why, not where in the server. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const WRITES_WITH_GET: Refusal = {
  status: 405,
  errors: [{ message: 'What changes something is asked with POST.', extensions: { code: 'BAD_REQUEST' } }],
};

function writes({ definitions }: DocumentNode): boolean {
  return definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== OperationTypeNode.QUERY);
}

function refusal(errors: readonly GraphQLFormattedError[]): Refusal {
  return { status: 400, errors };
}

function over(limit: Limit, asked: number, atLeast = false): Reading {
  return { refusal: refusal([tooLarge(limit, asked, atLeast)]) };
}

function read(document: DocumentNode): Reading {
  return { document, refusal: null };
}

function told(fault: GraphQLError, code: string): GraphQLFormattedError {
  const { message, locations } = fault.toJSON();
  return {
    message: withoutSuggestion(message),
    ...(locations === undefined ? {} : { locations }),
    extensions: { code },
  };
}

function parsed(text: string): Reading {
  try {
    return read(withoutStacks(() => parse(text, { maxTokens: LIMITS.tokens })));
  } catch (error) {
    if (error instanceof GraphQLError) return { refusal: refusal([told(error, 'GRAPHQL_PARSE_FAILED')]) };
    throw error;
  }
}
