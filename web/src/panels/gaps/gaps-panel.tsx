import { useState, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useExploration } from '../../actions/explorer-context.ts';
import { useGaps, type Gaps, type GapsAsked } from '../../actions/gaps.ts';
import { dateText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { NodeChoice } from '../node-choice.tsx';
import { Failure, Waiting } from '../states.tsx';
import { useLast } from '../use-last.ts';
import { askOtherGaps, firstGapsAsked, MOST_ROWS, moreGaps, RADII } from './asked.ts';
import { DrawCandidates } from './draw-candidates.tsx';
import { GapList } from './gap-list.tsx';
import './gaps.css';
import { WithoutCandidate } from './without-candidate.tsx';

type Change = (change: Partial<GapsAsked>) => void;

/** Who could deal with whom: candidates with the reasons behind each score, and the clusters that have none. */
export function GapsPanel({
  cluster,
  firm,
}: {
  readonly cluster: NodeId | null;
  readonly firm: NodeId | null;
}): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<GapsAsked>(() => firstGapsAsked(cluster, firm));
  const change: Change = (other) => setAsked((before) => askOtherGaps(before, other));
  const question = useExploration((exploration) => exploration.question);
  const answer = useGaps(asked, question);
  const last = useLast(
    JSON.stringify({ ...asked, first: 0, question }),
    answer.status === 'ready' ? answer.value : null,
  );

  return (
    <AnalysisFrame title={t('gaps.title')}>
      <div className="analysis-asked">
        <Sentence asked={asked} change={change} />
        <p className="analysis-under">
          <UnderFilters asked={asked} />
        </p>
        <label className="gap-wide">
          <input type="checkbox" checked={asked.wide} onChange={(event) => change({ wide: event.target.checked })} />
          {t('gaps.wide')}
        </label>
      </div>
      <div className="answer-scroll">
        <p className="analysis-note gap-caution">{t('gaps.caution')}</p>
        {answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
        {answer.status === 'loading' && last === null && <Waiting awaited={t('gaps.waiting')} rows={6} />}
        {last !== null && (
          <Found
            gaps={last}
            asked={asked}
            change={change}
            more={() => setAsked({ ...asked, first: moreGaps(asked) })}
          />
        )}
      </div>
    </AnalysisFrame>
  );
}

function Sentence({ asked, change }: { readonly asked: GapsAsked; readonly change: Change }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const kilometres = (km: number): string => t('gaps.within', { km: number(km) });
  const distances = [
    { id: 'ANY', text: t('gaps.anyDistance') },
    ...RADII.map((km) => ({ id: String(km), text: kilometres(km) })),
  ];
  const cluster = (
    <End label={t('gaps.cluster')} end="cluster" any={t('gaps.anyCluster')} asked={asked} change={change} />
  );
  const firm = <End label={t('gaps.firm')} end="largeIndustry" any={t('gaps.anyFirm')} asked={asked} change={change} />;
  const distance = (
    <ChoiceMenu
      label={t('gaps.distance')}
      value={asked.withinKm === null ? t('gaps.anyDistance') : kilometres(asked.withinKm)}
      look="word"
      chosen={asked.withinKm === null ? 'ANY' : String(asked.withinKm)}
      sections={[{ id: 'distance', title: null, choices: distances }]}
      onChoose={(id) => change({ withinKm: RADII.find((km) => String(km) === id) ?? null })}
    />
  );
  return (
    <div className="analysis-sentence">
      <p>
        <Trans i18nKey="gaps.sentence" components={{ cluster, firm, distance }} />
      </p>
    </div>
  );
}

/** One end of the pair: a node that was chosen, or any. */
function End({
  label,
  end,
  any,
  asked,
  change,
}: {
  readonly label: string;
  readonly end: 'cluster' | 'largeIndustry';
  readonly any: string;
  readonly asked: GapsAsked;
  readonly change: Change;
}): ReactElement {
  const { t } = useTranslation();
  const node = asked[end];
  return (
    <span className="gap-end">
      <NodeChoice
        label={label}
        node={node}
        none={any}
        types={END_TYPES[end]}
        onChoose={(id) => change({ [end]: id })}
      />
      {node !== null && (
        <IconButton icon="close" label={t('gaps.letGo', { any })} onPress={() => change({ [end]: null })} />
      )}
    </span>
  );
}

const END_TYPES = { cluster: ['SmiCluster'], largeIndustry: ['LargeIndustry'] } as const;

/** Place, sector and date of the question hold here, too. */
function UnderFilters({ asked }: { readonly asked: GapsAsked }): ReactElement {
  const { t } = useTranslation();
  const { language, list } = useFormats();
  const { place, sector, asOf, largeIndustry } = useExploration((exploration) => exploration.question);
  const nodes = useExploration((exploration) => exploration.nodes);
  const filters = [
    ...(asked.cluster === null ? [place, sector] : []),
    ...(asked.largeIndustry === null ? [largeIndustry] : []),
  ].flatMap((id) => (id === null ? [] : [nodes[id]?.name ?? id]));
  const date = asOf === null ? t('filter.anyDate') : dateText(asOf, language);
  return (
    <>{filters.length === 0 ? t('gaps.under', { date }) : t('gaps.underFilters', { date, filters: list(filters) })}</>
  );
}

function Found({
  gaps,
  asked,
  change,
  more,
}: {
  readonly gaps: Gaps;
  readonly asked: GapsAsked;
  readonly change: Change;
  readonly more: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const shown = gaps.nodes.length;
  return (
    <>
      <h3 className="analysis-sum gap-sum">
        <span role="status">{t('gaps.found', { count: gaps.totalCount })}</span>
        <span className="analysis-sum-note">{t('gaps.order')}</span>
      </h3>
      {gaps.totalCount === 0 && (
        <div className="analysis-note">
          <p>{t('gaps.none')}</p>
          {asked.withinKm !== null && (
            <Button onPress={() => change({ withinKm: null })}>{t('gaps.letGoDistance')}</Button>
          )}
          {!asked.wide && <Button onPress={() => change({ wide: true })}>{t('gaps.askWide')}</Button>}
        </div>
      )}
      {shown > 0 && <DrawCandidates gaps={gaps} />}
      <GapList gaps={gaps.nodes} />
      <div className="cut analysis-cut">
        <p>{t('gaps.shown', { shown: number(shown), total: number(gaps.totalCount) })}</p>
        {shown < gaps.totalCount && shown < MOST_ROWS && <Button onPress={more}>{t('gaps.more')}</Button>}
        {gaps.unknownDistanceCount > 0 && <p>{t('gaps.unknownDistance', { count: gaps.unknownDistanceCount })}</p>}
      </div>
      {asked.cluster === null && asked.largeIndustry === null && <WithoutCandidate gaps={gaps} />}
    </>
  );
}
