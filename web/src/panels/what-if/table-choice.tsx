import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useInputOutputTables } from '../../actions/input-output.ts';
import { useSectorNames, type AskedTable } from '../../actions/what-if.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import '../input-output/input-output.css';
import { LoadTable } from '../input-output/load-table.tsx';
import { useOwnTables } from '../input-output/own-tables.ts';
import { useTableName } from './use-table-name.ts';

/** In which table final demand changes: one of the server, or one's own, which may be loaded here. */
export function TableChoice({
  table,
  choose,
}: {
  readonly table: AskedTable;
  readonly choose: (table: AskedTable) => void;
}): ReactElement {
  const { t } = useTranslation();
  const nameOf = useTableName();
  const [loading, setLoading] = useState(false);
  const tables = useInputOutputTables();
  const own = useOwnTables();
  const asked = useSectorNames(table, useLanguage());
  const listed = tables.status === 'ready' ? tables.value : [];
  const isOwn = typeof table === 'object' && table !== null;
  const now = asked.status === 'ready' ? asked.value : null;
  return (
    <>
      <div className="rank-buttons">
        <ChoiceMenu
          label={t('inputOutput.table')}
          value={now === null ? '…' : nameOf({ ...now, fromFile: isOwn || isFromFile(listed, now.id) })}
          look="filter"
          chosen={now?.id ?? ''}
          sections={[
            {
              id: 'server',
              title: t('inputOutput.tablesHere'),
              choices: listed.map((one) => ({ id: one.id, text: nameOf(one) })),
            },
            {
              id: 'own',
              title: t('inputOutput.tablesOwn'),
              choices: own.map(({ id, file }) => ({ id, text: nameOf({ ...file, fromFile: true }) })),
            },
          ].filter(({ choices }) => choices.length > 0)}
          onChoose={(id) => {
            if (id !== now?.id) choose(own.find((one) => one.id === id) ?? id);
          }}
        />
        <Button onPress={() => setLoading(!loading)} aria-expanded={loading}>
          {t('inputOutput.load')}
        </Button>
      </div>
      {isOwn && <p className="wi-note">{t('whatIf.ownTableStays')}</p>}
      {loading && (
        <LoadTable
          onRead={(read) => {
            choose(read);
            setLoading(false);
          }}
        />
      )}
    </>
  );
}

const isFromFile = (listed: readonly { readonly id: string; readonly fromFile: boolean }[], id: string): boolean =>
  listed.some((one) => one.id === id && one.fromFile);
