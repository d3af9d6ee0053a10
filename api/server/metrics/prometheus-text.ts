/** What is counted, in the text form that Prometheus reads (version 0.0.4). */

type Labels = Readonly<Record<string, string>>;

/** One number of a measure, by its labels. */
export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
  /** Ends the measure's name: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: string;
}

export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function line(name: string, { labels = {}, value, suffix = '' }: Sample): string {
  const inBraces = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${suffix}${inBraces.length === 0 ? '' : `{${inBraces.join(',')}}`} ${value}\n`;
}

export function prometheusText(measures: readonly Measure[]): string {
  return measures
    .map(({ name, help, type, samples }) => {
      const lines = samples.map((sample) => line(name, sample));
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
    })
    .join('');
}

/** Counts by labels, which are few: routes, statuses, codes. */
export class Counter {
  readonly #samples = new Map<string, { readonly labels: Labels; value: number }>();

  add(labels: Labels): void {
    const key = JSON.stringify(labels);
    const sample = this.#samples.get(key);
    if (sample === undefined) this.#samples.set(key, { labels, value: 1 });
    else sample.value += 1;
  }

  get samples(): readonly Sample[] {
    return [...this.#samples.values()];
  }
}

/** How often something took how long. */
export class Histogram {
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  /** @param bounds ascending */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
    const at = this.#bounds.findIndex((bound) => value <= bound);
    if (at >= 0) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  get samples(): readonly Sample[] {
    let below = 0;
    const buckets = this.#bounds.map((bound, at): Sample => {
      below += this.#counts[at] ?? 0;
      return { suffix: '_bucket', labels: { le: String(bound) }, value: below };
    });
    return [
      ...buckets,
      { suffix: '_bucket', labels: { le: '+Inf' }, value: this.#count },
      { suffix: '_sum', value: this.#sum },
      { suffix: '_count', value: this.#count },
    ];
  }
}
