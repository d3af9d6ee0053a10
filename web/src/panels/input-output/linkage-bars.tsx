import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../languages/use-language.ts';
import { BarRows, type BarRow } from './bar-rows.tsx';
import type { ShownTable } from './shown-table.ts';
import { linkageOrder } from './twins.ts';

const BARS = ['backward', 'sensitivity', 'forward'] as const;

/** Backward, and forward told apart by Leontief and by Ghosh, as indices: 1 is the average sector. */
export function LinkageBars({ shown: { table, asked, change } }: { readonly shown: ShownTable }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const rows = linkageOrder(table, asked.order).flatMap((place): readonly BarRow[] => {
    const [sector, one] = [table.sectors[place], table.linkages[place]];
    if (sector === undefined || one === undefined) return [];
    const tags = [
      ...(one.keyByLeontief ? [t('inputOutput.keyLeontief')] : []),
      ...(one.keyByGhosh ? [t('inputOutput.keyGhosh')] : []),
    ];
    const bars = BARS.map((key) => ({
      key,
      name: t(`inputOutput.bar.${key}`),
      value: one[`${key}Index`],
      written: number(one[`${key}Index`], 4),
    }));
    return [{ code: sector.code, name: sector.name, tags, bars }];
  });
  return (
    <BarRows
      label={t('inputOutput.picture.LINKAGES')}
      rows={rows}
      mark={1}
      sector={asked.sector}
      onLook={(code) => change({ sector: code === asked.sector ? null : code })}
    >
      {BARS.map((key) => (
        <span key={key} className="io-key-one">
          <span className={`io-bar-${key}`} aria-hidden="true" /> {t(`inputOutput.bar.${key}`)}
        </span>
      ))}
      <span className="io-key-one">
        <span className="io-key-mark" aria-hidden="true" /> {t('inputOutput.average')}
      </span>
    </BarRows>
  );
}
