import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { useInputOutput, useInputOutputTables, type InputOutputTable } from '../../actions/input-output.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats, useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { save } from '../export/save.ts';
import { Failure, Waiting } from '../states.tsx';
import { useLast } from '../use-last.ts';
import { askOther, FIRST_ASKED, FLOW_COUNTS, MATRICES, ORDERS, PICTURES, tableAsked, type Asked } from './asked.ts';
import { inputOutputCsv } from './input-output-csv.ts';
import './input-output.css';
import { ShownAs } from './input-output-view.tsx';
import { KeySectors } from './key-sectors.tsx';
import { LoadTable } from './load-table.tsx';
import { useOwnTables } from './own-tables.ts';
import { SectorFacts } from './sector-facts.tsx';
import { showTable, type ShownTable } from './shown-table.ts';
import { useFigures } from './use-figures.ts';

type Change = (change: Partial<Asked>) => void;

/** An input-output table: what it says of its sectors, and its pictures beside. */
export function InputOutputPanel({
  picture = FIRST_ASKED.picture,
  sector = null,
}: {
  /** Absent: the usual one. */
  readonly picture?: Asked['picture'] | undefined;
  /** Code of the sector that is looked at closely; absent: none. */
  readonly sector?: string | null | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asked, setAsked] = useState<Asked>({ ...FIRST_ASKED, picture, sector });
  const [loading, setLoading] = useState(false);
  const answer = useInputOutput(tableAsked(asked), language);
  const tableKey = typeof asked.table === 'object' ? (asked.table?.id ?? 'usual') : asked.table;
  const last = useLast(`${tableKey} ${language}`, answer.status === 'ready' ? answer.value : null);
  const shown = useMemo((): ShownTable | null => {
    if (last === null) return null;
    // While another matrix is awaited the one of before stands under its own name.
    const { of, without } = last.asked;
    const change: Change = (other) => setAsked((before) => askOther(before, other));
    return { asked: { ...asked, of, sector: without }, table: last.table, change };
  }, [asked, last]);
  const change: Change = (other) => setAsked((before) => askOther(before, other));
  useEffect(() => showTable(shown), [shown]);
  useEffect(() => () => showTable(null), []);
  return (
    <AnalysisFrame title={t('inputOutput.title')}>
      <div className="analysis-asked">
        <Sentence asked={asked} change={change} table={shown?.table ?? null} />
        <div className="rank-buttons">
          <More asked={asked} change={change} />
          <Button onPress={() => setLoading(!loading)} aria-expanded={loading}>
            {t('inputOutput.load')}
          </Button>
          {shown !== null && <Download shown={shown} />}
        </div>
      </div>
      <div className="answer-scroll">
        {loading && (
          <LoadTable
            onRead={(own) => {
              change({ table: own });
              setLoading(false);
            }}
          />
        )}
        {answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
        {answer.status === 'loading' && shown === null && <Waiting awaited={t('inputOutput.waiting')} rows={6} />}
        {shown !== null && <Found shown={shown} />}
      </div>
    </AnalysisFrame>
  );
}

/** Which picture, of which table. */
function Sentence({
  asked,
  change,
  table,
}: {
  readonly asked: Asked;
  readonly change: Change;
  readonly table: InputOutputTable | null;
}): ReactElement {
  const { t } = useTranslation();
  const tables = useInputOutputTables();
  const own = useOwnTables();
  const picture = (
    <ChoiceMenu
      label={t('inputOutput.pictureLabel')}
      value={t(`inputOutput.pictureShort.${asked.picture}`)}
      look="word"
      chosen={asked.picture}
      sections={[
        {
          id: 'pictures',
          title: null,
          choices: PICTURES.map((id) => ({
            id,
            text: t(`inputOutput.picture.${id}`),
            note: t(`inputOutput.pictureNote.${id}`),
          })),
        },
      ]}
      onChoose={(id) => change({ picture: PICTURES.find((one) => one === id) ?? asked.picture })}
    />
  );
  const named = (name: string, year: string): string =>
    name.includes(year) ? name : t('inputOutput.tableName', { name, year });
  const listed = tables.status === 'ready' ? tables.value : [];
  const which = (
    <ChoiceMenu
      label={t('inputOutput.table')}
      value={table === null ? '…' : named(table.name, table.year)}
      look="word"
      chosen={table?.id ?? ''}
      sections={[
        {
          id: 'server',
          title: t('inputOutput.tablesHere'),
          choices: listed.map(({ id, name, year }) => ({ id, text: named(name, year) })),
        },
        {
          id: 'own',
          title: t('inputOutput.tablesOwn'),
          choices: own.map(({ id, file }) => ({ id, text: named(file.name, file.year) })),
        },
      ].filter(({ choices }) => choices.length > 0)}
      onChoose={(id) => change({ table: own.find((one) => one.id === id) ?? id })}
    />
  );
  return (
    <div className="analysis-sentence">
      <p>
        <Trans i18nKey="inputOutput.sentence" components={{ picture, table: which }} />
      </p>
    </div>
  );
}

/** What more a picture can be asked for: a matrix, an order, a number of flows. */
function More({ asked, change }: { readonly asked: Asked; readonly change: Change }): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (asked.picture === 'MATRIX') {
    return (
      <ChoiceMenu
        label={t('inputOutput.matrixLabel')}
        value={t(`inputOutput.matrix.${asked.of}`)}
        look="filter"
        chosen={asked.of}
        sections={[
          {
            id: 'matrices',
            title: null,
            choices: MATRICES.map((id) => ({
              id,
              text: t(`inputOutput.matrix.${id}`),
              note: t(`inputOutput.matrixNote.${id}`),
            })),
          },
        ]}
        onChoose={(id) => change({ of: MATRICES.find((one) => one === id) ?? asked.of })}
      />
    );
  }
  if (asked.picture === 'LINKAGES') {
    return (
      <ChoiceMenu
        label={t('inputOutput.orderLabel')}
        value={t(`inputOutput.order.${asked.order}`)}
        look="filter"
        chosen={asked.order}
        sections={[
          { id: 'orders', title: null, choices: ORDERS.map((id) => ({ id, text: t(`inputOutput.order.${id}`) })) },
        ]}
        onChoose={(id) => change({ order: ORDERS.find((one) => one === id) ?? asked.order })}
      />
    );
  }
  if (asked.picture === 'EXTRACTION') return null;
  return (
    <ChoiceMenu
      label={t('inputOutput.countLabel')}
      value={number(asked.flows)}
      look="filter"
      chosen={String(asked.flows)}
      sections={[
        { id: 'counts', title: null, choices: FLOW_COUNTS.map((id) => ({ id: String(id), text: number(id) })) },
      ]}
      onChoose={(id) => change({ flows: FLOW_COUNTS.find((one) => String(one) === id) ?? asked.flows })}
    />
  );
}

function Download({ shown: { table, asked } }: { readonly shown: ShownTable }): ReactElement {
  const { t } = useTranslation();
  const download = (): void => {
    const name = fileName(`${t(`inputOutput.picture.${asked.picture}`)} ${table.name}`, new Date(), 'csv');
    save({ name, blob: new Blob([inputOutputCsv(table, asked)], { type: 'text/csv' }) });
  };
  return (
    <Button onPress={download}>
      <Icon name="export" /> {t('ranks.download')}
    </Button>
  );
}

/** What the table says beside its picture; on a phone with the picture in it. */
function Found({ shown }: { readonly shown: ShownTable }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { table, asked, change } = shown;
  const { rupiah, unit } = useFigures(table);
  const phone = useMedia(PHONE);
  return (
    <>
      <AsTable phone={phone} shown={shown} />
      {asked.sector !== null && <SectorFacts shown={shown} close={() => change({ sector: null })} />}
      <KeySectors shown={shown} />
      <section className="io-about" aria-label={t('inputOutput.about')}>
        <h3 className="io-head">{t('inputOutput.about')}</h3>
        <p>
          {t('inputOutput.aboutSize', { sectors: number(table.sectors.length), output: rupiah(table.totalOutput) })}{' '}
          {t('inputOutput.aboutUnit', { unit })}
        </p>
        <ul>
          {table.sources.map(({ id, title, publisher, url }) => (
            <li key={id}>
              {t('inputOutput.source', { publisher, title })}{' '}
              {url !== null && (
                <a href={url} target="_blank" rel="noreferrer">
                  {t('inputOutput.sourceLink')}
                </a>
              )}
            </li>
          ))}
        </ul>
        {table.fromFile && <p>{t('inputOutput.fromFile', { name: table.name })}</p>}
      </section>
    </>
  );
}

/** A picture or rows: on a phone here, else in the place beside, as the view says. */
function AsTable({ phone, shown }: { readonly phone: boolean; readonly shown: ShownTable }): ReactElement {
  const { t } = useTranslation();
  const { setView } = useExplorer();
  const view = useExploration((exploration) => exploration.view);
  const [rows, setRows] = useState(false);
  const asTable = phone ? rows : view === 'TABLE';
  return (
    <>
      <div className="rank-buttons io-switch">
        <Button
          onPress={() => {
            if (phone) setRows(!rows);
            else setView(asTable ? 'GRAPH' : 'TABLE');
          }}
        >
          <Icon name={asTable ? 'graph' : 'table'} /> {asTable ? t('inputOutput.asPicture') : t('inputOutput.asTable')}
        </Button>
      </div>
      {phone && (
        <div className="io-inside">
          <ShownAs shown={shown} as={rows ? 'TABLE' : 'PICTURE'} />
        </div>
      )}
    </>
  );
}
