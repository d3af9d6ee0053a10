/** All named questions, in the order in which they are listed: by theme, as a person would go through them. */
import type { QuestionDefinition } from './question-types.ts';
import { ECONOMY_QUESTIONS } from './themes/economy.ts';
import { FRAGILITY_QUESTIONS } from './themes/fragility.ts';
import { GAP_QUESTIONS } from './themes/gaps.ts';
import { LINKAGE_QUESTIONS } from './themes/linkages.ts';
import { MORE_GAP_QUESTIONS } from './themes/more-gaps.ts';
import { SUPPLY_QUESTIONS } from './themes/supply.ts';
import { SUPPORT_QUESTIONS } from './themes/support.ts';
import { TIE_QUESTIONS } from './themes/ties.ts';

export const QUESTIONS: readonly QuestionDefinition[] = [
  ...TIE_QUESTIONS,
  ...SUPPLY_QUESTIONS,
  ...GAP_QUESTIONS,
  ...MORE_GAP_QUESTIONS,
  ...FRAGILITY_QUESTIONS,
  ...SUPPORT_QUESTIONS,
  ...ECONOMY_QUESTIONS,
  ...LINKAGE_QUESTIONS,
];

const BY_ID: ReadonlyMap<string, QuestionDefinition> = new Map(QUESTIONS.map((question) => [question.id, question]));

/** undefined: there is no such question. */
export function questionById(id: string): QuestionDefinition | undefined {
  return BY_ID.get(id);
}
