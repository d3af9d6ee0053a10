/** Questions that are answered to everybody, by their text and by its digest: the explorer's own, from its build. */
import { explorerQuestions } from '../schema/generated/explorer-questions.ts';
import { digestOf } from './question-limits/known-documents.ts';

export interface SafeList {
  has(text: string): boolean;
  /** @param digest SHA-256, lower-case hex */
  textOf(digest: string): string | null;
}

export function safeListOf(texts: readonly string[] = explorerQuestions): SafeList {
  const known = new Set(texts);
  const byDigest = new Map(texts.map((text) => [digestOf(text), text]));
  return { has: (text) => known.has(text), textOf: (digest) => byDigest.get(digest) ?? null };
}
