/** The parameters that a question is asked with, checked against what it takes. */
import { IdError, parseNodeId, parsePartialDate, PartialDateError, type NodeId, type PartialDate } from '#vocabulary';
import type { Projection } from '../projection/projection.ts';
import { askedNode } from '../analysis/asked-node.ts';
import { AnalysisRequestError } from '../analysis/request-error.ts';
import type { NodeParameter, NumberParameter, ParameterDefinition } from './question-types.ts';

export type Value = NodeId | number | PartialDate | null;

/** The values of all parameters of one question. */
export class Values {
  readonly #values: ReadonlyMap<string, Value>;

  constructor(values: ReadonlyMap<string, Value>) {
    this.#values = values;
  }

  #of(name: string): Value {
    const value = this.#values.get(name);
    if (value === undefined) throw new Error(`the question takes no parameter '${name}'`);
    return value;
  }

  /** null: none was given. */
  nodeOrNull(name: string): NodeId | null {
    const value = this.#of(name);
    return typeof value === 'string' ? parseNodeId(value) : null;
  }

  /** Of a parameter that may not be left out. */
  node(name: string): NodeId {
    const node = this.nodeOrNull(name);
    if (node === null) throw new Error(`parameter '${name}' was let through without a node`);
    return node;
  }

  /** null: none was given. */
  dateOrNull(name: string): PartialDate | null {
    const value = this.#of(name);
    return value === null ? null : parsePartialDate(String(value));
  }

  number(name: string): number {
    const value = this.#of(name);
    if (typeof value !== 'number') throw new Error(`parameter '${name}' is no number`);
    return value;
  }

  /** Of a parameter that may not be left out. */
  date(name: string): PartialDate {
    const date = this.dateOrNull(name);
    if (date === null) throw new Error(`parameter '${name}' was let through without a date`);
    return date;
  }

  /** As they are asked with, in the order of the question's parameters. */
  entries(): readonly (readonly [name: string, value: Value])[] {
    return [...this.#values];
  }
}

/** Whether the question can be asked without the parameter. */
export function isOptional(parameter: ParameterDefinition): boolean {
  return parameter.kind !== 'NUMBER' && parameter.optional === true;
}

/** Whether a node may stand for the parameter. */
export function fits(projection: Projection, parameter: NodeParameter, id: NodeId): boolean {
  const node = projection.nodeIndex(id);
  if (node === undefined || !parameter.types.includes(projection.nodeType(node))) return false;
  if (parameter.nodeKind !== undefined && (projection.nodeKind(node) ?? parameter.nodeKind) !== parameter.nodeKind) {
    return false;
  }
  return parameter.scheme === undefined || projection.nodeScheme(node) === parameter.scheme;
}

/** What a parameter is when nothing is said of it: a node that the dataset does not hold is none. */
export function defaultOf(projection: Projection, parameter: ParameterDefinition): Value {
  if (parameter.kind !== 'NODE' || parameter.default === null) return parameter.default;
  return fits(projection, parameter, parameter.default) ? parameter.default : null;
}

/**
 * @param given texts by name; null asks without an optional parameter, what is absent takes its default
 * @throws AnalysisRequestError for an unknown parameter, a value of another kind or out of range, or a missing one
 */
export function checkValues(
  projection: Projection,
  parameters: readonly ParameterDefinition[],
  given: ReadonlyMap<string, string | null>,
): Values {
  for (const name of given.keys()) {
    if (parameters.some((parameter) => parameter.name === name)) continue;
    const expected =
      parameters.length === 0 ? 'no parameters' : parameters.map((parameter) => parameter.name).join(', ');
    throw new AnalysisRequestError('parameters', `the question takes no '${name.slice(0, 40)}'`, expected);
  }
  return new Values(
    new Map(
      parameters.map((parameter) => [parameter.name, checkValue(projection, parameter, given.get(parameter.name))]),
    ),
  );
}

/** One of them, as {@link checkValues}. */
export function checkValue(
  projection: Projection,
  parameter: ParameterDefinition,
  text: string | null | undefined,
): Value {
  if (text === undefined) return defaultValue(projection, parameter);
  if (text === null) {
    if (isOptional(parameter)) return null;
    throw missing(parameter);
  }
  switch (parameter.kind) {
    case 'NODE':
      return nodeValue(projection, parameter, text);
    case 'NUMBER':
      return numberValue(parameter, text);
    case 'DATE':
      return dateValue(parameter.name, text);
  }
}

function defaultValue(projection: Projection, parameter: ParameterDefinition): Value {
  const value = defaultOf(projection, parameter);
  if (value === null && !isOptional(parameter)) throw missing(parameter);
  return value;
}

function missing({ name, ...parameter }: ParameterDefinition): AnalysisRequestError {
  const expected = parameter.kind === 'NODE' ? `the id of a ${parameter.types.join(' or ')}` : `a ${parameter.kind}`;
  return new AnalysisRequestError(name, `the question needs it; give ${expected}`, expected);
}

function nodeValue(projection: Projection, parameter: NodeParameter, text: string): NodeId {
  const { name, types, nodeKind, scheme } = parameter;
  try {
    const id = parseNodeId(text);
    askedNode(projection, name, id, types);
    if (fits(projection, parameter, id)) return id;
    const expected = `a ${types.join(' or ')} of ${nodeKind === undefined ? `scheme ${scheme ?? ''}` : `kind ${nodeKind}`}`;
    throw new AnalysisRequestError(name, `'${id}' is of another; give ${expected}`, expected);
  } catch (error) {
    if (!(error instanceof IdError)) throw error;
    throw new AnalysisRequestError(name, error.message, `the id of a ${types.join(' or ')}`);
  }
}

function numberValue({ name, least, most, whole }: NumberParameter, text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  const expected = `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
  throw new AnalysisRequestError(name, `'${text.slice(0, 40)}' is not ${expected}`, expected);
}

function dateValue(name: string, text: string): PartialDate {
  try {
    return parsePartialDate(text);
  } catch (error) {
    if (!(error instanceof PartialDateError)) throw error;
    throw new AnalysisRequestError(name, error.message, 'a date such as 2017, 2017-12 or 2017-12-26');
  }
}
