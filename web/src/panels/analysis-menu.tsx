import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../ui/choice-menu.tsx';
import { openPanel, useOpenPanel, type OpenPanel } from './open-panel.ts';

/** Every analysis as it opens without a node that it starts from, in the order of the menu. */
const ANALYSES = {
  QUESTIONS: { kind: 'QUESTIONS', asked: null, typed: null },
  RANKS: { kind: 'RANKS', measure: 'BETWEENNESS' },
  COMMUNITIES: { kind: 'COMMUNITIES' },
  FRAGILITY: { kind: 'FRAGILITY', without: null },
  TIERS: { kind: 'TIERS', root: null, direction: 'UPSTREAM' },
  GAPS: { kind: 'GAPS', cluster: null, firm: null },
  WHAT_IF: { kind: 'WHAT_IF', closes: null },
  INPUT_OUTPUT: { kind: 'INPUT_OUTPUT' },
  PATHS: { kind: 'PATHS', from: null, to: null },
  PLACES: { kind: 'PLACES', place: null },
  PROGRAMMES: { kind: 'PROGRAMMES', of: null, type: null },
} as const satisfies Partial<Record<OpenPanel['kind'], OpenPanel>>;

const isAnalysis = (id: string): id is keyof typeof ANALYSES => Object.hasOwn(ANALYSES, id);

/** The analyses of the graph, to be opened in place of the answer's list. */
export function AnalysisMenu(): ReactElement {
  const { t } = useTranslation();
  const panel = useOpenPanel();
  return (
    <ChoiceMenu
      label={t('ranks.analyses')}
      value={panel !== null && isAnalysis(panel.kind) ? t(`ranks.analysis.${panel.kind}`) : t('ranks.choose')}
      look="filter"
      active={panel !== null}
      chosen={panel?.kind ?? ''}
      sections={[
        {
          id: 'analyses',
          title: null,
          choices: Object.keys(ANALYSES)
            .filter(isAnalysis)
            .map((id) => ({ id, text: t(`ranks.analysis.${id}`), note: t(`ranks.analysisNote.${id}`) })),
        },
      ]}
      onChoose={(id) => {
        if (isAnalysis(id)) openPanel(ANALYSES[id]);
      }}
    />
  );
}
