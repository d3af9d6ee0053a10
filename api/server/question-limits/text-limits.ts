import type { preHandlerAsyncHookHandler } from 'fastify';
import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { z } from 'zod';
import { LIMITS, tooLarge } from './limits.ts';
import { shapeOf, type Shape } from './shape.ts';
import { nestingOf } from './text-size.ts';

const SHAPE = ['depth', 'fields', 'aliases', 'directives'] as const satisfies readonly (keyof Shape)[];

const Asked = z.object({ query: z.string() });

/**
 * Looks at the text of a question before GraphQL does, whose validation takes longer the more a text repeats. What is no question, or
 * no GraphQL, is left for GraphQL to refuse.
 */
export const textLimits: preHandlerAsyncHookHandler = async (request, reply) => {
  const asked = Asked.safeParse(request.method === 'GET' ? request.query : request.body);
  const refusal = asked.success ? refusalOf(asked.data.query) : null;
  if (refusal === null) return;
  const { message, extensions } = refusal;
  const { http: _http, ...told } = extensions;
  return reply.code(400).send({ errors: [{ message, extensions: told }] });
};

/** null: nothing that speaks against reading it on. */
function refusalOf(text: string): GraphQLError | null {
  if (text.length > LIMITS.characters) return tooLarge('characters', text.length);
  const nesting = nestingOf(text);
  if (nesting > LIMITS.nesting) return tooLarge('nesting', nesting);
  const document = read(text);
  if (document === null) return null;
  const shape = shapeOf(document);
  const over = SHAPE.find((measure) => shape[measure] > LIMITS[measure]);
  return over === undefined ? null : tooLarge(over, shape[over]);
}

function read(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
