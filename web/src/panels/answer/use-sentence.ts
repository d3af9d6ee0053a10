import type { NodeId } from '#vocabulary';
import { useTranslation } from 'react-i18next';
import { useExploration } from '../../actions/explorer-context.ts';
import { evidenceReach, type EvidenceReach } from '../../exploration/question.ts';
import { clustersHeld } from '../../exploration/tie-held.ts';
import { useFormats } from '../../languages/use-language.ts';

const SENTENCES = {
  DOCUMENTED: 'documented',
  GENERAL: 'general',
  ANY: 'any',
} as const satisfies Record<EvidenceReach, string>;

/** The answer's sentence, or nothing before the first answer. */
export function useSentence(): string {
  const { t } = useTranslation();
  const { number } = useFormats();
  const answer = useExploration((exploration) => exploration.answer);
  const answered = useExploration((exploration) => exploration.answered);
  const nodes = useExploration((exploration) => exploration.nodes);
  const relations = useExploration((exploration) => exploration.relations);
  if (answer === null || answered === null) return '';
  const { scope, place, sector, largeIndustry, evidence } = answered;
  const object = (largeIndustry === null ? undefined : nodes[largeIndustry]?.name) ?? t('question.anyLarge');
  const { clusterCount, tiedClusterCount } = answer.summary;
  if (clusterCount === 0) {
    const name = (id: NodeId): string => nodes[id]?.name ?? id;
    return [
      t(`answer.none${scope}`),
      place === null ? null : t('state.emptyPlace', { place: name(place) }),
      sector === null ? null : t('state.emptySector', { sector: name(sector) }),
    ]
      .filter((part) => part !== null)
      .join(' ');
  }
  const values = { count: clusterCount, tied: number(tiedClusterCount), object };
  const sentence = t(`answer.${SENTENCES[evidenceReach(evidence)]}${scope}`, values);
  const held = clustersHeld(answer, relations);
  if (held === null || held.possible === 0) return sentence;
  return t('answer.certainty', { sentence, certain: number(held.certain), possible: number(held.possible) });
}
