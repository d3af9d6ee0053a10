/** A body whose text is too long is not taken apart for that: what is refused for its length alone must cost less than an answer. */
import type { FastifyInstance } from 'fastify';
import { LIMITS } from './limits.ts';

const BEGINNING = /^\s*\{\s*"query"\s*:\s*"/;

/**
 * The text of a question at the beginning of a body, where it is longer than a text may be and written without escapes; null: the body has to
 * be read to know.
 */
export function tooLongText(body: string): string | null {
  if (body.length <= LIMITS.characters) return null;
  const start = BEGINNING.exec(body.slice(0, 64))?.[0].length;
  if (start === undefined) return null;
  const end = body.indexOf('"', start);
  const text = body.slice(start, end);
  return end - start > LIMITS.characters && !text.includes('\\') ? text : null;
}

/** JSON as Fastify reads it, but for such bodies, of which only the text is read: it is refused. */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('ignore', 'ignore');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const query = tooLongText(body);
    if (query === null) void parse(request, body, done);
    else done(null, { query });
  });
}
