/** Dates travel as text. Whether the text is a date is checked where the argument's name is known (user-input.ts). */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('a date is written as text, such as "2017", "2017-12" or "2017-12-26"');
}

function dateScalar(name: string): GraphQLScalarType<string, string> {
  return new GraphQLScalarType({
    name,
    serialize: asText,
    parseValue: asText,
    parseLiteral: (node) => asText(node.kind === Kind.STRING ? node.value : null),
  });
}

/**
 * A column goes out as it is: checking 50,000 rows one by one would take longer than reading them. Nobody asks with one.
 */
function columnScalar<T>(name: string): GraphQLScalarType<readonly T[], readonly T[]> {
  const refuse = (): never => {
    throw new GraphQLError(`${name} is only answered, never asked with`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => {
      if (Array.isArray(value)) return value;
      throw new GraphQLError(`${name} is a list`);
    },
    parseValue: refuse,
    parseLiteral: refuse,
  });
}

export const WholeNumberColumn = columnScalar<number>('WholeNumberColumn');
export const NumberColumn = columnScalar<number | null>('NumberColumn');
export const TextColumn = columnScalar<string>('TextColumn');

export const PartialDate = dateScalar('PartialDate');
export const PeriodEnd = dateScalar('PeriodEnd');
