/** Valid questions drawn from the schema by a seed: roots that need no luck to answer, below them any fields. */
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { randomNumbers } from '../../api/analysis/communities/random.ts';
import { schema } from './schema-walk.ts';

const [DEPTH, MOST_FIELDS, LONGEST_PAGE] = [4, 6, 6];
/** Their cost is not in what they answer. */
const LEFT_OUT = new Set(['communitySweep', 'picture', 'whatIf', 'finalDemandEffect']);

export class RandomQuestions {
  readonly #random: () => number;
  readonly #ids: readonly string[];

  /** @param ids nodes that questions may be about */
  constructor(seed: number, ids: readonly string[]) {
    this.#random = randomNumbers(seed);
    this.#ids = ids;
  }

  next(): string {
    const roots = this.#roots();
    return `{ ${this.#pick(roots)} }`;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[this.#below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  #roots(): readonly string[] {
    const id = (): string => JSON.stringify(this.#pick(this.#ids));
    const page = 1 + this.#below(LONGEST_PAGE);
    const field = (name: string, args: string): string => {
      const type = schema.getQueryType()?.getFields()[name];
      if (type === undefined || LEFT_OUT.has(name)) throw new Error(`${name} is no root`);
      return `${name}${args} ${this.#selectionOf(type, DEPTH)}`;
    };
    return [
      field('node', `(id: ${id()})`),
      field('nodes', `(ids: [${id()}, ${id()}])`),
      field('list', `(first: ${page})`),
      field('neighbourhood', `(of: [${id()}], first: ${page})`),
      field('clustersTiedToLargeIndustry', `(first: ${page}, evidence: [DOCUMENTED, INFERRED])`),
      field('sources', `(first: ${page})`),
      field('gaps', `(first: ${page})`),
      field('fragility', `(asOf: "2025-12-31", first: ${page})`),
      field('coverage', `(first: ${page})`),
      field('search', `(text: "tegal", first: ${page})`),
      field('overview', ''),
      field('tiers', '(root: "large-industry:astra-honda-motor", asOf: "2025-12-31")'),
      field('paths', `(from: "programme:smidep", to: "agency:jica", first: ${page})`),
    ];
  }

  #selectionOf(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isObjectType(type)) return this.#selection(type, depth);
    if (!isInterfaceType(type)) return '';
    const one = this.#pick(schema.getPossibleTypes(type));
    return `{ __typename id ... on ${one.name} ${this.#selection(one, depth)} }`;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
    const chosen = Array.from({ length: 1 + this.#below(MOST_FIELDS) }, () => this.#pick(fields));
    return `{ __typename ${chosen.map((field, at) => this.#field(field, at, depth)).join(' ')} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, at: number, depth: number): string {
    const type = getNamedType(field.type);
    const composite = isObjectType(type) || isInterfaceType(type);
    if (composite && depth === 0) return '';
    const paged = field.args.some(({ name }) => name === 'first');
    const args = paged ? `(first: ${1 + this.#below(LONGEST_PAGE)})` : '';
    return `a${at}: ${field.name}${args} ${composite ? this.#selectionOf(field, depth - 1) : ''}`;
  }
}
