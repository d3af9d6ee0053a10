/** From a written record to a record of the vocabulary, or to everything that is wrong inside it. */
import {
  figureId,
  nodeTypeOfId,
  relationId,
  type DisagreementRecord,
  type FigureRecord,
  type NodeRecord,
  type RelationRecord,
  type Source,
} from '#vocabulary';
import type { z } from 'zod';
import { figureProblems, nodeProblems, relationProblems, type Problem } from './record-rules.ts';
import {
  disagreementSchema,
  fieldsAt,
  figureSchema,
  nodeSchema,
  relationSchema,
  sourceSchema,
  type WrittenFigure,
  type WrittenNode,
  type WrittenRelation,
} from './record-schemas.ts';
import type { Section, WrittenRecord } from './yaml-file.ts';

export interface Parsed<T> {
  /** null when there are problems. */
  readonly record: T | null;
  readonly problems: readonly Problem[];
}

/** The records of each section. */
export interface RecordOf {
  readonly sources: Source;
  readonly nodes: NodeRecord;
  readonly relations: RelationRecord;
  readonly figures: FigureRecord;
  readonly disagreements: DisagreementRecord;
}

const EXPECTED: Readonly<Record<string, string>> = { string: 'a text', array: 'a list', object: 'a mapping of fields' };

function issueProblems(section: Section, issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const right = fieldsAt(section, issue.path).join(', ');
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `unknown field '${key}'; right are ${right}`,
    }));
  }
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined;
    const message = missing ? 'is missing' : `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
    return [{ path: issue.path, message }];
  }
  return [{ path: issue.path, message: issue.message }];
}

function parseWith<S extends z.ZodType, T>(
  schema: S,
  written: WrittenRecord,
  rules: (value: z.output<S>) => Iterable<Problem>,
  build: (value: z.output<S>) => T,
): Parsed<T> {
  const result = schema.safeParse(written.value, { reportInput: true });
  if (result.success) {
    const problems = [...rules(result.data)];
    return { record: problems.length === 0 ? build(result.data) : null, problems };
  }
  const problems = result.error.issues.flatMap((issue) => issueProblems(written.section, issue));
  const failed = new Set(problems.map(({ path }) => path[0]));
  const rest = schema.safeParse(without(written.value, failed));
  const more = rest.success ? [...rules(rest.data)].filter(({ path }) => !failed.has(path[0])) : [];
  return { record: null, problems: [...problems, ...more] };
}

/** What is left of a record without its bad fields, so that the rules can still judge the good ones. */
function without(value: unknown, fields: ReadonlySet<PropertyKey | undefined>): unknown {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !fields.has(key)))
    : value;
}

function buildNode(written: WrittenNode): NodeRecord {
  const { id, ...rest } = written;
  return { id, type: nodeTypeOfId(id), ...rest };
}

function buildRelation(written: WrittenRelation): RelationRecord {
  const { key, ...rest } = written;
  const { from, type, to } = rest;
  const carries = rest.carries ?? (type === 'SUPPLIES' ? 'GOODS' : null);
  return { id: relationId(from, type, to, key), ...rest, carries };
}

function buildFigure(written: WrittenFigure): FigureRecord {
  const { key, ...rest } = written;
  return { id: figureId(rest.about, rest.measure, key), ...rest };
}

const none = (): Iterable<Problem> => [];
const same = <T>(value: T): T => value;

/** How each section is parsed: `PARSERS.nodes(written)`. */
export const PARSERS: { readonly [S in Section]: (written: WrittenRecord) => Parsed<RecordOf[S]> } = {
  sources: (written) => parseWith(sourceSchema, written, none, same),
  nodes: (written) => parseWith(nodeSchema, written, nodeProblems, buildNode),
  relations: (written) => parseWith(relationSchema, written, relationProblems, buildRelation),
  figures: (written) => parseWith(figureSchema, written, figureProblems, buildFigure),
  disagreements: (written) => parseWith(disagreementSchema, written, none, same),
};
