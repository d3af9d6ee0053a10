import { useTranslation } from 'react-i18next';
import type { ShockTable } from '../../actions/what-if.ts';
import { useFormats } from '../../languages/use-language.ts';
import { unitOf } from '../input-output/figures.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
}

interface Size {
  readonly low: number | null;
  readonly high: number | null;
  readonly knownCount: number;
  readonly unknownCount: number;
}

/** How the amounts of an effect are written. */
export interface Amounts {
  /** Million rupiah, in the table's unit; with what it is of the whole, in percent. */
  readonly rupiah: (millions: number, percent?: number) => string;
  /** A count that may be an interval, or unknown. */
  readonly interval: (of: 'units' | 'workers', count: Interval | null) => string;
  /** A sum over clusters, and over how many of them it is known. */
  readonly size: (of: 'units' | 'workers', size: Size) => string;
}

/** @param table whose size decides the unit of amounts; absent: trillions */
export function useAmounts(table: Pick<ShockTable, 'totalOutput'> = { totalOutput: Infinity }): Amounts {
  const { t } = useTranslation();
  const { number } = useFormats();
  const unit = unitOf(table);
  const span = ({ low, high }: Interval): string =>
    low === high ? number(low) : t('whatIf.between', { low: number(low), high: number(high) });
  return {
    rupiah: (millions, percent) => {
      const value = t(`inputOutput.amount.${unit.id}`, { value: number(millions / unit.millions, 3) });
      return percent === undefined ? value : t('whatIf.ofWhole', { value, percent: number(percent, 4) });
    },
    interval: (of, count) =>
      count === null ? t(`whatIf.size.${of}Unknown`) : t(`whatIf.size.${of}`, { value: span(count) }),
    size: (of, { low, high, knownCount, unknownCount }) =>
      low === null || high === null
        ? t(`whatIf.size.${of}Unknown`)
        : t(`whatIf.size.${of}Known`, {
            value: span({ low, high }),
            known: number(knownCount),
            total: number(knownCount + unknownCount),
          }),
  };
}
