import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../languages/use-language.ts';
import { BarRows, type BarRow } from './bar-rows.tsx';
import type { ShownTable } from './shown-table.ts';
import { lossesOf } from './twins.ts';
import { useFigures } from './use-figures.ts';

/** What would be missing without each sector; with one looked at, who would lose it. */
export function ExtractionBars({ shown }: { readonly shown: ShownTable }): ReactElement {
  const { t } = useTranslation();
  const { asked, change } = shown;
  const rows = useRows(shown);
  const keys = asked.sector === null ? (['others', 'own'] as const) : (['lost'] as const);
  return (
    <BarRows
      label={t('inputOutput.picture.EXTRACTION')}
      rows={rows}
      mark={null}
      sector={asked.sector}
      onLook={(code) => change({ sector: code === asked.sector ? null : code })}
    >
      {keys.map((key) => (
        <span key={key} className="io-key-one">
          <span className={`io-bar-${key}`} aria-hidden="true" /> {t(`inputOutput.bar.${key}`)}
        </span>
      ))}
    </BarRows>
  );
}

function useRows({ table, asked }: ShownTable): readonly BarRow[] {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const { rupiah } = useFigures(table);
  const nameOf = (code: string): string => table.sectors.find((sector) => sector.code === code)?.name ?? code;
  if (asked.sector !== null) {
    return lossesOf(table).map(({ place, value, part }) => {
      const code = table.sectors[place]?.code ?? '';
      const written = t('inputOutput.lossWritten', { value: rupiah(value), part: percent(part) });
      return {
        code,
        name: nameOf(code),
        tags: [],
        bars: [{ key: 'lost', name: t('inputOutput.bar.lost'), value, written }],
      };
    });
  }
  return table.extractions.map(({ sector: { code }, total, others }) => {
    const own = total.value - others.value;
    return {
      code,
      name: nameOf(code),
      tags: [t('inputOutput.ofAllOutput', { part: percent(total.percent / 100) })],
      bars: [
        { key: 'others', name: t('inputOutput.bar.others'), value: others.value, written: rupiah(others.value) },
        { key: 'own', name: t('inputOutput.bar.own'), value: own, written: rupiah(own) },
      ],
    };
  });
}
