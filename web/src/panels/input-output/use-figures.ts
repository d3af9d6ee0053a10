import { useTranslation } from 'react-i18next';
import type { InputOutputTable } from '../../actions/input-output.ts';
import { useFormats } from '../../languages/use-language.ts';
import { unitOf } from './figures.ts';
import type { TwinColumn } from './twins.ts';

/** How the figures of a table are written. */
export interface Figures {
  /** Million rupiah in the table's unit, without its name. */
  readonly plain: (millions: number) => string;
  /** Million rupiah with the unit's name. */
  readonly rupiah: (millions: number) => string;
  /** The unit's name. */
  readonly unit: string;
  /** A figure as a column shows it. */
  readonly shown: (value: number, as: TwinColumn['shown']) => string;
}

export function useFigures(table: Pick<InputOutputTable, 'totalOutput'>): Figures {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const { id, millions: size } = unitOf(table);
  // What is there is never written as nothing.
  const plain = (millions: number): string => {
    const value = millions / size;
    if (value === 0) return number(0);
    return Math.abs(value) < 0.05 ? t('inputOutput.below', { value: number(0.1, 1) }) : number(value, 1);
  };
  return {
    plain,
    rupiah: (millions) => t(`inputOutput.amount.${id}`, { value: plain(millions) }),
    unit: t(`inputOutput.unit.${id}`),
    shown: (value, as) => {
      if (as === 'RUPIAH') return plain(value);
      if (as === 'PART') return percent(value);
      return as === 'PERCENT' ? percent(value / 100) : number(value, 4);
    },
  };
}
