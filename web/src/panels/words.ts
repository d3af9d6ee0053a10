import {
  NODE_TYPES,
  RELATION_TYPES,
  OPEN,
  parsePeriod,
  type Language,
  type NodeType,
  type Period,
  type RelationFamily,
  type RelationType,
} from '#vocabulary';
import type { PeriodPartsFragment } from '../actions/asking.ts';
import type { Tie } from '../exploration/answer.ts';
import type { KnownRelation } from '../exploration/known.ts';
import { mergePeriods } from '../exploration/merge-periods.ts';

/** First letter large, where the script has large letters. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A type of node in one word. */
export function typeWord(type: NodeType, language: Language): string {
  return NODE_TYPES[type].label[language];
}

/** A type of node, several of them. */
export function typesWord(type: NodeType, language: Language): string {
  return NODE_TYPES[type].plural[language];
}

/** How a relation reads from the node it is looked at from. */
export function relationWord(type: RelationType, direction: 'OUT' | 'IN', language: Language): string {
  const { label, reverseLabel } = RELATION_TYPES[type];
  return direction === 'OUT' ? label[language] : reverseLabel[language];
}

/** A relation that reads alike from both sides has no arrow. */
export function isMutual(type: RelationType): boolean {
  const { label, reverseLabel } = RELATION_TYPES[type];
  return label.en === reverseLabel.en;
}

/** The API's period as a checked value. @throws PeriodError, PartialDateError */
export function periodOf(parts: PeriodPartsFragment): Period {
  return parsePeriod(parts);
}

/** An end of a period in words; the two ways not to have a date stay different. */
export function endText(
  end: string | null,
  words: { readonly open: string; readonly unknown: string },
  date: (text: string) => string,
): string {
  if (end === null) return words.unknown;
  return end === OPEN ? words.open : date(end);
}

/** The family whose line stands for a kind of tie. */
export const TIE_FAMILY = {
  GOODS_OBSERVED: 'supply',
  SUPPLY_AGREED: 'agreement',
  SUPPORT: 'support',
  SAME_PROGRAMME: 'support',
  POTENTIAL: 'supply',
} as const satisfies Record<Tie['kind'], RelationFamily>;

/** Whether what the tie carries comes from the firm to the cluster. */
export function comesFromFirm(tie: Tie): boolean {
  const [best] = tie.chains;
  return best !== undefined && (best.direction === 'INPUT' || best.direction === 'SUPPORT');
}

/** When the tie's best chain held, as far as known; who belongs to whom is left out. */
export function tiePeriod(tie: Tie, relations: Readonly<Record<string, KnownRelation>>): Period | null {
  const steps = (tie.chains[0]?.relations ?? []).flatMap((id) => {
    const relation = relations[id];
    return relation === undefined || relation.family === 'membership' ? [] : [relation.period];
  });
  return mergePeriods(steps);
}
