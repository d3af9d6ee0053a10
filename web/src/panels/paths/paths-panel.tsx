import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { parseNodeId, type NodeId, type NodeType } from '#vocabulary';
import { useWays, type Ways } from '../../actions/analysis.ts';
import { useExploration } from '../../actions/explorer-context.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { NodeChoice } from '../node-choice.tsx';
import { useCommands } from '../palette/commands.ts';
import { Failure, Waiting } from '../states.tsx';
import { useLast } from '../use-last.ts';
import { UnderFilters } from '../under-filters.tsx';
import { askOther, firstAsked, MOST_WAYS, moreRows, waysAsked, type Asked } from './asked.ts';
import { Exclusions } from './exclusions.tsx';
import { NoWay } from './no-way.tsx';
import './paths.css';
import { WayList } from './way-list.tsx';
import type { LeavingOut } from './way-steps.tsx';

/** The shortest ways between two nodes: asked as a sentence, looked at one by one, narrowed by what is left out. */
export function PathsPanel({ from, to }: { readonly from: NodeId | null; readonly to: NodeId | null }): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>(() => firstAsked(from, to));
  const change = (other: Partial<Asked>): void => setAsked((before) => askOther(before, other));
  const question = useExploration((exploration) => exploration.question);
  const fromType = useExploration((exploration) => typeOf(exploration.nodes, asked.from));
  const toType = useExploration((exploration) => typeOf(exploration.nodes, asked.to));
  const wanted = waysAsked(asked, [fromType, toType]);
  const answer = useWays(wanted, question);
  const key = JSON.stringify({ ...wanted, first: 0 });
  const ways = useLast(key, answer.status === 'ready' ? answer.value : null);
  const shown = ways?.nodes.length ?? 0;
  const step = (by: number): void =>
    setAsked((before) => ({ ...before, at: Math.min(Math.max(0, before.at + by), Math.max(0, shown - 1)) }));
  useWayKeys(step);
  useCommands(() => [
    { id: 'way-next', group: 'analysis', text: t('paths.next'), keys: NEXT_KEY, run: () => step(1) },
    { id: 'way-previous', group: 'analysis', text: t('paths.previous'), keys: PREVIOUS_KEY, run: () => step(-1) },
  ]);

  return (
    <AnalysisFrame title={t('paths.title')} keepsFocus={from === null || to === null}>
      <div className="analysis-asked">
        <PathsSentence asked={asked} change={change} />
        <UnderFilters question={question} />
        <Exclusions asked={asked} change={change} />
      </div>
      <div className="answer-scroll">
        {wanted === null && <p className="analysis-note">{t(hintOf(asked))}</p>}
        {wanted !== null && answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
        {wanted !== null && answer.status === 'loading' && ways === null && (
          <Waiting awaited={t('paths.waiting')} rows={5} />
        )}
        {wanted !== null && ways !== null && ways.totalCount === 0 && (
          <NoWay asked={asked} closedBy={ways.closedBy} question={question} change={change} />
        )}
        {wanted !== null && ways !== null && ways.totalCount > 0 && (
          <>
            <WayList
              ways={ways}
              asOf={question.asOf}
              at={Math.min(asked.at, shown - 1)}
              look={(at) => setAsked((before) => ({ ...before, at }))}
              leaveOut={leavingOut(asked, change)}
            />
            <MoreWays ways={ways} rows={asked.rows} show={(rows) => setAsked((before) => ({ ...before, rows }))} />
          </>
        )}
      </div>
    </AnalysisFrame>
  );
}

const NEXT_KEY = ']';
const PREVIOUS_KEY = '[';

function typeOf(nodes: Readonly<Record<NodeId, { readonly type: NodeType }>>, id: NodeId | null): NodeType | undefined {
  return id === null ? undefined : nodes[id]?.type;
}

function leavingOut(asked: Asked, change: (change: Partial<Asked>) => void): LeavingOut {
  return {
    type: (type) => change({ withoutTypes: [...asked.withoutTypes, type] }),
    node: ({ id }) => change({ withoutNodes: [...asked.withoutNodes, parseNodeId(id)] }),
  };
}

function hintOf({ from, to }: Asked): 'paths.chooseBoth' | 'paths.chooseTo' | 'paths.sameEnds' {
  if (from === null) return 'paths.chooseBoth';
  return to === null ? 'paths.chooseTo' : 'paths.sameEnds';
}

/** `[` and `]` go from way to way, wherever on the page the keyboard is but in a text. */
function useWayKeys(step: (by: number) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const elsewhere = event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]');
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || elsewhere) return;
    if (event.key !== NEXT_KEY && event.key !== PREVIOUS_KEY) return;
    event.preventDefault();
    step(event.key === NEXT_KEY ? 1 : -1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function PathsSentence({
  asked,
  change,
}: {
  readonly asked: Asked;
  readonly change: (change: Partial<Asked>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const choices = (['BOTH', 'OUT'] as const).map((id) => ({ id, text: t(`paths.${id}`) }));
  const from = (
    <NodeChoice
      label={t('paths.from')}
      node={asked.from}
      startsOpen={asked.from === null}
      onChoose={(id) => change({ from: id })}
    />
  );
  const to = (
    <NodeChoice
      label={t('paths.to')}
      node={asked.to}
      startsOpen={asked.from !== null && asked.to === null}
      onChoose={(id) => change({ to: id })}
    />
  );
  const direction = (
    <ChoiceMenu
      label={t('paths.direction')}
      value={t(`paths.${asked.direction}`)}
      look="word"
      chosen={asked.direction}
      sections={[{ id: 'direction', title: null, choices }]}
      onChoose={(id) => change({ direction: id === 'OUT' ? 'OUT' : 'BOTH' })}
    />
  );
  return (
    <div className="analysis-sentence">
      <p>
        <Trans i18nKey="paths.sentence" components={{ from, to, direction }} />
      </p>
      {asked.from !== null && asked.to !== null && (
        <IconButton icon="swap" label={t('paths.swap')} onPress={() => change({ from: asked.to, to: asked.from })} />
      )}
    </div>
  );
}

function MoreWays({
  ways: { nodes, totalCount, hasMore },
  rows,
  show,
}: {
  readonly ways: Ways;
  readonly rows: number;
  readonly show: (rows: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const counts = { shown: number(nodes.length), total: number(totalCount) };
  return (
    <div className="cut analysis-cut">
      <p role="status">{hasMore ? t('paths.shownMore', counts) : t('paths.shown', counts)}</p>
      {nodes.length < totalCount && <Button onPress={() => show(moreRows(rows))}>{t('paths.more')}</Button>}
      {hasMore && nodes.length >= totalCount && <p>{t('paths.most', { total: number(MOST_WAYS) })}</p>}
    </div>
  );
}
