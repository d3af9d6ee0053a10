import { useState, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { NODE_TYPES, RELATION_FAMILIES, type NodeId, type NodeType } from '#vocabulary';
import { useExploration, useVisibleGraph } from '../../actions/explorer-context.ts';
import { useRanks, type Ranks } from '../../actions/structure.ts';
import { MEASURES, type Measure } from '../../exploration/looks.ts';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { Failure, Waiting } from '../states.tsx';
import { useLast } from '../use-last.ts';
import { UnderFilters } from '../under-filters.tsx';
import { typesWord } from '../words.ts';
import { askOther, FIRST_ASKED, isFamily, moreRows, ranksAsked, type Asked } from './asked.ts';
import { RankActions } from './rank-actions.tsx';
import { RankTable } from './rank-table.tsx';
import './ranks.css';

/** The nodes that matter most by a measure: as a table with bars, as sizes on the canvas, and as a file. */
export function RanksPanel({ measure }: { readonly measure: Measure }): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>({ ...FIRST_ASKED, measure });
  const change = (other: Partial<Asked>): void => setAsked((before) => askOther(before, other));
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const inView = nodesOf(useVisibleGraph());
  const wanted = ranksAsked(asked, inView);
  const answer = useRanks(wanted, asked.rows, question);
  const key = JSON.stringify({ ...wanted, asOf: question.asOf, evidence: question.evidence });
  const ranks = useLast(key, answer.status === 'ready' ? answer.value : null);
  return (
    <AnalysisFrame title={t('ranks.title')}>
      <div className="analysis-asked">
        <Sentence asked={asked} change={change} />
        <UnderFilters question={question} />
        <p className="analysis-under">{t(`ranks.meaning.${asked.measure}`)}</p>
      </div>
      <div className="answer-scroll">
        {answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
        {answer.status === 'loading' && ranks === null && <Waiting awaited={t('ranks.waiting')} rows={8} />}
        {ranks !== null && (
          <Ranked
            ranks={ranks}
            asked={asked}
            wanted={wanted}
            more={() => setAsked({ ...asked, rows: moreRows(asked.rows) })}
          />
        )}
      </div>
    </AnalysisFrame>
  );
}

/** The nodes of the picture, those that stand gathered in a group too. */
function nodesOf({ nodes }: VisibleGraph): readonly NodeId[] {
  return nodes.flatMap((node) => node.group?.members ?? [node.id]).toSorted();
}

function Ranked({
  ranks,
  asked,
  wanted,
  more,
}: {
  readonly ranks: Ranks;
  readonly asked: Asked;
  readonly wanted: ReturnType<typeof ranksAsked>;
  readonly more: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { nodes, totalCount, nodeCount, pairCount, sampledFrom } = ranks;
  const over = { nodes: number(nodeCount), pairs: number(pairCount) };
  return (
    <>
      <p className="analysis-note">
        {t('ranks.over', over)}{' '}
        {sampledFrom === null
          ? t('ranks.exact')
          : t('ranks.sampled', { shown: number(sampledFrom), total: number(nodeCount) })}
      </p>
      {totalCount === 0 ? (
        <p className="analysis-note">{t('ranks.none')}</p>
      ) : (
        <>
          <RankActions ranks={ranks} asked={asked} size={wanted} />
          <RankTable ranks={ranks} measure={asked.measure} />
          <div className="cut analysis-cut">
            <p role="status">{t('ranks.shown', { shown: number(nodes.length), total: number(totalCount) })}</p>
            {nodes.length < totalCount && <Button onPress={more}>{t('ranks.more')}</Button>}
          </div>
        </>
      )}
    </>
  );
}

const ANY = 'ANY';
/** Types that link or are linked by goods, agreements and memberships, and what else may be asked for. */
const isType = (id: string): id is NodeType => Object.hasOwn(NODE_TYPES, id);
const isMeasure = (id: string): id is Measure => MEASURES.some((measure) => measure === id);

function Sentence({
  asked,
  change,
}: {
  readonly asked: Asked;
  readonly change: (change: Partial<Asked>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const menu = (
    label: string,
    chosen: string,
    choices: readonly { readonly id: string; readonly text: string; readonly note?: string }[],
    onChoose: (id: string) => void,
  ): ReactElement => (
    <ChoiceMenu
      label={label}
      value={choices.find(({ id }) => id === chosen)?.text ?? ''}
      look="word"
      chosen={chosen}
      sections={[{ id: label, title: null, choices }]}
      onChoose={onChoose}
    />
  );
  const types = [
    { id: ANY, text: t('ranks.nodes') },
    ...Object.keys(NODE_TYPES)
      .filter(isType)
      .map((id) => ({ id, text: typesWord(id, language) })),
  ];
  const families = [
    { id: 'USUAL', text: t('ranks.usual') },
    { id: 'ALL', text: t('ranks.all') },
    ...Object.keys(RELATION_FAMILIES)
      .filter(isFamily)
      .map((id) => ({ id, text: RELATION_FAMILIES[id].label[language] })),
  ];
  const parts = {
    type: menu(t('ranks.type'), asked.type ?? ANY, types, (id) => change({ type: isType(id) ? id : null })),
    measure: menu(
      t('ranks.measure'),
      asked.measure,
      MEASURES.map((id) => ({ id, text: t(`ranks.measures.${id}`), note: t(`ranks.short.${id}`) })),
      (id) => isMeasure(id) && change({ measure: id }),
    ),
    over: menu(
      t('ranks.overLabel'),
      asked.over,
      (['WHOLE', 'VIEW'] as const).map((id) => ({ id, text: t(`ranks.${id}`), note: t(`ranks.${id}Note`) })),
      (id) => change({ over: id === 'VIEW' ? 'VIEW' : 'WHOLE' }),
    ),
    families: menu(t('ranks.families'), asked.families, families, (id) =>
      change({ families: isFamily(id) || id === 'ALL' ? id : 'USUAL' }),
    ),
  };
  return (
    <div className="analysis-sentence">
      <p>
        <Trans i18nKey="ranks.sentence" components={parts} />
      </p>
    </div>
  );
}
