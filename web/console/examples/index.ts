/** Every worked example, by kind of question, in the order they are listed. */
import { around } from './around.ts';
import { domain } from './domain.ts';
import { economy } from './economy.ts';
import type { ExampleGroup } from './example.ts';
import { find } from './find.ts';
import { programmes } from './programmes.ts';
import { questions } from './questions.ts';
import { sources } from './sources.ts';
import { ties } from './ties.ts';
import { whole } from './whole.ts';

export const EXAMPLE_GROUPS: readonly ExampleGroup[] = [
  find,
  domain,
  around,
  ties,
  whole,
  economy,
  programmes,
  questions,
  sources,
];
