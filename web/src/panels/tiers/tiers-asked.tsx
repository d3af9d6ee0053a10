import type { ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { PartialDate } from '#vocabulary';
import { SUPPLY_TYPES } from '../../actions/tracing.ts';
import { dateText } from '../../exploration/period-text.ts';
import { evidenceReach, type Question } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { NodeChoice } from '../node-choice.tsx';
import { typeName } from '../paths/way-steps.tsx';
import { DEPTHS, toggled, type Asked } from './asked.ts';

export const REACH_WORDS = {
  DOCUMENTED: 'filter.documented',
  GENERAL: 'filter.general',
  ANY: 'filter.inferred',
} as const;

/** What is traced, as a sentence whose words are menus; the kinds of supply that count; the filters that hold. */
export function TiersAsked({
  asked,
  change,
  question,
  asOf,
}: {
  readonly asked: Asked;
  readonly change: (change: Partial<Asked>) => void;
  readonly question: Question;
  /** The date counted by; null while none was chosen and the data's own is not known yet. */
  readonly asOf: PartialDate | null;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const date = asOf === null ? t('filter.anyDate') : dateText(asOf, language);
  const evidence = t(REACH_WORDS[evidenceReach(question.evidence)]);
  return (
    <div className="analysis-asked">
      <div className="analysis-sentence">
        <p>
          <Trans
            i18nKey="tiers.sentence"
            components={{
              direction: <DirectionChoice asked={asked} change={change} />,
              root: (
                <NodeChoice
                  label={t('tiers.rootLabel')}
                  node={asked.root}
                  startsOpen={asked.root === null}
                  onChoose={(root) => change({ root })}
                />
              ),
              depth: <DepthChoice asked={asked} change={change} />,
            }}
          />
        </p>
      </div>
      <div className="chips tier-types" role="group" aria-label={t('tiers.counted')}>
        <span className="analysis-under" aria-hidden="true">
          {t('tiers.counted')}
        </span>
        {SUPPLY_TYPES.map((type) => {
          const counted = asked.relationTypes.includes(type);
          const last = counted && asked.relationTypes.length === 1;
          return (
            <button
              key={type}
              type="button"
              className="chip tier-type"
              aria-pressed={counted}
              title={last ? t('tiers.lastType') : undefined}
              onClick={() => change({ relationTypes: toggled(asked.relationTypes, type) })}
            >
              {typeName(type, language)}
            </button>
          );
        })}
      </div>
      <p className="analysis-under">
        {t('tiers.under', { evidence, date })}
        {question.asOf === null && ` ${t('tiers.noDate')}`}
      </p>
    </div>
  );
}

interface ChoiceProps {
  readonly asked: Asked;
  readonly change: (change: Partial<Asked>) => void;
}

function DirectionChoice({ asked, change }: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  const choices = (['UPSTREAM', 'DOWNSTREAM'] as const).map((id) => ({ id, text: t(`tiers.${id}`) }));
  return (
    <ChoiceMenu
      label={t('tiers.direction')}
      value={t(`tiers.${asked.direction}`)}
      look="word"
      chosen={asked.direction}
      sections={[{ id: 'direction', title: null, choices }]}
      onChoose={(id) => change({ direction: id === 'DOWNSTREAM' ? 'DOWNSTREAM' : 'UPSTREAM' })}
    />
  );
}

function DepthChoice({ asked, change }: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  const choices = DEPTHS.map((count) => ({ id: String(count), text: t('tiers.depth', { count }) }));
  return (
    <ChoiceMenu
      label={t('tiers.depthLabel')}
      value={t('tiers.depth', { count: asked.depth })}
      look="word"
      chosen={String(asked.depth)}
      sections={[{ id: 'depth', title: null, choices }]}
      onChoose={(id) => change({ depth: DEPTHS.find((depth) => String(depth) === id) ?? asked.depth })}
    />
  );
}
