/** Every argument of the schema that takes a text, however deep in an object or a list, and questions that put texts there. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { schema } from './schema-walk.ts';

const NO_TEXT = new Set(['Int', 'Float', 'Boolean']);

export interface StringArgument {
  /** As in `Query.picture(filter.place)`. */
  readonly name: string;
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
  /** Fields of input objects that lead to the text. */
  readonly path: readonly string[];
}

function pathsToTexts(type: GraphQLInputType, above: readonly string[] = []): readonly (readonly string[])[] {
  const named = getNamedType(type);
  if (isScalarType(named)) return NO_TEXT.has(named.name) ? [] : [[]];
  if (!isInputObjectType(named) || above.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    pathsToTexts(field.type, [...above, named.name]).map((path) => [field.name, ...path]),
  );
}

export function stringArguments(): readonly StringArgument[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) =>
        pathsToTexts(argument.type).map((path) => ({
          name: `${type.name}.${field.name}(${[argument.name, ...path].join('.')})`,
          parent: type.name,
          field,
          argument,
          path,
        })),
      ),
    );
  });
}

/** What stands where nothing is tried out. */
export interface Samples {
  readonly id: string;
  /** Questions that lead to fields of types other than Query, with HERE for the field. */
  readonly leads: Readonly<Record<string, string>>;
  /** Values that an argument of this name has to have, as the schema's own types would not tell. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A value of the type with the text at the end of the path, and samples for all else that it has to have. */
function valueWith(type: GraphQLInputType, path: readonly string[], text: unknown, samples: Samples): unknown {
  if (isNonNullType(type)) return valueWith(type.ofType, path, text, samples);
  if (isListType(type)) return [valueWith(type.ofType, path, text, samples)];
  if (!isInputObjectType(type)) return text;
  const [next, ...rest] = path;
  const fields = Object.values(type.getFields()).flatMap((field): [string, unknown][] => {
    if (field.name === next) return [[field.name, valueWith(field.type, rest, text, samples)]];
    return isRequiredInputField(field) ? [[field.name, sampleOf(field.type, field.name, samples)]] : [];
  });
  return Object.fromEntries(fields);
}

function sampleOf(type: GraphQLInputType, name: string, samples: Samples): unknown {
  const known = samples.values[name];
  if (known !== undefined) return known;
  const named = getNamedType(type);
  const inList = (value: unknown): unknown => (isListType(isNonNullType(type) ? type.ofType : type) ? [value] : value);
  if (isEnumType(named)) return inList(named.getValues()[0]?.name);
  if (isInputObjectType(named)) return valueWith(type, [], null, samples);
  if (named.name === 'PartialDate') return inList('2018');
  if (named.name === 'ID') return inList(samples.id);
  return inList(NO_TEXT.has(named.name) ? 1 : 'a');
}

/** What is asked of the field: everything that is no object, and one level of objects where there is room for it. */
function wanted({ field }: StringArgument, depth: number): string {
  return fieldsOf(field.type, depth);
}

function fieldsOf(output: GraphQLOutputType, depth: number): string {
  const type = getNamedType(output);
  if (isInterfaceType(type)) return '{ __typename id name }';
  if (!isObjectType(type)) return '';
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const deeper = isObjectType(named) || isInterfaceType(named);
    if (field.args.some(isRequiredArgument) || (deeper && depth === 0)) return [];
    return [`${field.name} ${fieldsOf(field.type, depth - 1)}`];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

export interface HostileQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One question that puts each text into the argument, by aliases. */
export function questionWith(
  asked: StringArgument,
  texts: readonly unknown[],
  samples: Samples,
  depth: number,
): HostileQuestion {
  const { parent, field, argument, path } = asked;
  const others = field.args
    .filter((other) => other.name !== argument.name && isRequiredArgument(other))
    .map((other) => [other, `$s_${other.name}`] as const);
  const declared = [
    ...texts.map((_, at) => `$p${at}: ${String(argument.type)}`),
    ...others.map(([other, name]) => `${name}: ${String(other.type)}`),
  ];
  const fields = texts.map((_, at) => {
    const args = [`${argument.name}: $p${at}`, ...others.map(([other, name]) => `${other.name}: ${name}`)];
    return `a${at}: ${field.name}(${args.join(', ')}) ${wanted(asked, depth)}`;
  });
  const lead = parent === 'Query' ? 'HERE' : samples.leads[parent];
  if (lead === undefined) throw new Error(`no question leads to the fields of ${parent}`);
  return {
    query: `query(${declared.join(', ')}) { ${lead.replace('HERE', fields.join('\n'))} }`,
    variables: Object.fromEntries([
      ...texts.map((text, at) => [`p${at}`, valueWith(argument.type, path, text, samples)]),
      ...others.map(([other]) => [`s_${other.name}`, sampleOf(other.type, other.name, samples)]),
    ]),
  };
}
