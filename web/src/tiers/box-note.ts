import type { TFunction } from 'i18next';
import type { TierBox } from './tier-graph.ts';

/** Whether what the box stands for stands elsewhere in the picture too: nothing is added up twice. */
export const standsAgain = ({ end, alsoIn }: TierBox): boolean => end === 'CYCLE' || alsoIn !== null;

/** What a box says of itself below its name, on the screen and in a file; null for one that just stands there. */
export function boxNote({ end, alsoIn }: TierBox, t: TFunction, number: (value: number) => string): string | null {
  if (end === 'CYCLE') return t('tiers.circle');
  if (alsoIn !== null) return t('tiers.alsoIn', { tier: number(alsoIn) });
  if (end === 'TRUNCATED') return t('tiers.goesOn');
  return end === 'CUT' ? t('tiers.cutHere') : null;
}
