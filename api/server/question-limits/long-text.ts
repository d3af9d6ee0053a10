/** A body whose text is too long is not read to its end: what is refused for its length alone must cost less than an answer. */
import { isAscii } from 'node:buffer';
import type { Readable } from 'node:stream';
import type { FastifyRequest, preParsingAsyncHookHandler } from 'fastify';
import { errorBody, type ErrorAnswer } from '../error-answers.ts';
import { LIMITS, tooLarge } from './limits.ts';

const BEFORE_TEXT = /^\s*\{\s*"query"\s*:\s*"/;
/** What may stand before the text. */
const MOST_BEFORE = 64;
const BEGINNING = MOST_BEFORE + LIMITS.characters + 1;

const BROKEN_OFF: ErrorAnswer = {
  message: 'The question broke off before its end; send it again.',
  code: 'BAD_REQUEST',
};

/** Whether a body that begins like this holds a text that is too long, written without escapes; if not, it has to be read to know. */
export function isTooLong(beginning: Buffer): boolean {
  const start = BEFORE_TEXT.exec(beginning.toString('latin1', 0, MOST_BEFORE))?.[0].length;
  if (start === undefined) return false;
  const text = beginning.subarray(start, start + LIMITS.characters + 1);
  return text.length > LIMITS.characters && !text.includes('"') && !text.includes('\\') && isAscii(text);
}

type Beginning = 'BROKEN_OFF' | 'TOO_LONG' | Buffer;

/** What is too long is let go by from then on, unread; else the body is held, and begins after what is returned. */
function beginningOf(body: Readable): Promise<Beginning> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const take = (part: Buffer): void => {
      parts.push(part);
      length += part.length;
      if (length < BEGINNING) return;
      // Mostly it all comes in one part, which then is not copied.
      const beginning = parts.length === 1 ? part : Buffer.concat(parts);
      stop();
      // It keeps flowing: to hold it and let it go again would cost more than the refusal.
      if (isTooLong(beginning)) return resolve('TOO_LONG');
      body.pause();
      resolve(beginning);
    };
    const breakOff = (): void => {
      stop();
      resolve('BROKEN_OFF');
    };
    const stop = (): void => {
      body.off('data', take).off('error', breakOff).off('close', breakOff);
    };
    body.on('data', take).once('error', breakOff).once('close', breakOff);
  });
}

/** What is longer than any body may be is refused by its length, before anything of it is there. */
function worthALook({ headers, routeOptions }: FastifyRequest): boolean {
  const length = Number(headers['content-length'] ?? 0);
  const isJson = headers['content-type']?.startsWith('application/json') === true;
  return isJson && length > BEGINNING && length <= routeOptions.bodyLimit;
}

/**
 * Fastify's preParsing hook: refuses such a body once enough of it is there. What is shorter, or comes without its length, is read as any other
 * and counted then.
 */
export const refuseLongText: preParsingAsyncHookHandler = async (request, reply, body) => {
  if (!worthALook(request)) return body;
  const beginning = await beginningOf(body);
  if (beginning === 'BROKEN_OFF') return reply.code(400).send(errorBody(BROKEN_OFF));
  if (beginning === 'TOO_LONG')
    return reply.code(400).send({ errors: [tooLarge('characters', LIMITS.characters + 1, true)] });
  body.unshift(beginning);
  return body;
};
