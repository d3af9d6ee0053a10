/** A question for every root field of the schema, with arguments drawn for what they take: also of nodes that are hidden or never were. */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { QUESTIONS } from '../../api/questions/library.ts';
import { drawnBelow } from '../fixtures/drawn-numbers.ts';
import { nodeTypes, schema } from '../api/schema-walk.ts';

/** Levels of fields below a root. */
const DEPTH = 2;

export interface Drawn {
  /** Ids that arguments may name. */
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

export class DrawnQuestions {
  readonly #below: (limit: number) => number;
  readonly #drawn: Drawn;

  constructor(seed: number, drawn: Drawn) {
    this.#below = drawnBelow(seed);
    this.#drawn = drawn;
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[this.#below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  /** One for each root field. */
  all(): string[] {
    const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
    return roots.map(({ name, args, type }) => {
      const given = args
        .filter((argument) => argument.name !== 'after' && (isRequiredArgument(argument) || this.#below(4) === 0))
        .map((argument) => `${argument.name}: ${this.#value(argument, argument.type)}`);
      return `{ ${name}${given.length === 0 ? '' : `(${given.join(', ')})`} ${this.#selection(getNamedType(type))} }`;
    });
  }

  #selection(type: unknown): string {
    if (isObjectType(type)) return this.#fields(type, DEPTH);
    if (!isInterfaceType(type)) return '';
    const parts = nodeTypes().map((one) => `... on ${one.name} ${this.#fields(one, DEPTH - 1)}`);
    // All of them would cost more than a question may.
    return `{ __typename id name ${this.#pick(parts)} ${this.#pick(parts)} }`;
  }

  /** Every field that needs no argument, or one that is easily given. */
  #fields(type: GraphQLObjectType, depth: number): string {
    const parts = Object.values(type.getFields()).flatMap(({ name, args, type: of }) => {
      const needed = args.filter(isRequiredArgument);
      const given = needed.map((argument) => `${argument.name}: ${this.#value(argument, argument.type)}`);
      const text = `${name}${given.length === 0 ? '' : `(${given.join(', ')})`}`;
      const named = getNamedType(of);
      if (!isInterfaceType(named) && !isObjectType(named)) return [text];
      if (depth === 0) return [];
      return [`${text} ${isObjectType(named) ? this.#fields(named, depth - 1) : '{ __typename id name }'}`];
    });
    return `{ __typename ${parts.join(' ')} }`;
  }

  #value({ name }: Pick<GraphQLArgument | GraphQLInputField, 'name'>, given: GraphQLInputType): string {
    const type = getNullableType(given);
    if (isListType(type)) {
      const values = Array.from({ length: 1 + this.#below(2) }, () => this.#value({ name }, type.ofType));
      return `[${[...new Set(values)].join(', ')}]`;
    }
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || this.#below(3) === 0,
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.#value(field, field.type)}`).join(', ')} }`;
    }
    switch (String(type)) {
      case 'ID':
        return JSON.stringify(this.#pick(this.#drawn.ids));
      case 'Int':
        return String(1 + this.#below(5));
      case 'Float':
        return String(1 + this.#below(3));
      case 'Boolean':
        return String(this.#below(2) === 0);
      case 'PartialDate':
        return JSON.stringify(this.#pick(['2016', '2018', '2025-12-31']));
      default:
        return JSON.stringify(name === 'question' ? this.#pick(QUESTIONS).id : this.#pick(this.#drawn.texts));
    }
  }
}
