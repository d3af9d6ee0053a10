/** Names, numbers, dates and lists as a language writes them, for sentences that are made of figures. */
import type { Language, NodeId, PartialDate } from '#vocabulary';
import type { NodeIndex, Projection } from '../projection/projection.ts';

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', id: 'id-ID', ja: 'ja-JP' };

/** Names that a sentence lists before it says how many more there are. */
const MOST_NAMES = 6;

const MORE: Readonly<Record<Language, (count: string) => string>> = {
  en: (count) => `${count} more`,
  id: (count) => `${count} lainnya`,
  ja: (count) => `ほか${count}件`,
};

export class Words {
  readonly language: Language;
  readonly #projection: Projection;
  readonly #locale: string;

  constructor(language: Language, projection: Projection) {
    this.language = language;
    this.#projection = projection;
    this.#locale = LOCALE[language];
  }

  /** In the language where the node has such a name, else its primary one. */
  name(node: NodeIndex | NodeId): string {
    const index = typeof node === 'number' ? node : this.#projection.nodeIndex(node);
    if (index === undefined) return String(node);
    const primary = this.#projection.nodeName(index);
    const own = this.#projection.nodeNames(index).find(({ language }) => language === this.language)?.text ?? primary;
    // A programme is called by its short name; the full one would be half a sentence.
    return this.#projection.nodeType(index) === 'Programme' && own.length > primary.length ? primary : own;
  }

  /** The first names, and how many more there are. */
  names(nodes: readonly (NodeIndex | NodeId)[], most = MOST_NAMES): string {
    const shown = nodes.slice(0, most).map((node) => this.name(node));
    const left = nodes.length - shown.length;
    return this.list(left === 0 ? shown : [...shown, MORE[this.language](this.number(left))]);
  }

  list(texts: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, { type: 'conjunction' }).format(texts);
  }

  /** With exactly so many digits behind the point. */
  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.#locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      // A loss that rounds to nothing is nothing, not minus nothing.
      signDisplay: 'negative',
    }).format(value);
  }

  date(date: PartialDate): string {
    const [year = 0, month, day] = date.split('-').map(Number);
    const at = new Date(0);
    at.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
    return new Intl.DateTimeFormat(this.#locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month === undefined ? {} : { month: 'long' }),
      ...(day === undefined ? {} : { day: 'numeric' }),
    }).format(at);
  }

  /** Of two forms the one that English wants; the other languages have one. */
  plural(count: number, one: string, other: string): string {
    return count === 1 ? one : other;
  }
}
