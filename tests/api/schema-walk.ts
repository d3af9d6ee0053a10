/** Questions made from the schema, so that a new type or field is asked without being listed anywhere. */
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { typeDefs } from '../../api/schema/generated/type-defs.ts';

export const schema = buildSchema(typeDefs);

/** A value that fits every required argument that fields below the root have. */
function sampleArgument(argument: GraphQLArgument): string {
  const type = getNamedType(argument.type);
  if (type.name === 'PartialDate') return `${argument.name}: "2018"`;
  if (isEnumType(type)) return `${argument.name}: ${type.getValues()[0]?.name ?? ''}`;
  throw new Error(`no sample for the argument ${argument.name} of type ${type.name}`);
}

function argumentsText(args: readonly string[]): string {
  return args.length === 0 ? '' : `(${args.join(', ')})`;
}

/** Fields of interest; `depth` levels of objects, then only what is no object. */
export function selection(type: GraphQLObjectType, depth: number): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const args = argumentsText(field.args.filter(isRequiredArgument).map(sampleArgument));
    if (isInterfaceType(named)) return depth > 0 ? [`${field.name}${args} { __typename id name }`] : [];
    if (isObjectType(named)) return depth > 0 ? [`${field.name}${args} ${selection(named, depth - 1)}`] : [];
    return [`${field.name}${args}`];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

/** Types that implement Node, in the schema's order. */
export function nodeTypes(): readonly GraphQLObjectType[] {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('Node is no interface');
  return [...schema.getPossibleTypes(node)];
}

export interface ConnectionField {
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly takesAfter: boolean;
}

/** Every field that takes `first`. */
export function connectionFields(): readonly ConnectionField[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields())
      .filter((field) => field.args.some((argument) => argument.name === 'first'))
      .map((field) => ({
        parent: type.name,
        field,
        takesAfter: field.args.some((argument) => argument.name === 'after'),
      }));
  });
}
