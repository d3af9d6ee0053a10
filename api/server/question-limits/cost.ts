import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Asked, SizeOf } from './list-sizes.ts';

type Args = Asked['own'];
const NO_ARGUMENTS: Args = {};

/**
 * Objects that an answer can hold at most, by the lengths its lists can have (as GitHub's GraphQL API counts nodes). A field counts as often
 * as it is written; of the types that an object may have, the dearest. What does not fit the schema counts nothing.
 * @param variables as coerced
 * @param sizeOf how long lists are taken to be
 */
export function questionCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  sizeOf: SizeOf,
): number {
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) return 0;
  return new Count(schema, document, variables, sizeOf).of(operation.selectionSet, root, NO_ARGUMENTS);
}

class Count {
  readonly #schema: GraphQLSchema;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #sizeOf: SizeOf;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** Selections by type and by the arguments around them: each is counted once, however often fragments spread it. */
  readonly #known = new Map<SelectionSetNode, Map<Args, Map<string, number>>>();
  /** Equal arguments of a field are one, whatever type it is counted in: else each level would count anew for every type. */
  readonly #args = new Map<FieldNode, Map<string, Args>>();
  /** Being counted. */
  readonly #open = new Set<SelectionSetNode>();

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    sizeOf: SizeOf,
  ) {
    this.#sizeOf = sizeOf;
    this.#schema = schema;
    this.#variables = variables;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** Objects below one object of the type. */
  of(set: SelectionSetNode, type: GraphQLObjectType, around: Args): number {
    const byArgs = this.#known.get(set) ?? new Map<Args, Map<string, number>>();
    this.#known.set(set, byArgs);
    const byType = byArgs.get(around) ?? new Map<string, number>();
    byArgs.set(around, byType);
    let cost = byType.get(type.name);
    if (cost === undefined) {
      // A fragment within itself, which validation refuses.
      if (this.#open.has(set)) return 0;
      this.#open.add(set);
      cost = this.#selections(set, type, around);
      this.#open.delete(set);
      byType.set(type.name, cost);
    }
    return cost;
  }

  #selections(set: SelectionSetNode, type: GraphQLObjectType, around: Args): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += this.#field(selection, type, around);
      else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
        if (fragment !== undefined && this.#applies(fragment.typeCondition?.name.value, type)) {
          sum += this.of(fragment.selectionSet, type, around);
        }
      }
    }
    return sum;
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.#schema.getType(condition);
    return isAbstractType(wanted) && this.#schema.isSubType(wanted, type);
  }

  #field(node: FieldNode, type: GraphQLObjectType, around: Args): number {
    const field = type.getFields()[node.name.value];
    if (field === undefined || node.selectionSet === undefined) return 0;
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return 0;
    const own = field.args.length === 0 ? NO_ARGUMENTS : this.#arguments(node, field);
    const types = isObjectType(named) ? [named] : this.#schema.getPossibleTypes(named);
    const { selectionSet } = node;
    const below = Math.max(0, ...types.map((one) => this.of(selectionSet, one, own)));
    const many = isListType(getNullableType(field.type));
    return (many ? this.#sizeOf(type.name, field.name, { own, around }) : 1) * (1 + below);
  }

  #arguments(node: FieldNode, field: GraphQLField<unknown, unknown>): Args {
    const args = this.#read(node, field);
    const key = JSON.stringify(args);
    const ofNode = this.#args.get(node) ?? new Map<string, Args>();
    this.#args.set(node, ofNode);
    const known = ofNode.get(key) ?? args;
    ofNode.set(key, known);
    return known;
  }

  #read(node: FieldNode, field: GraphQLField<unknown, unknown>): Args {
    const given = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
    return Object.fromEntries(
      field.args.map((argument) => {
        const value = given.get(argument.name);
        const read = value === undefined ? undefined : valueFromAST(value, argument.type, this.#variables);
        return [argument.name, read === undefined ? argument.defaultValue : read];
      }),
    );
  }
}
