/** Sends spans to a collector in batches. A collector that is away or slow costs spans, never an answer. */
import type { Logger } from 'pino';
import { otlpBody, type Attributes, type FinishedSpan } from './otlp.ts';

export interface ExportSettings {
  /** Of the collector's traces, as in `http://127.0.0.1:4318/v1/traces`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is said of the service with every batch. */
  readonly resource: Attributes;
}

/** Milliseconds between two batches, and that one may take. */
const EVERY_MS = 5_000;
const LIMIT_MS = 10_000;
const BATCH = 512;
/** Spans that wait; what comes then is dropped and counted. */
const MOST_WAITING = 4_096;
/** A collector that stays away is told of in the log so often. */
const TELL_EVERY_MS = 60_000;

export class SpanExporter {
  readonly #settings: ExportSettings;
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;
  #waiting: FinishedSpan[] = [];
  #sending: Promise<void> = Promise.resolve();
  #lost = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(settings: ExportSettings, logger: Logger) {
    this.#settings = settings;
    this.#logger = logger;
    this.#timer = setInterval(() => void this.flush(), EVERY_MS);
    this.#timer.unref();
  }

  add(span: FinishedSpan): void {
    if (this.#waiting.length >= MOST_WAITING) this.#lost += 1;
    else this.#waiting.push(span);
    if (this.#waiting.length === BATCH) void this.flush();
  }

  /** Sends what waits. Never fails. */
  flush(): Promise<void> {
    this.#sending = this.#sending.then(async () => {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.slice(0, BATCH);
        this.#waiting = this.#waiting.slice(BATCH);
        if (!(await this.#sent(batch))) return;
      }
    });
    return this.#sending;
  }

  /** Sends what waits for as long as one batch may take. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  async #sent(batch: readonly FinishedSpan[]): Promise<boolean> {
    const { url, headers, resource } = this.#settings;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: otlpBody(batch, resource),
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      await response.arrayBuffer();
      if (response.ok) return true;
      this.#tell(batch.length, `status ${response.status}`);
    } catch (error) {
      this.#tell(batch.length, error instanceof Error ? error.name : 'unknown');
    }
    return false;
  }

  #tell(lost: number, reason: string): void {
    this.#lost += lost;
    if (performance.now() - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = performance.now();
    this.#logger.warn({ reason, lostSpans: this.#lost }, 'the collector of traces did not take them');
  }
}
