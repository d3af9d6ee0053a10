import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SUPPLY_TYPES, type Trace, type TraceAsked } from '../../actions/tracing.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { dateText } from '../../exploration/period-text.ts';
import { evidenceReach, WITH_INFERRED, type Question } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { typeName } from '../paths/way-steps.tsx';
import type { Asked } from './asked.ts';
import { REACH_WORDS } from './tiers-asked.tsx';

/** Nobody: what was counted, and ways to count more. */
export function NoTiers({
  asked,
  trace,
  question,
  change,
}: {
  readonly asked: TraceAsked;
  readonly trace: Trace;
  readonly question: Question;
  readonly change: (change: Partial<Asked>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { language, list } = useFormats();
  const { ask } = useExplorer();
  const node = useExploration((exploration) => exploration.nodes[asked.root]);
  const upstream = asked.direction === 'UPSTREAM';
  const words = {
    types: list(asked.relationTypes.map((type) => typeName(type, language))),
    evidence: t(REACH_WORDS[evidenceReach(question.evidence)]),
    date: dateText(trace.asOf, language),
  };
  return (
    <Notice
      glyph={<NodeGlyph type={node?.type ?? 'LargeIndustry'} size={36} hollow />}
      title={t(upstream ? 'tiers.noneUp' : 'tiers.noneDown', { name: node?.name ?? asked.root })}
      actions={
        <>
          <Button look="solid" onPress={() => change({ direction: upstream ? 'DOWNSTREAM' : 'UPSTREAM' })}>
            {t('tiers.askOther')}
          </Button>
          {asked.relationTypes.length < SUPPLY_TYPES.length && (
            <Button onPress={() => change({ relationTypes: SUPPLY_TYPES })}>{t('tiers.askTypes')}</Button>
          )}
          {!question.evidence.includes('INFERRED') && (
            <Button onPress={() => ask({ evidence: WITH_INFERRED })}>{t('tiers.askInferred')}</Button>
          )}
        </>
      }
    >
      <p>{t('tiers.noneNote', words)}</p>
    </Notice>
  );
}
