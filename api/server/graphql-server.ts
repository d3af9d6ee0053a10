/** Apollo Server as we want it: nothing leaves the machine, nothing of the inside reaches a client. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { RequestContext } from '../resolvers/context.ts';
import { resolvers } from '../resolvers/resolvers.ts';
import { typeDefs } from '../schema/generated/type-defs.ts';
import { formatError, isUnforeseen } from './error-answers.ts';

/** More words than any question a person writes; keeps a crafted one from keeping the parser busy. */
const MOST_TOKENS = 20_000;

/** Logs what failed, by request id; never the variables or literals of a question. */
function failureLog(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue, operationName }) => {
        for (const error of errors) {
          if (!isUnforeseen(error)) continue;
          logger.error(
            { err: error.originalError ?? error, requestId: contextValue.requestId, operationName },
            'a resolver failed',
          );
        }
      },
    }),
  };
}

/** Made and started. @throws Error when schema and resolvers do not fit together */
export async function startGraphqlServer(logger: Logger): Promise<ApolloServer<RequestContext>> {
  const server = new ApolloServer<RequestContext>({
    typeDefs,
    resolvers,
    formatError,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    stopOnTerminationSignals: false,
    logger,
    nodeEnv: 'production',
    plugins: [
      failureLog(logger),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // It looks at every field of every answer, and no answer here is cached by others.
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await server.start();
  return server;
}
