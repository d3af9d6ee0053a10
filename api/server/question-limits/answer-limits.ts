import type { ApolloServerPlugin } from '@apollo/server';
import { buildSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { typeDefs } from '../../schema/generated/type-defs.ts';
import { questionCost } from './cost.ts';
import { LIMITS, tooLarge } from './limits.ts';
import { listSize, pageSize } from './list-sizes.ts';

/** Only for counting: the server's own carries resolvers that counting has no use for. */
const schema = buildSchema(typeDefs, { assumeValid: true });

const COUNTS = [
  ['pages', pageSize],
  ['cost', listSize],
] as const;

/** Counts what the answer can hold, once the question is known to fit the schema. */
export const answerLimits: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request }) => {
      if (operation === undefined) return;
      const variables = coerced(operation, request.variables ?? {});
      // What does not fit the declared types is refused by GraphQL itself, before anything is looked up.
      if (variables === null) return;
      for (const [limit, sizeOf] of COUNTS) {
        const objects = questionCost(schema, document, operation, variables, sizeOf);
        if (objects > LIMITS[limit]) throw tooLarge(limit, objects);
      }
    },
  }),
};

function coerced(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const { coerced: values } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return values ?? null;
}
