import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import {
  OBSERVED,
  SUPPLY_TYPES,
  useSectorNames,
  useWhatIf,
  type AskedTable,
  type Shock,
} from '../../actions/what-if.ts';
import { dateText } from '../../exploration/period-text.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats, useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { save } from '../export/save.ts';
import type { AskedDemand } from '../open-panel.ts';
import { Failure, Waiting } from '../states.tsx';
import { UnderFilters, useFilterWords } from '../under-filters.tsx';
import {
  DEPTHS,
  firstAsked,
  inTable,
  MOST_SHOCKS,
  newDraft,
  SHOCK_KINDS,
  wanted,
  type Asked,
  type Draft,
} from './asked.ts';
import { Examples } from './examples.tsx';
import { Comparison } from './comparison.tsx';
import { ShockCard } from './shock-card.tsx';
import { Outcome } from './outcome.tsx';
import { TableChoice } from './table-choice.tsx';
import { showWhatIf, type ShownWhatIf } from './shown-what-if.ts';
import { useTableName } from './use-table-name.ts';
import { whatIfCsv, whatIfRows } from './what-if-rows.ts';
import './what-if.css';

/** What would happen to the others: shocks put together as sentences, their effects one by one, and side by side beside. */
export function WhatIfPanel({
  closes,
  demand,
}: {
  readonly closes: NodeId | null;
  /** A change of final demand that is asked at once; absent: none. */
  readonly demand?: AskedDemand | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { store } = useExplorer();
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const [asked, setAsked] = useState<Asked>(() =>
    firstAsked(closes === null ? null : (store.getState().nodes[closes] ?? null), demand ?? null),
  );
  const change = (other: Partial<Asked>): void => setAsked((before) => ({ ...before, ...other }));
  const ask = useMemo(() => wanted(asked), [asked]);
  const answer = useWhatIf(ask, question, language);
  const names = useShockNames(ask?.shocks ?? [], asked.table);
  const found = answer.status === 'ready' && answer.value.refused === null ? answer.value : null;
  const shown = useMemo(
    (): ShownWhatIf | null =>
      found === null ? null : { asked: found.asked, whatIf: found.whatIf, asOf: found.asOf, names },
    [found, names],
  );
  useEffect(() => showWhatIf(shown), [shown]);
  useEffect(() => () => showWhatIf(null), []);
  const setDraft = (draft: Draft): void =>
    change({ drafts: asked.drafts.map((one) => (one.key === draft.key ? draft : one)) });
  return (
    <AnalysisFrame title={t('whatIf.title')}>
      <div className="answer-scroll">
        <div className="wi-ask">
          <p className="analysis-under">{t('whatIf.assumptions')}</p>
          {asked.drafts.map((draft, index) => (
            <ShockCard
              key={draft.key}
              draft={draft}
              table={asked.table}
              position={index}
              change={setDraft}
              remove={() => change({ drafts: asked.drafts.filter(({ key }) => key !== draft.key) })}
            />
          ))}
          <div className="rank-buttons">
            {asked.drafts.length < MOST_SHOCKS &&
              SHOCK_KINDS.map((kind) => (
                <Button key={kind} onPress={() => change({ drafts: [...asked.drafts, newDraft(kind)] })}>
                  <Icon name="plus" size={12} /> {t(`whatIf.add.${kind}`)}
                </Button>
              ))}
          </div>
          <More asked={asked} change={change} />
          {asked.drafts.some(({ demand }) => demand !== null) && (
            <TableChoice table={asked.table} choose={(table) => change({ table, drafts: inTable(asked.drafts) })} />
          )}
          <UnderFilters question={question} />
        </div>
        {ask === null && <p className="analysis-note">{t('whatIf.nothing')}</p>}
        {asked.drafts.length === 0 && (
          <Examples close={(id) => change({ drafts: firstAsked(store.getState().nodes[id] ?? null).drafts })} />
        )}
        {ask !== null && answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
        {ask !== null && answer.status === 'loading' && <Waiting awaited={t('whatIf.waiting')} rows={6} />}
        {answer.status === 'ready' && answer.value.refused !== null && <Refused detail={answer.value.refused} />}
        {shown !== null && <Found shown={shown} />}
      </div>
    </AnalysisFrame>
  );
}

function More({
  asked: { depth, relationTypes },
  change,
}: {
  readonly asked: Asked;
  readonly change: (other: Partial<Asked>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const along = relationTypes.length === OBSERVED.length ? 'OBSERVED' : 'ALL';
  return (
    <div className="rank-buttons">
      <ChoiceMenu
        label={t('whatIf.depth')}
        value={number(depth)}
        look="filter"
        chosen={String(depth)}
        sections={[{ id: 'depth', title: null, choices: DEPTHS.map((id) => ({ id: String(id), text: number(id) })) }]}
        onChoose={(id) => change({ depth: DEPTHS.find((one) => String(one) === id) ?? depth })}
      />
      <ChoiceMenu
        label={t('whatIf.along')}
        value={t(`whatIf.types.${along}`)}
        look="filter"
        chosen={along}
        sections={[
          {
            id: 'types',
            title: null,
            choices: (['OBSERVED', 'ALL'] as const).map((id) => ({ id, text: t(`whatIf.types.${id}`) })),
          },
        ]}
        onChoose={(id) => change({ relationTypes: id === 'ALL' ? SUPPLY_TYPES : OBSERVED })}
      />
    </div>
  );
}

/** Each shock in words. */
function useShockNames(shocks: readonly Shock[], table: AskedTable): readonly string[] {
  const { t } = useTranslation();
  const { list, percent, number } = useFormats();
  const nodes = useExploration((exploration) => exploration.nodes);
  const sectors = useSectorNames(table, useLanguage());
  const sectorName = (code: string): string =>
    (sectors.status === 'ready' ? sectors.value.sectors : []).find((one) => one.code === code)?.name ?? code;
  return useMemo(
    () =>
      shocks.map(({ close, closePlaces, part, demand }) => {
        const closed = [...close, ...closePlaces].map((id) => nodes[id]?.name ?? id);
        const words = [
          ...(closed.length === 0
            ? []
            : [
                part === 1
                  ? t('whatIf.name.closes', { names: list(closed) })
                  : t('whatIf.name.loses', { names: list(closed), part: percent(part) }),
              ]),
          ...(demand === null
            ? []
            : [
                t('whatIf.name.demand', {
                  sector: sectorName(demand.sector),
                  change: `${demand.percent > 0 ? '+' : '−'}${number(Math.abs(demand.percent))} %`,
                }),
              ]),
        ];
        return list(words);
      }),
    // The names change with the language and with what is known only.
    // oxlint-disable-next-line react/exhaustive-deps
    [shocks, nodes, sectors.status, t],
  );
}

/** Shares above the whole, or goods that reach too many: nothing is scaled down or left out, and the reason is said. */
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
      title={t('whatIf.refused')}
    >
      <p lang="en">{detail}</p>
    </Notice>
  );
}

function Found({ shown }: { readonly shown: ShownWhatIf }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const tableName = useTableName();
  const { setView } = useExplorer();
  const view = useExploration((exploration) => exploration.view);
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const filters = useFilterWords({ evidence: question.evidence, asOf: shown.asOf });
  const phone = useMedia(PHONE);
  const [rows, setRows] = useState(false);
  const asTable = phone ? rows : view === 'TABLE';
  const { whatIf, names, asOf } = shown;
  const download = (): void => {
    const all = whatIfRows(whatIf, names, { node: (node) => nameIn(node, language), table: tableName });
    const ground = { evidence: filters.evidence, asOf: filters.date, revision: whatIf.revision };
    const name = fileName(`${t('whatIf.title')} ${names.join(' ')}`, new Date(), 'csv');
    save({ name, blob: new Blob([whatIfCsv(all, ground)], { type: 'text/csv' }) });
  };
  return (
    <>
      <p className="analysis-note wi-day">
        {question.asOf === null ? t('whatIf.referenceDay', { date: dateText(asOf, language) }) : ''}{' '}
        {t('whatIf.noSales')}
      </p>
      <div className="rank-buttons wi-actions">
        <Button
          onPress={() => {
            if (phone) setRows(!rows);
            else setView(asTable ? 'GRAPH' : 'TABLE');
          }}
        >
          <Icon name={asTable ? 'graph' : 'table'} /> {asTable ? t('inputOutput.asPicture') : t('inputOutput.asTable')}
        </Button>
        <Button onPress={download}>
          <Icon name="export" /> {t('ranks.download')}
        </Button>
      </div>
      {phone && (
        <div className="wi-inside">
          <Comparison shown={shown} as={rows ? 'TABLE' : 'PICTURE'} />
        </div>
      )}
      {whatIf.shocks.map((outcome, index) => (
        <Outcome key={names[index]} outcome={outcome} position={index} name={names[index] ?? ''} />
      ))}
    </>
  );
}
