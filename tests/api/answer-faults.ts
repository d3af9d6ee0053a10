/** Whether an answer is one that the schema allows for its question. */
import {
  getNullableType,
  GraphQLError,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly faults: string[];
}

/**
 * Every place where the data are not what was asked for, in words; none for a right answer. Nulls are right where the schema allows them.
 * Skipped fields may be absent: questions with directives on fields are not for this.
 */
export function answerFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  data: unknown,
): readonly string[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  }
  const walk: Walk = { schema, fragments, faults: [] };
  const root = schema.getQueryType();
  if (root === null || root === undefined) throw new Error('a schema without questions');
  ofObject(walk, operation.selectionSet, root, data, '');
  return walk.faults;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ofObject(walk: Walk, set: SelectionSetNode, type: GraphQLObjectType, value: unknown, path: string): void {
  if (!isRecord(value)) {
    walk.faults.push(`${path} is no object`);
    return;
  }
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      const wanted = condition === undefined ? type : walk.schema.getType(condition);
      const applies =
        wanted === type || (wanted !== undefined && 'resolveType' in wanted && walk.schema.isSubType(wanted, type));
      if (fragment !== undefined && applies) ofObject(walk, fragment.selectionSet, type, value, path);
      continue;
    }
    const name = selection.alias?.value ?? selection.name.value;
    const at = `${path}.${name}`;
    if (selection.name.value === '__typename') {
      if (value[name] !== type.name) walk.faults.push(`${at} is ${String(value[name])}, not ${type.name}`);
      continue;
    }
    const field = type.getFields()[selection.name.value];
    if (field === undefined) continue;
    ofType(walk, selection.selectionSet, field.type, value[name], at);
  }
}

function ofType(
  walk: Walk,
  set: SelectionSetNode | undefined,
  declared: GraphQLOutputType,
  value: unknown,
  path: string,
): void {
  const type = getNullableType(declared);
  if (value === null || value === undefined) {
    if (value === undefined || isNonNullType(declared)) walk.faults.push(`${path} is ${String(value)}`);
  } else if (isListType(type)) {
    if (!Array.isArray(value)) walk.faults.push(`${path} is no list`);
    else value.forEach((item: unknown, at) => ofType(walk, set, type.ofType, item, `${path}[${at}]`));
  } else if (isLeafType(type)) {
    try {
      type.serialize(value);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      walk.faults.push(`${path}: ${error.message}`);
    }
  } else if (isCompositeType(type) && set !== undefined) {
    const object = isObjectType(type) ? type : namedBy(walk.schema, value);
    // Which type an object is of, is known where it says so.
    if (object !== null) ofObject(walk, set, object, value, path);
    else if (!isRecord(value)) walk.faults.push(`${path} is no object`);
  }
}

function namedBy(schema: GraphQLSchema, value: unknown): GraphQLObjectType | null {
  const name = isRecord(value) ? value['__typename'] : undefined;
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  return isObjectType(type) ? type : null;
}
