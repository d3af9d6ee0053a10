/** All named questions, in the order in which they are listed: by theme, as a person would go through them. */
import type { QuestionDefinition } from './question-types.ts';
import { AGREEMENT_QUESTIONS } from './themes/agreements.ts';
import { DEPENDENCE_QUESTIONS } from './themes/dependence.ts';
import { ECONOMY_QUESTIONS } from './themes/economy.ts';
import { EVIDENCE_QUESTIONS } from './themes/evidence.ts';
import { FRAGILITY_QUESTIONS } from './themes/fragility.ts';
import { GAP_QUESTIONS } from './themes/gaps.ts';
import { LINKAGE_QUESTIONS } from './themes/linkages.ts';
import { MORE_GAP_QUESTIONS } from './themes/more-gaps.ts';
import { OVERLAP_QUESTIONS } from './themes/overlaps.ts';
import { PHASE_QUESTIONS } from './themes/phases.ts';
import { SENTRA_QUESTIONS } from './themes/sentra.ts';
import { SUPPLY_QUESTIONS } from './themes/supply.ts';
import { SUPPORT_QUESTIONS } from './themes/support.ts';
import { TIE_QUESTIONS } from './themes/ties.ts';

export const QUESTIONS: readonly QuestionDefinition[] = [
  ...TIE_QUESTIONS,
  ...EVIDENCE_QUESTIONS,
  ...SUPPLY_QUESTIONS,
  ...AGREEMENT_QUESTIONS,
  ...GAP_QUESTIONS,
  ...MORE_GAP_QUESTIONS,
  ...DEPENDENCE_QUESTIONS,
  ...FRAGILITY_QUESTIONS,
  ...SUPPORT_QUESTIONS,
  ...PHASE_QUESTIONS,
  ...OVERLAP_QUESTIONS,
  ...SENTRA_QUESTIONS,
  ...ECONOMY_QUESTIONS,
  ...LINKAGE_QUESTIONS,
];

const BY_ID: ReadonlyMap<string, QuestionDefinition> = new Map(QUESTIONS.map((question) => [question.id, question]));

/** undefined: there is no such question. */
export function questionById(id: string): QuestionDefinition | undefined {
  return BY_ID.get(id);
}
