import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePartialDate, parseSourceId, type PartialDate } from '#vocabulary';
import type { EvidencePieceFragment, SourceSummaryFragment } from '../../actions/asking.ts';
import { useExplorer } from '../../actions/explorer-context.ts';
import { dateText } from '../../exploration/period-text.ts';
import { useFormats, useLanguage } from '../../languages/use-language.ts';
import { Icon } from '../../ui/icon.tsx';
import { RestrictedTag } from './restricted-mark.tsx';

/** The number a source has in the list of the panel, by source id. */
export type SourceNumbers = ReadonlyMap<string, number>;

/** The API's dates are partial dates. */
export function partialDate(text: string): PartialDate {
  return parsePartialDate(text);
}

/** An address we may lead to: of the web, nothing that runs. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//.test(url) ? url : null;
}

/** The sources of all that the panel says, newest first. */
export function EvidenceList({
  sources,
  note,
  nothing,
}: {
  readonly sources: readonly SourceSummaryFragment[];
  readonly note: string | null;
  readonly nothing: string;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="evidence">
      <div className="section-head">
        <h3 className="section-title">{t('details.evidence')}</h3>
        <span className="section-note">{note ?? t('details.sourcesNewest', { count: sources.length })}</span>
      </div>
      {sources.length === 0 ? (
        <p className="details-text">{nothing}</p>
      ) : (
        <ol>
          {sources.map((source, index) => (
            <SourceRow key={source.id} source={source} number={index + 1} />
          ))}
        </ol>
      )}
    </section>
  );
}

function SourceRow({
  source,
  number,
}: {
  readonly source: SourceSummaryFragment;
  readonly number: number;
}): ReactElement {
  const { t } = useTranslation();
  const { language, number: format } = useFormats();
  const { selectSource } = useExplorer();
  const date = source.date === null ? t('details.undatedSource') : dateText(partialDate(source.date), language);
  return (
    <li className="source">
      <span className="source-number" aria-hidden="true">
        {format(number)}
      </span>
      <button type="button" className="source-button" onClick={() => selectSource(parseSourceId(source.id))}>
        <span className="source-title">{source.title}</span>
        <span className="source-from">
          {source.publisher}, {date} <RestrictedTag restricted={source.restricted} />
        </span>
      </button>
      <ExternalLink url={source.url} title={source.title} />
    </li>
  );
}

/** Leads out, in a new tab, without saying where from. */
export function ExternalLink({
  url,
  title,
}: {
  readonly url: string | null;
  readonly title: string;
}): ReactElement | null {
  const { t } = useTranslation();
  const address = webAddress(url);
  if (address === null) return null;
  return (
    <a
      className="external"
      href={address}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={`${title}: ${t('details.leaves')}`}
    >
      <Icon name="external" />
    </a>
  );
}

/** Small numbers that lead to the sources of one figure. */
export function SourceMarks({
  pieces,
  numbers,
}: {
  readonly pieces: readonly EvidencePieceFragment[];
  readonly numbers: SourceNumbers;
}): ReactElement {
  const language = useLanguage();
  const { selectSource } = useExplorer();
  return (
    <>
      {pieces.map(({ source }) => {
        const number = numbers.get(source.id);
        return number === undefined ? null : (
          <button
            key={source.id}
            type="button"
            className="source-mark"
            aria-label={[
              source.publisher,
              source.date === null ? '' : dateText(partialDate(source.date), language),
            ].join(' ')}
            onClick={() => selectSource(parseSourceId(source.id))}
          >
            {number}
          </button>
        );
      })}
    </>
  );
}
