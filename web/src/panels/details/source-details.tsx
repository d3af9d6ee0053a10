import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asRelationId, MEASURES, type SourceId } from '#vocabulary';
import { ROWS_AT_ONCE, useSourceDetails } from '../../actions/asking-details.ts';
import type { SourceDetails } from '../../actions/asking.ts';
import { useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { dateText, periodText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure, Waiting } from '../states.tsx';
import { isMutual, periodOf, relationWord } from '../words.ts';
import { CiteButton } from './cite-button.tsx';
import { partialDate, webAddress } from './evidence-list.tsx';
import { FigureValue } from './figures.tsx';
import { RestrictedMark, RestrictedTag } from './restricted-mark.tsx';

/** The most rows the API gives of one source at once. */
const MOST = 200;

/** A source: who, when, under which terms, and everything that rests on it. */
export function SourcePanel({ id }: { readonly id: SourceId }): ReactElement {
  const { t } = useTranslation();
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const details = useSourceDetails(id, rows);
  const [last, setLast] = useState<SourceDetails | null>(null);
  if (details.status === 'ready' && details.value !== last) setLast(details.value);
  if (details.status === 'failed') return <Failure fault={details.fault} again={details.again} />;
  const source = details.status === 'ready' ? details.value : last;
  if (source === null) return <Waiting awaited={t('state.waitingDetails')} rows={5} />;
  return <SourceBody source={source} more={rows < MOST ? () => setRows(Math.min(MOST, rows * 3)) : null} />;
}

function SourceBody({
  source,
  more,
}: {
  readonly source: SourceDetails;
  readonly more: (() => void) | null;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const address = webAddress(source.url);
  const facts: readonly (readonly [string, string])[] = [
    [t('details.publisher'), source.publisher],
    [
      t('details.date'),
      source.date === null ? t('details.undatedSource') : dateText(partialDate(source.date), language),
    ],
    [t('details.licence'), source.licence],
    ...(source.note === null ? [] : [[t('details.note'), source.note] as const]),
  ];
  return (
    <>
      <header className="details-head">
        <p className="details-type">{t('details.source')}</p>
        <h2 className="details-title">{source.title}</h2>
        <RestrictedMark restricted={source.restricted} />
        <div className="source-actions">
          {address !== null && (
            <a className="button button-outline" href={address} target="_blank" rel="noreferrer noopener">
              {t('details.openSource')} <Icon name="external" />
              <span className="spoken">: {t('details.leaves')}</span>
            </a>
          )}
          <CiteButton source={{ ...source, read: source.note }} />
        </div>
      </header>
      <dl className="facts">
        {facts.map(([label, text]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <section className="groups">
        <h3 className="section-title">{t('details.restOnIt')}</h3>
        <RestingRelations source={source} more={more} />
        <RestingFigures source={source} more={more} />
        <RestingNodes source={source} more={more} />
      </section>
    </>
  );
}

interface RestingProps {
  readonly source: SourceDetails;
  readonly more: (() => void) | null;
}

function More({
  shown,
  total,
  more,
}: {
  readonly shown: number;
  readonly total: number;
  readonly more: (() => void) | null;
}): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (shown >= total) return null;
  return (
    <p className="cut">
      {t('details.shownOf', { shown: number(shown), total: number(total) })}{' '}
      {more !== null && (
        <Button look="text" onPress={more}>
          {t('details.showMore')}
        </Button>
      )}
    </p>
  );
}

function RestingRelations({ source, more }: RestingProps): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { selectRelation } = useExplorer();
  return (
    <Resting
      words={t('details.relationsOf')}
      total={source.relations.totalCount}
      more={more}
      startsOpen
      rows={source.relations.nodes.map((relation) => (
        <li key={relation.id}>
          <button type="button" className="row row-relation" onClick={() => selectRelation(asRelationId(relation.id))}>
            <LineGlyph
              family={relation.family}
              inferred={relation.evidenceClass !== 'DOCUMENTED'}
              directed={!isMutual(relation.type)}
            />
            <span className="row-words">
              {nameIn(relation.fromNode, language)} {relationWord(relation.type, 'OUT', language)}{' '}
              {nameIn(relation.toNode, language)} <RestrictedTag restricted={relation.restricted} />
            </span>
            <span className="row-date">{periodText(periodOf(relation.period), language)}</span>
          </button>
        </li>
      ))}
    />
  );
}

function RestingFigures({ source, more }: RestingProps): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { openNode } = useExplorer();
  return (
    <Resting
      words={t('details.figuresOf')}
      total={source.figures.totalCount}
      more={more}
      rows={source.figures.nodes.map((figure) => (
        <li key={figure.id}>
          <button type="button" className="row row-relation" onClick={() => openNode(figure.about)}>
            <NodeGlyph type={figure.about.type} size={15} />
            <span className="row-words">
              {nameIn(figure.about, language)}, {MEASURES[figure.measure].label[language]}:{' '}
              <FigureValue figure={figure} /> <RestrictedTag restricted={figure.restricted} />
            </span>
          </button>
        </li>
      ))}
    />
  );
}

function RestingNodes({ source, more }: RestingProps): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { openNode } = useExplorer();
  return (
    <Resting
      words={t('details.nodesOf')}
      total={source.nodes.totalCount}
      more={more}
      rows={source.nodes.nodes.map((node) => (
        <li key={node.id}>
          <button type="button" className="row row-relation" onClick={() => openNode(node)}>
            <NodeGlyph type={node.type} size={15} />
            <span className="row-words">
              {nameIn(node, language)} <RestrictedTag restricted={node.restricted} />
            </span>
          </button>
        </li>
      ))}
    />
  );
}

interface RestingListProps {
  readonly words: string;
  readonly rows: readonly ReactElement[];
  readonly total: number;
  readonly more: (() => void) | null;
  readonly startsOpen?: boolean;
}

/** What rests on the source of one kind: how many, the first of them, and the way to more. Nothing when there are none. */
function Resting({ words, rows, total, more, startsOpen = false }: RestingListProps): ReactElement | null {
  const { number } = useFormats();
  if (total === 0) return null;
  return (
    <Disclosure
      startsOpen={startsOpen}
      summary={
        <>
          <span className="group-words">{words}</span>
          <span className="group-count">{number(total)}</span>
        </>
      }
    >
      {() => (
        <>
          <ul className="rows">{rows}</ul>
          <More shown={rows.length} total={total} more={more} />
        </>
      )}
    </Disclosure>
  );
}
