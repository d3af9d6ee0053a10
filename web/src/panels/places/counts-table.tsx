import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../actions/known.ts';
import type { PlaceProfile } from '../../actions/places.ts';
import { useFormats } from '../../languages/use-language.ts';
import { countOf, MEASURES, type Measure } from './measures.ts';

/** What is counted of each place, as numbers and as bars; a bar's full width is the row's largest number. */
export function CountsTable({ profiles }: { readonly profiles: readonly PlaceProfile[] }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  return (
    <table className="place-counts" data-places={profiles.length}>
      <caption className="spoken">{t('places.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('places.measure')}</th>
          {profiles.map(({ place }) => (
            <th key={place.id} scope="col">
              {nameIn(place, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {MEASURES.map((measure) => (
          <Row key={measure} measure={measure} profiles={profiles} />
        ))}
      </tbody>
    </table>
  );
}

/** The measure's colour is that of what it counts. */
const COLOURS: Partial<Record<Measure, string>> = {
  CLUSTERS: '--smi',
  GROUPS: '--smi',
  SMALL_INDUSTRIES: '--smi',
  LARGE_INDUSTRIES: '--large',
  FACILITIES: '--large',
  AGENCIES: '--support',
  ORGANISATIONS: '--support',
  supports: '--support',
  targets: '--support',
};

function Row({
  measure,
  profiles,
}: {
  readonly measure: Measure;
  readonly profiles: readonly PlaceProfile[];
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const most = Math.max(1, ...profiles.map((profile) => countOf(profile, measure)));
  return (
    <tr>
      <th scope="row">{t(`places.count.${measure}`)}</th>
      {profiles.map((profile) => {
        const count = countOf(profile, measure);
        return (
          <td key={profile.place.id}>
            <span>{number(count)}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect
                width={(count / most) * 100}
                height="8"
                fill={`var(${COLOURS[measure] ?? '--ink-2'})`}
                // A candidate is no relation: only an outline.
                {...(measure === 'gaps' ? { fill: 'none', stroke: 'var(--ink-2)', strokeDasharray: '2 2' } : {})}
              />
            </svg>
          </td>
        );
      })}
    </tr>
  );
}
