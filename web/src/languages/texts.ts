import type { first } from './en/first.ts';
import type { later } from './en/later.ts';

/** Every text of the interface, as English has it. */
export type Texts = typeof first & typeof later;

/**
 * A part of the texts in another language: every key of English, as any text. English has a plural of its own (`_one`,
 * `_other`); Indonesian and Japanese say all numbers alike and have `_other` only.
 */
export type Translated<English> = {
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: English[Key] extends string
    ? string
    : Translated<English[Key]>;
};
