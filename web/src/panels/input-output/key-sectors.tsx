import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../languages/use-language.ts';
import type { ShownTable } from './shown-table.ts';

const MODELS = [
  { id: 'leontief', key: 'keyByLeontief', forward: 'sensitivityIndex' },
  { id: 'ghosh', key: 'keyByGhosh', forward: 'forwardIndex' },
] as const;

/** Sectors linked more than the average both ways, by either model, with the indices that say so. */
export function KeySectors({ shown: { table, asked, change } }: { readonly shown: ShownTable }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <section className="io-about" aria-label={t('inputOutput.keySectors')}>
      <h3 className="io-head">{t('inputOutput.keySectors')}</h3>
      {MODELS.map(({ id, key, forward }) => {
        const rows = table.linkages.flatMap((one, place) =>
          one[key] ? [{ ...one, sector: table.sectors[place] }] : [],
        );
        return (
          <div key={id} className="io-model">
            <p>
              {t(`inputOutput.key.${id}`, {
                count: rows.length,
                shown: number(rows.length),
                total: number(table.sectors.length),
              })}
            </p>
            <ul>
              {rows.map((row) => (
                <li key={row.sector?.code}>
                  <button
                    type="button"
                    className="io-link"
                    aria-pressed={row.sector?.code === asked.sector}
                    onClick={() => change({ sector: row.sector?.code ?? null })}
                  >
                    {row.sector?.name}
                  </button>{' '}
                  <span className="io-indices">
                    {t('inputOutput.indices', {
                      backward: number(row.backwardIndex, 4),
                      forward: number(row[forward], 4),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
