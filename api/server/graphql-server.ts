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
import { formatError, isUnforeseen, STORE_AWAY } from './error-answers.ts';
import { answerLimits } from './question-limits/answer-limits.ts';
import { waitedFor } from './waited-for.ts';

/** More words than a text within the limits has: question-limits/ refuses longer ones before they are read. */
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

/** Seconds after which a client may ask a store again that was away. */
const RETRY_AFTER_S = '2';

/** An answer that lacks something because the store is away is 503, so that whoever stands between tries again too. */
const storeAwayStatus: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { http, body } }) => {
      if (body.kind !== 'single') return;
      if (body.singleResult.errors?.some(({ extensions }) => extensions?.['code'] === STORE_AWAY) !== true) return;
      http.status = 503;
      http.headers.set('retry-after', RETRY_AFTER_S);
      http.headers.set('cache-control', 'no-store');
    },
  }),
};

/** Made and started. @throws Error when schema and resolvers do not fit together */
export async function startGraphqlServer(logger: Logger): Promise<ApolloServer<RequestContext>> {
  const server = new ApolloServer<RequestContext>({
    typeDefs,
    resolvers: waitedFor(resolvers),
    formatError,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    stopOnTerminationSignals: false,
    logger,
    nodeEnv: 'production',
    plugins: [
      answerLimits,
      failureLog(logger),
      storeAwayStatus,
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
