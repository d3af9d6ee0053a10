/** A question as HTTP brings it: in the body of a POST or in the address of a GET, which are read here alike. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorBody, type ErrorAnswer } from './error-answers.ts';
import type { AskedQuestion } from './question-limits/question-reader.ts';
import type { SafeList } from './safe-list.ts';

const Values = z.record(z.string(), z.unknown());

const Question = z.object({
  query: z.string().min(1).optional(),
  documentId: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .nullish(),
  variables: Values.nullish(),
  operationName: z.string().nullish(),
  extensions: Values.nullish(),
});

const FORM: Readonly<Record<string, string>> = {
  query: 'query: a GraphQL text',
  documentId: 'documentId: sha256: and the 64 hex digits of the SHA-256 of a text of the explorer',
  variables: 'variables: an object',
  operationName: 'operationName: a text',
  extensions: 'extensions: an object',
};

/** What is no JSON stays a text, and so is refused by the form. */
function jsonIn(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function inAddress(url: string): unknown {
  const mark = url.indexOf('?');
  const search = new URLSearchParams(mark < 0 ? '' : url.slice(mark));
  const twice = Object.keys(FORM).find((name) => search.getAll(name).length > 1);
  if (twice !== undefined) return { [twice]: search.getAll(twice) };
  return {
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId'),
    variables: jsonIn(search.get('variables')),
    operationName: search.get('operationName'),
    extensions: jsonIn(search.get('extensions')),
  };
}

function refuse(reply: FastifyReply, status: number, answer: ErrorAnswer): null {
  void reply.code(status).send(errorBody(answer));
  return null;
}

const NOT_KNOWN: ErrorAnswer = {
  message: 'No question of this version of the explorer has that documentId; send its text as query.',
  code: 'PERSISTED_QUERY_NOT_FOUND',
};

/** What is answered to whoever may ask the explorer's own questions only, where nobody signs in. */
export const NOT_LISTED: ErrorAnswer = {
  message:
    'Here only the questions of the explorer itself are answered, word for word; whoever runs this server opens it for others with SENTRA_QUESTIONS=any.',
  code: 'QUESTION_NOT_LISTED',
};

/** The question, or null once it was refused as none. */
export function readQuestion(request: FastifyRequest, reply: FastifyReply, list: SafeList): AskedQuestion | null {
  const mayWrite = request.method !== 'GET';
  const asked = Question.safeParse(mayWrite ? request.body : inAddress(request.url));
  const part = asked.success ? 'query' : asked.error.issues[0]?.path[0];
  if (!asked.success || (asked.data.query ?? asked.data.documentId ?? null) === null) {
    const wrong =
      part === undefined ? 'It has to be one object' : `What is wrong: ${FORM[String(part)] ?? String(part)}`;
    const message = `This is no question; send {"query": "…", "variables": {…}, "operationName": "…"}. ${wrong}.`;
    return refuse(reply, 400, { message, code: 'BAD_REQUEST' });
  }
  const { query, documentId, variables, operationName } = asked.data;
  const text = query ?? list.textOf(documentId?.slice('sha256:'.length) ?? '');
  if (text === null) return refuse(reply, 400, NOT_KNOWN);
  return { query: text, variables: variables ?? {}, operationName: operationName ?? null, mayWrite };
}
