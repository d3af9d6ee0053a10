import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';

/** Characters of the texts that are remembered; what was parsed of them takes about a hundred times as much memory. */
const MOST_CHARACTERS = 200_000;

/**
 * Questions that were parsed and found to fit the schema, by their text and by its digest; the longest unused go first. The explorer
 * asks the same few dozen for ever.
 */
export class KnownDocuments {
  readonly #byText = new Map<string, DocumentNode>();
  readonly #byDigest = new Map<string, DocumentNode>();
  #characters = 0;

  of(text: string): DocumentNode | null {
    const document = this.#byText.get(text);
    if (document === undefined) return null;
    this.#byText.delete(text);
    this.#byText.set(text, document);
    return document;
  }

  /** @param digest SHA-256 of the text, as lower-case hex */
  ofDigest(digest: string): DocumentNode | undefined {
    return this.#byDigest.get(digest);
  }

  add(text: string, document: DocumentNode): void {
    this.#byText.set(text, document);
    this.#byDigest.set(digestOf(text), document);
    this.#characters += text.length;
    for (const [oldest] of this.#byText) {
      if (this.#characters <= MOST_CHARACTERS) return;
      this.#byText.delete(oldest);
      this.#byDigest.delete(digestOf(oldest));
      this.#characters -= oldest.length;
    }
  }
}

/** SHA-256 of a question's text, as lower-case hex: what Apollo calls its query hash. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
