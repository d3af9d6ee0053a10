import { useTranslation } from 'react-i18next';
import type { ShockTable } from '../../actions/what-if.ts';

type Named = Pick<ShockTable, 'name' | 'year' | 'fromFile'>;

/** A table by its name with its year; one from a file is called one's own, whatever its name says. */
export function useTableName(): (table: Named) => string {
  const { t } = useTranslation();
  return ({ name, year, fromFile }) => {
    const named = name.includes(year) ? name : t('inputOutput.tableName', { name, year });
    return fromFile ? t('whatIf.ownTable', { name: named }) : named;
  };
}
