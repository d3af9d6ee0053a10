import type { en } from './en.ts';

/**
 * The texts of another language: every key of English, as any text. English has a plural of its own (`_one`, `_other`);
 * Indonesian and Japanese say all numbers alike and have `_other` only.
 */
export type Texts = Translated<typeof en>;

type Translated<Texts> = {
  readonly [Key in keyof Texts as Key extends `${string}_one` ? never : Key]: Texts[Key] extends string
    ? string
    : Translated<Texts[Key]>;
};
