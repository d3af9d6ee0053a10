/** How many questions are answered at a time; the others wait a moment, and whom that would not help is sent away at once. */
import type { FastifyReply } from 'fastify';
import { Turnstile, TurnedAway, type TurnstileOptions } from '../../turnstile/turnstile.ts';
import { BUSY, errorBody } from '../error-answers.ts';
import { EventLoopLag } from './event-loop-lag.ts';
import { LoopTurns } from './loop-turns.ts';

export interface AdmissionOptions extends TurnstileOptions {
  /** Mean lateness of the event loop in milliseconds above which nothing more is begun: whoever comes would wait for seconds. */
  readonly behindMs: number;
}

export const ADMISSION: AdmissionOptions = { most: 64, mostWaiting: 256, patienceMs: 2_000, behindMs: 500 };

const RETRY_S = '1';

/** Being answered at least, before a late event loop counts: few that are slow by themselves are no queue. */
const FEW = 8;

export class Admission {
  readonly #turnstile: Turnstile;
  readonly #turns = new LoopTurns();
  readonly #lag: EventLoopLag;
  readonly #behindMs: number;
  #shed = 0;

  /** @param lag stopped with it */
  constructor(options: AdmissionOptions, lag = new EventLoopLag()) {
    this.#lag = lag;
    this.#behindMs = options.behindMs;
    this.#turnstile = new Turnstile(options);
  }

  /** Questions being answered and waiting now, those sent away so far, and how late the event loop is in milliseconds. */
  get load(): { readonly inside: number; readonly waiting: number; readonly shed: number; readonly lagMs: number } {
    const { inside, waiting } = this.#turnstile;
    return { inside, waiting, shed: this.#shed, lagMs: this.#lag.meanMs };
  }

  /**
   * What the work gives, begun in a turn of the event loop of its own; null when there is no room for it.
   * @throws the signal's reason when that is aborted before it is begun; whatever the work throws
   */
  async admit<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
    if (this.#lag.meanMs > this.#behindMs && this.#turnstile.inside >= FEW) return this.#sendAway();
    try {
      return await this.#turnstile.through(async () => {
        await this.#turns.next();
        signal.throwIfAborted();
        return work();
      }, signal);
    } catch (error) {
      if (error instanceof TurnedAway) return this.#sendAway();
      throw error;
    }
  }

  #sendAway(): null {
    this.#shed += 1;
    return null;
  }

  stop(): void {
    this.#lag.stop();
  }
}

/** 503, and when to come back. */
export function sendBusy(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .header('retry-after', RETRY_S)
    .header('cache-control', 'no-store')
    .send(errorBody({ message: 'As many others are being answered as can be; ask again in a moment.', code: BUSY }));
}
