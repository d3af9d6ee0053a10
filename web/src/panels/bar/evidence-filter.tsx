import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceKind } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { DOCUMENTED_ONLY, WITH_INFERRED } from '../../exploration/question.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';

/** How much evidence is enough; each choice holds the one before. */
const LEVELS = {
  documented: DOCUMENTED_ONLY,
  general: ['DOCUMENTED', 'GENERAL_KNOWLEDGE'],
  inferred: WITH_INFERRED,
} as const satisfies Record<string, readonly EvidenceKind[]>;

type Level = keyof typeof LEVELS;
const ORDER: readonly Level[] = ['documented', 'general', 'inferred'];

function levelOf(evidence: readonly EvidenceKind[]): Level {
  if (evidence.includes('INFERRED')) return 'inferred';
  return evidence.includes('GENERAL_KNOWLEDGE') ? 'general' : 'documented';
}

/** Documented only, with general knowledge, or with what is inferred as well. */
export function EvidenceFilter(): ReactElement {
  const { t } = useTranslation();
  const { ask } = useExplorer();
  const level = useExploration((exploration) => levelOf(exploration.question.evidence));
  return (
    <ChoiceMenu
      label={t('filter.EVIDENCE')}
      value={t(`filter.${level}`)}
      look="filter"
      active={level !== 'documented'}
      chosen={level}
      sections={[
        {
          id: 'levels',
          title: null,
          choices: ORDER.map((choice) => ({
            id: choice,
            text: t(`filter.${choice}`),
            note: t(`filter.${choice}Note`),
          })),
        },
      ]}
      onChoose={(id) => {
        const chosen = ORDER.find((choice) => choice === id);
        if (chosen !== undefined) ask({ evidence: LEVELS[chosen] });
      }}
    />
  );
}
