import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId, NodeType } from '#vocabulary';
import { useExploration } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { useCoverage, useOverlaps, type Coverage, type Overlaps, type SupportAsked } from '../../actions/programmes.ts';
import type { Question } from '../../exploration/question.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { save } from '../export/save.ts';
import '../fragility/fragility.css';
import { Failure, Waiting } from '../states.tsx';
import { useFilterWords } from '../under-filters.tsx';
import { useLast } from '../use-last.ts';
import { periodOf } from '../words.ts';
import { firstSupportAsked, GROUPED_BY, type GroupedBy } from './asked.ts';
import { ClusterOverlaps, PlaceOverlaps } from './overlap-list.tsx';
import { PhasesAndCriteria } from './phase-lists.tsx';
import { coverageCsv } from './programmes-csv.ts';
import './programmes.css';
import { EndedWithoutBuyer, WithoutPublicSupport } from './reached-lists.tsx';
import { SupportPicture } from './support-picture.tsx';
import { SupportSentence } from './support-sentence.tsx';
import { SupportTable } from './support-table.tsx';
import { yearsOf, type Years } from './timeline.ts';

/** Which support reached whom and when: along the years or as a table, where supports met, phases, criteria, and whom none reached. */
export function ProgrammesPanel({
  of,
  type,
}: {
  readonly of: NodeId | null;
  readonly type: NodeType | null;
}): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<SupportAsked>(() => firstSupportAsked(of, type));
  const question = useExploration((exploration) => exploration.question);
  const coverage = useCoverage(asked, question);
  const overlaps = useOverlaps('CLUSTER', asked, question);
  const key = JSON.stringify({ asked, question });
  const found = useLast(key, coverage.status === 'ready' ? coverage.value : null);
  const met = useLast(key, overlaps.status === 'ready' ? overlaps.value : null);
  const years = useWidestYears(found);
  return (
    <AnalysisFrame title={t('programmes.title')}>
      <div className="analysis-asked">
        <SupportSentence asked={asked} years={years} change={(change) => setAsked({ ...asked, ...change })} />
        <UnderFilters asked={asked} question={question} />
      </div>
      <div className="answer-scroll">
        {coverage.status === 'failed' && <Failure fault={coverage.fault} again={coverage.again} />}
        {overlaps.status === 'failed' && <Failure fault={overlaps.fault} again={overlaps.again} />}
        {found === null && coverage.status === 'loading' && <Waiting awaited={t('programmes.waiting')} rows={6} />}
        {found !== null && <Rows coverage={found} overlaps={met} asked={asked} question={question} />}
        {found !== null && (
          <>
            {met !== null && <ClusterOverlaps overlaps={met} />}
            <PlaceOverlaps asked={asked} question={question} />
            <WithoutPublicSupport coverage={found} />
            <EndedWithoutBuyer coverage={found} />
            <PhasesAndCriteria question={question} />
          </>
        )}
      </div>
    </AnalysisFrame>
  );
}

/** Years named by any answer so far, so that a narrower question leaves the others to be chosen. */
function useWidestYears(coverage: Coverage | null): Years | null {
  const [widest, setWidest] = useState<Years | null>(null);
  const now = coverage === null ? null : yearsOf(coverage.nodes.map(({ support }) => periodOf(support.period)));
  if (now === null) return widest;
  if (widest !== null && widest.first <= now.first && widest.last >= now.last) return widest;
  const next = {
    first: Math.min(now.first, widest?.first ?? now.first),
    last: Math.max(now.last, widest?.last ?? now.last),
  };
  setWidest(next);
  return next;
}

/** Evidence, date, place and sector of the question hold here, too. */
function UnderFilters({
  asked,
  question,
}: {
  readonly asked: SupportAsked;
  readonly question: Question;
}): ReactElement {
  const { t } = useTranslation();
  const { list } = useFormats();
  const nodes = useExploration((exploration) => exploration.nodes);
  const { evidence, date } = useFilterWords(question);
  const ownTime = asked.from !== null || asked.to !== null;
  const only = asked.cluster === null ? [asked.place === null ? question.place : null, question.sector] : [];
  const filters = only.flatMap((id) => (id === null ? [] : [nodes[id]?.name ?? id]));
  return (
    <p className="analysis-under">
      {t('programmes.under', { evidence, date: ownTime ? t('programmes.ownTime') : date })}
      {filters.length > 0 && ` ${t('programmes.underFilters', { filters: list(filters) })}`}
    </p>
  );
}

function Rows({
  coverage,
  overlaps,
  asked,
  question,
}: {
  readonly coverage: Coverage;
  readonly overlaps: Overlaps | null;
  readonly asked: SupportAsked;
  readonly question: Question;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [view, setView] = useState<'PICTURE' | 'TABLE'>('PICTURE');
  const [by, setBy] = useState<GroupedBy>('CLUSTER');
  const rows = coverage.nodes;
  const named = yearsOf(rows.map(({ support }) => periodOf(support.period)));
  const today = Number(coverage.referenceDay.slice(0, 4));
  // The years that were asked for are the picture's: one support of long ago would make all others small.
  const first = asked.from === null ? (named?.first ?? today) : Number(asked.from);
  const years = { first, last: Math.max(first, asked.to === null ? (named?.last ?? today) : Number(asked.to)) };
  const views = ['PICTURE', 'TABLE'] as const;
  return (
    <section className="support-rows" aria-label={t('programmes.rows')}>
      <h3 className="analysis-sum">
        <span role="status">
          {t('programmes.found', { count: coverage.totalCount, shown: number(coverage.totalCount) })}
        </span>
      </h3>
      <div className="support-tools">
        <ChoiceMenu
          label={t('programmes.view')}
          value={t(`programmes.views.${view}`)}
          look="filter"
          chosen={view}
          sections={[
            { id: 'view', title: null, choices: views.map((id) => ({ id, text: t(`programmes.views.${id}`) })) },
          ]}
          onChoose={(id) => setView(views.find((one) => one === id) ?? 'PICTURE')}
        />
        {view === 'PICTURE' && (
          <ChoiceMenu
            label={t('programmes.groupedBy')}
            value={t(`programmes.group.${by}`)}
            look="filter"
            chosen={by}
            sections={[
              { id: 'by', title: null, choices: GROUPED_BY.map((id) => ({ id, text: t(`programmes.group.${id}`) })) },
            ]}
            onChoose={(id) => setBy(GROUPED_BY.find((one) => one === id) ?? 'CLUSTER')}
          />
        )}
        <Download coverage={coverage} question={question} />
      </div>
      {coverage.totalCount === 0 && <p className="analysis-note">{t('programmes.none')}</p>}
      {view === 'PICTURE' && rows.length > 0 && (
        <SupportPicture
          rows={rows}
          by={by}
          years={years}
          certain={overlaps?.nodes.filter(({ held }) => held === 'YES') ?? []}
        />
      )}
      {view === 'TABLE' && rows.length > 0 && <SupportTable rows={rows} />}
      <p className="support-cut">
        {t('ranks.shown', { shown: number(rows.length), total: number(coverage.totalCount) })}
      </p>
    </section>
  );
}

function Download({ coverage, question }: { readonly coverage: Coverage; readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { evidence, date } = useFilterWords(question);
  const download = (): void => {
    const text = coverageCsv(coverage, `${evidence}; ${date}`, (node) => nameIn(node, language));
    save({ name: fileName(t('programmes.title'), new Date(), 'csv'), blob: new Blob([text], { type: 'text/csv' }) });
  };
  return (
    <Button onPress={download}>
      <Icon name="export" /> {t('ranks.download')}
    </Button>
  );
}
