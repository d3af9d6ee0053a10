import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { broughtByTrace, drawnTrace, useTrace, type Trace, type TraceAsked } from '../../actions/tracing.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import type { TiersTraced } from '../../exploration/way.ts';
import { useFormats, useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { Failure, Waiting } from '../states.tsx';
import { useLast } from '../use-last.ts';
import { askOther, firstAsked, MOST_WAYS, moreRows, type Asked } from './asked.ts';
import { NoTiers } from './no-tiers.tsx';
import { showTrace } from './shown-trace.ts';
import { TierActions } from './tier-actions.tsx';
import { TierFacts } from './tier-facts.tsx';
import { TierList } from './tier-list.tsx';
import { TiersAsked } from './tiers-asked.tsx';
import './tiers.css';

/** Suppliers or buyers tier by tier: asked as a sentence, listed with their routes, drawn beside the list. */
export function TiersPanel({
  root,
  direction,
}: {
  readonly root: NodeId | null;
  readonly direction: TiersTraced;
}): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>(() => firstAsked(root, direction));
  const change = (other: Partial<Asked>): void => setAsked((before) => askOther(before, other));
  const question = useExploration((exploration) => exploration.question);
  const wanted = useMemo(() => wantedOf(asked), [asked]);
  const answer = useTrace(wanted, question);
  const key = JSON.stringify([{ ...wanted, rows: 0 }, question.asOf, question.evidence]);
  const traced = useLast(key, answer.status === 'ready' ? answer.value : null);
  const trace = traced?.refused === null ? traced.trace : null;
  useShown(wanted, trace);
  return (
    <AnalysisFrame title={t('tiers.title')} keepsFocus={root === null}>
      <TiersAsked asked={asked} change={change} question={question} asOf={trace?.asOf ?? question.asOf} />
      <div className="answer-scroll">
        {wanted === null && <p className="analysis-note">{t('tiers.chooseRoot')}</p>}
        {wanted !== null && answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
        {wanted !== null && answer.status === 'loading' && traced === null && (
          <Waiting awaited={t('tiers.waiting')} rows={6} />
        )}
        {wanted !== null && traced?.refused !== null && traced !== null && <Refused detail={traced.refused} />}
        {wanted !== null && trace !== null && trace.totalCount === 0 && (
          <NoTiers asked={wanted} trace={trace} question={question} change={change} />
        )}
        {wanted !== null && trace !== null && trace.totalCount > 0 && (
          <>
            <TierFacts asked={wanted} trace={trace} />
            <TierActions asked={wanted} trace={trace} />
            <TierList asked={wanted} trace={trace} onDeeper={() => change({ depth: wanted.depth + 1 })} />
            <MoreWays trace={trace} rows={asked.rows} show={(rows) => setAsked((before) => ({ ...before, rows }))} />
          </>
        )}
      </div>
    </AnalysisFrame>
  );
}

function wantedOf({ root, ...asked }: Asked): TraceAsked | null {
  return root === null ? null : { root, ...asked };
}

/** Hands the trace to the picture and the table, and lights it in graph and map, for as long as it is looked at. */
function useShown(asked: TraceAsked | null, trace: Trace | null): void {
  const { lightWay } = useExplorer();
  const language = useLanguage();
  const asOf = useExploration((exploration) => exploration.question.asOf);
  const found = trace !== null && trace.ways.length > 0 ? trace : null;
  const way = useMemo(() => (asked === null || found === null ? null : drawnTrace(asked, found.ways)), [asked, found]);
  const isLit = useExploration(
    ({ lit, relations }) =>
      (lit?.way ?? null) === way && (way?.relations.every((id) => relations[id] !== undefined) ?? true),
  );
  useEffect(() => {
    showTrace(asked === null || found === null ? null : { asked, trace: found });
  }, [asked, found]);
  useEffect(() => {
    if (isLit) return;
    if (way === null || found === null) lightWay(null);
    else lightWay(way, broughtByTrace(found.ways, language, asOf));
  }, [way, found, isLit, language, asOf, lightWay]);
  useEffect(
    () => () => {
      showTrace(null);
      lightWay(null);
    },
    [lightWay],
  );
}

/** Shares that exceed the whole are a disagreement: nothing is scaled down, and the reason is said. */
function Refused({ detail }: { readonly detail: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <Notice
      alert
      glyph={
        <span className="failure-sign">
          <Icon name="warning" size={24} />
        </span>
      }
      title={t('tiers.refused')}
    >
      <p>{t('tiers.refusedNote')}</p>
      <p lang="en">{detail}</p>
    </Notice>
  );
}

function MoreWays({
  trace: { ways, totalCount, hasMore },
  rows,
  show,
}: {
  readonly trace: Trace;
  readonly rows: number;
  readonly show: (rows: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const counts = { shown: number(ways.length), total: number(totalCount) };
  return (
    <div className="cut analysis-cut">
      <p role="status">{hasMore ? t('tiers.shownMore', counts) : t('tiers.shown', counts)}</p>
      {ways.length < totalCount && rows < MOST_WAYS && (
        <Button onPress={() => show(moreRows(rows))}>{t('tiers.more')}</Button>
      )}
      {ways.length < totalCount && rows >= MOST_WAYS && <p>{t('tiers.most', { total: number(MOST_WAYS) })}</p>}
    </div>
  );
}
