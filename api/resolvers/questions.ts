/** Named questions, their answers in words, and typed questions. */
import { parseNodeId, type NodeId, type SourceId } from '#vocabulary';
import { QUESTIONS, questionById } from '../questions/library.ts';
import { understand } from '../questions/grammar/understand.ts';
import type { Ground, QuestionDefinition } from '../questions/question-types.ts';
import { cellText } from '../questions/saying.ts';
import { checkValues, defaultOf, fits, isOptional } from '../questions/values.ts';
import { Words } from '../questions/words.ts';
import { sayValue, titleOf, wordingOf } from '../questions/wording.ts';
import type { ParameterValue, QueryResolvers, Resolvers } from '../schema/generated/resolver-types.ts';
import { connectionOf } from './connection.ts';
import type { RequestContext } from './context.ts';
import { listByPosition } from './list-by-position.ts';
import type { AnswerViewParent, AskedParameterParent, AskedQuestionParent, QuestionAnswerParent } from './parents.ts';
import { projectedNode, projectedNodes, projectedRelations } from './projected.ts';
import { COSTS } from './question-budget.ts';
import { refusedAsInput } from './ties.ts';
import { checkPage, checkText, UserInputError } from './user-input.ts';

const MOST_RELATIONS = 200;
const MOST_SOURCES = 100;
/** Nodes that a menu may offer. */
const MOST_CHOICES = 100;
/** Parameters of one question; none takes as many. */
const MOST_PARAMETERS = 20;

/** @throws UserInputError */
function asked(id: string): QuestionDefinition {
  const question = questionById(id);
  if (question !== undefined) return question;
  const expected = 'the id of a named question; `questions` lists them';
  throw new UserInputError('question', `question: there is no question '${id.slice(0, 60)}'`, expected);
}

/** @throws UserInputError when one is given twice, or there are too many */
function givenValues(parameters: readonly ParameterValue[]): ReadonlyMap<string, string | null> {
  const given = new Map(parameters.map(({ name, value }) => [name, value ?? null]));
  if (parameters.length <= MOST_PARAMETERS && given.size === parameters.length) return given;
  const expected = `each parameter once, at most ${MOST_PARAMETERS}`;
  throw new UserInputError('parameters', `parameters: there are ${parameters.length}; give ${expected}`, expected);
}

function groundOf({ snapshot, tableFiles, loaders }: RequestContext): Ground {
  return {
    projection: snapshot.projection,
    tables: [...snapshot.inputOutput.tables, ...tableFiles],
    figuresOf: async (nodes) => (await Promise.all(nodes.map((node) => loaders.figuresOf.load(node)))).flat(),
  };
}

async function refusedLater<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    return refusedAsInput(() => {
      throw error;
    });
  }
}

export const namedQuestionQueries = {
  questions: (_root, { language }, { snapshot }) => {
    const words = new Words(language, snapshot.projection);
    return QUESTIONS.map((question) => ({ question, words }));
  },
  answer: async (_root, args, context) => {
    const question = asked(args.question);
    const given = givenValues(args.parameters ?? []);
    const { projection } = context.snapshot;
    const values = refusedAsInput(() => checkValues(projection, question.parameters, given));
    context.budget.spend(COSTS.answer);
    const answer = await refusedLater(() => question.answer(values, groundOf(context)));
    const words = new Words(args.language, projection);
    return { question, words, values: new Map(values.entries()), answer };
  },
  understand: (_root, args, { snapshot, budget }) => {
    const text = checkText('text', args.text);
    budget.spend(COSTS.understand);
    return { found: understand(text, snapshot), words: new Words(args.language, snapshot.projection) };
  },
} satisfies QueryResolvers;

function askedParameters({ question, words, values }: AskedQuestionParent): readonly AskedParameterParent[] {
  return question.parameters.map(({ name }) => ({ question, words, name, value: values.get(name) ?? null }));
}

const optionalNode = (id: NodeId | null, context: RequestContext) => (id === null ? null : projectedNode(id, context));

const NO_PARTS: Omit<AnswerViewParent, 'kind'> = {
  place: null,
  cluster: null,
  largeIndustry: null,
  from: null,
  to: null,
  root: null,
  without: null,
  of: null,
  sector: null,
  percent: null,
  picture: null,
  direction: null,
  inferred: false,
  nodes: [],
};

/** The sources of relations, figures and what else an answer rests on, ascending. */
async function sourcesOf({ answer }: QuestionAnswerParent, context: RequestContext): Promise<readonly SourceId[]> {
  const { projection } = context.snapshot;
  const ofRelations = projection.sourcesOf(answer.relations.flatMap((id) => projection.relationIndex(id) ?? []));
  const evidence = await Promise.all(answer.restsOn.map((id) => context.loaders.evidence.load(id)));
  const ofFigures = evidence.flat().map(({ source }) => source);
  return [...new Set([...ofRelations, ...ofFigures, ...answer.sources])].toSorted();
}

export const questionResolvers = {
  NamedQuestion: {
    id: ({ question }) => question.id,
    listed: ({ question }) => question.listed,
    askedBy: ({ question }) => question.askedBy,
    analysis: ({ question }) => question.analysis,
    title: ({ question, words }, _args, { snapshot }) =>
      titleOf(
        question,
        new Map(question.parameters.map((one) => [one.name, defaultOf(snapshot.projection, one)])),
        words,
      ),
    wording: ({ question, words }) => wordingOf(question, words.language),
    parameters: ({ question, words }) => question.parameters.map((parameter) => ({ question, words, parameter })),
  },
  QuestionParameter: {
    name: ({ parameter }) => parameter.name,
    label: ({ parameter, words }) => parameter.label[words.language],
    kind: ({ parameter }) => parameter.kind,
    optional: ({ parameter }) => isOptional(parameter),
    default: ({ question, parameter, words }, _args, { snapshot }) => ({
      question,
      words,
      name: parameter.name,
      value: defaultOf(snapshot.projection, parameter),
    }),
    nodeTypes: ({ parameter }) => (parameter.kind === 'NODE' ? parameter.types : []),
    nodeKind: ({ parameter }) => (parameter.kind === 'NODE' ? (parameter.nodeKind ?? null) : null),
    scheme: ({ parameter }) => (parameter.kind === 'NODE' ? (parameter.scheme ?? null) : null),
    choices: ({ parameter }, _args, context) => {
      if (parameter.kind !== 'NODE') return [];
      const { projection } = context.snapshot;
      const all = parameter.types.flatMap((type) => projection.nodesOfType(type));
      const fitting = all.filter((node) => fits(projection, parameter, projection.nodeId(node)));
      if (fitting.length > MOST_CHOICES) return [];
      return projectedNodes(
        projection.byName(fitting).map((node) => projection.nodeId(node)),
        context,
      );
    },
    least: ({ parameter }) => (parameter.kind === 'NUMBER' ? parameter.least : null),
    most: ({ parameter }) => (parameter.kind === 'NUMBER' ? parameter.most : null),
    whole: ({ parameter }) => (parameter.kind === 'NUMBER' ? parameter.whole : null),
    unit: ({ parameter }) => (parameter.kind === 'NUMBER' ? (parameter.unit ?? null) : null),
  },
  AskedParameter: {
    value: ({ value }) => (value === null ? null : String(value)),
    text: ({ question, name, value, words }) => sayValue(question, name, value, words),
    node: ({ question, name, value }, _args, context) => {
      const kind = question.parameters.find((one) => one.name === name)?.kind;
      return kind === 'NODE' && typeof value === 'string' ? projectedNode(parseNodeId(value), context) : null;
    },
  },
  AskedQuestion: {
    question: (parent) => parent,
    title: ({ question, values, words }) => titleOf(question, values, words),
    parameters: askedParameters,
  },
  QuestionAnswer: {
    question: (parent) => parent,
    title: ({ question, values, words }) => titleOf(question, values, words),
    parameters: askedParameters,
    sentences: ({ answer, words }) => answer.said.map((sentence) => sentence[words.language](words)),
    figures: ({ answer }) =>
      answer.figures.map(({ name, value }) => ({
        name,
        value: typeof value === 'number' ? value : null,
        text: typeof value === 'string' ? value : null,
      })),
    columns: ({ answer, words }) =>
      answer.table.columns.map(({ id, title, numeric }) => ({ id, title: title[words.language], numeric })),
    table: ({ question, values, answer, words }, args, { snapshot }) => {
      const list = [question.id, [...values], snapshot.revision];
      const rows = answer.table.rows.map((cells) => ({ cells, words }));
      return connectionOf(listByPosition('answer', list, rows, checkPage(args)));
    },
    relations: ({ answer }, _args, context) => projectedRelations(answer.relations.slice(0, MOST_RELATIONS), context),
    relationCount: ({ answer }) => answer.relations.length,
    sources: async (parent, _args, context) => {
      const ids = (await sourcesOf(parent, context)).slice(0, MOST_SOURCES);
      const sources = await Promise.all(ids.map((id) => context.loaders.source.load(id)));
      return sources.filter((source) => source !== null);
    },
    sourceCount: async (parent, _args, context) => (await sourcesOf(parent, context)).length,
    unknown: ({ answer, words }) => answer.unknown.map((sentence) => sentence[words.language](words)),
    view: ({ answer }) => ({ ...NO_PARTS, ...answer.view }),
    revision: (_parent, _args, { snapshot }) => snapshot.revision,
  },
  AnswerRow: { cells: ({ cells, words }) => cells.map((cell) => ({ cell, words })) },
  AnswerCell: {
    text: ({ cell, words }) => cellText(cell, words),
    known: ({ cell }) => cell.kind !== 'UNKNOWN',
    value: ({ cell }) => (cell.kind === 'NUMBER' ? cell.value : cell.kind === 'RANGE' ? cell.low : null),
    high: ({ cell }) => (cell.kind === 'RANGE' ? cell.high : null),
    date: ({ cell }) => (cell.kind === 'DATE' ? cell.date : null),
    nodes: ({ cell }, _args, context) => (cell.kind === 'NODES' ? projectedNodes(cell.nodes, context) : []),
  },
  AnswerView: {
    place: ({ place }, _args, context) => optionalNode(place, context),
    cluster: ({ cluster }, _args, context) => optionalNode(cluster, context),
    largeIndustry: ({ largeIndustry }, _args, context) => optionalNode(largeIndustry, context),
    from: ({ from }, _args, context) => optionalNode(from, context),
    to: ({ to }, _args, context) => optionalNode(to, context),
    root: ({ root }, _args, context) => optionalNode(root, context),
    without: ({ without }, _args, context) => optionalNode(without, context),
    of: ({ of }, _args, context) => optionalNode(of, context),
    sector: ({ sector }, _args, context) => optionalNode(sector, context),
    nodes: ({ nodes }, _args, context) => projectedNodes(nodes, context),
  },
  Understanding: {
    kind: ({ found }) => found.kind,
    asked: ({ found, words }) => {
      const all = found.kind === 'UNDERSTOOD' ? [found.asked] : found.kind === 'SEVERAL' ? found.asked : [];
      return all.map(({ question, values }) => ({ question, words, values: new Map(values.entries()) }));
    },
    unclear: ({ found, words }) => (found.kind === 'NAME_UNCLEAR' ? { ...found.unclear, words } : null),
    nearest: ({ found, words }) =>
      found.kind === 'NAME_UNCLEAR' || found.kind === 'NOT_UNDERSTOOD'
        ? found.nearest.map(({ question, values }) => ({ question, words, values }))
        : [],
  },
  UnclearName: {
    question: (parent) => parent,
    candidates: ({ candidates }, _args, context) => projectedNodes(candidates, context),
    given: ({ question, words, given, parameter }) =>
      [...given].flatMap(([name, value]) => (name === parameter ? [] : [{ question, words, name, value }])),
  },
} satisfies Resolvers;
