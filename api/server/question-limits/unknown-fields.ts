/**
 * Fields that the schema does not have, found by one walk: what GraphQL's validation finds too, but only after thirty rules have looked at
 * everything, which costs more than answering. A document that passes is validated whole.
 */
import {
  getLocation,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLFormattedError,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

type Composite = GraphQLNamedType | null | undefined;

function hasFields(type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}

class Walk {
  readonly faults: GraphQLFormattedError[] = [];
  readonly #schema: GraphQLSchema;
  readonly #most: number;

  constructor(schema: GraphQLSchema, most: number) {
    this.#schema = schema;
    this.#most = most;
  }

  /** @param type null where it is not known: then validation says so, and nothing below it is looked at */
  selected(type: Composite, { selections }: SelectionSetNode): void {
    if (type === null || type === undefined || (!hasFields(type) && !isUnionType(type))) return;
    for (const selection of selections) {
      if (this.faults.length >= this.#most) return;
      if (selection.kind === Kind.FIELD) this.#field(type, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        this.selected(on === undefined ? type : this.#schema.getType(on), selection.selectionSet);
      }
    }
  }

  /** Those that GraphQL itself adds to the root of questions. */
  #ownField(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (type !== this.#schema.getQueryType()) return undefined;
    return [SchemaMetaFieldDef, TypeMetaFieldDef].find((own) => own.name === name);
  }

  #field(type: GraphQLNamedType, field: FieldNode): void {
    const name = field.name.value;
    if (name === TypeNameMetaFieldDef.name) return;
    const known = this.#ownField(type, name) ?? (hasFields(type) ? type.getFields()[name] : undefined);
    if (known !== undefined) {
      if (field.selectionSet !== undefined) this.selected(getNamedType(known.type), field.selectionSet);
      return;
    }
    const { loc } = field;
    this.faults.push({
      message: `Cannot query field "${name}" on type "${type.name}".`,
      ...(loc === undefined ? {} : { locations: [getLocation(loc.source, loc.start)] }),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  }
}

/** @param most that many are told */
export function unknownFields(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  most: number,
): readonly GraphQLFormattedError[] {
  const walk = new Walk(schema, most);
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      walk.selected(schema.getRootType(definition.operation), definition.selectionSet);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      walk.selected(schema.getType(definition.typeCondition.name.value), definition.selectionSet);
    }
  }
  return walk.faults;
}
