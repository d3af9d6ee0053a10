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

export const PartialDate = dateScalar('PartialDate');
export const PeriodEnd = dateScalar('PeriodEnd');
