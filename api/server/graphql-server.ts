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
import { BUSY, formatError, isUnforeseen, STORE_AWAY } from './error-answers.ts';
import { LIMITS } from './question-limits/limits.ts';
import { QuestionReader } from './question-limits/question-reader.ts';
import { waitedFor } from './waited-for.ts';

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

/** Seconds after which a client may ask again, by what was not answered. */
const RETRY_AFTER_S: Readonly<Record<string, string>> = { [STORE_AWAY]: '2', [BUSY]: '1', STORE_NOT_WRITABLE: '60' };

/** An answer that lacks something because the store is away or busy is 503, so that whoever stands between tries again too. */
const retryStatus: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { http, body } }) => {
      if (body.kind !== 'single') return;
      for (const { extensions } of body.singleResult.errors ?? []) {
        const after = RETRY_AFTER_S[String(extensions?.['code'])];
        if (after === undefined) continue;
        http.status = 503;
        http.headers.set('retry-after', after);
        http.headers.set('cache-control', 'no-store');
        return;
      }
    },
  }),
};

export interface GraphqlServer {
  readonly apollo: ApolloServer<RequestContext>;
  /** Refuses what is not to reach Apollo, and hands it what was parsed for that. */
  readonly reader: QuestionReader;
}

export interface GraphqlOptions {
  readonly logger: Logger;
}

/** Made and started. @throws Error when schema and resolvers do not fit together */
export async function startGraphqlServer({ logger }: GraphqlOptions): Promise<GraphqlServer> {
  const made: { reader: QuestionReader | null } = { reader: null };
  const apollo = new ApolloServer<RequestContext>({
    typeDefs,
    resolvers: waitedFor(resolvers),
    formatError,
    // Who may ask about the schema itself is looked at before (api/access/field-rules.ts).
    introspection: true,
    // Both are the reader's and the door's, before Apollo is asked.
    documentStore: {
      get: async (key) => made.reader?.documentOf(key.slice(-DIGEST_LENGTH)),
      set: async () => undefined,
      delete: async () => undefined,
    },
    csrfPrevention: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    stopOnTerminationSignals: false,
    logger,
    nodeEnv: 'production',
    plugins: [
      {
        serverWillStart: async ({ schema }) => {
          made.reader = new QuestionReader(schema);
        },
      },
      failureLog(logger),
      retryStatus,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // It looks at every field of every answer, and no answer here is cached by others.
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();
  if (made.reader === null) throw new Error('Apollo started without a schema');
  return { apollo, reader: made.reader };
}

/** Of a SHA-256 as hex: how Apollo's keys end. */
const DIGEST_LENGTH = 64;
