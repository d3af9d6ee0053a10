import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../actions/known.ts';
import { useFormats } from '../../languages/use-language.ts';
import { NodeName } from '../fragility/found-list.tsx';
import { letterOf } from './asked.ts';
import { useShownWhatIf, type ShownWhatIf } from './shown-what-if.ts';
import { useAmounts } from './use-amounts.ts';
import { useTableName } from './use-table-name.ts';
import { whatIfRows, type WhatIfColumn } from './what-if-rows.ts';

/** In the place of graph and table while shocks are compared: side by side, or as rows. */
export function WhatIfView({ as }: { readonly as: 'PICTURE' | 'TABLE' }): ReactElement {
  const { t } = useTranslation();
  const shown = useShownWhatIf();
  if (shown === null) return <p className="wi-frame wi-empty">{t('whatIf.nothing')}</p>;
  return (
    <div className="wi-frame">
      <Comparison shown={shown} as={as} />
    </div>
  );
}

export function Comparison({
  shown,
  as,
}: {
  readonly shown: ShownWhatIf;
  readonly as: 'PICTURE' | 'TABLE';
}): ReactElement {
  const { t } = useTranslation();
  const title = t('whatIf.sideBySide');
  return (
    // It scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="wi-scroll" tabIndex={0} role="region" aria-label={title}>
      {as === 'TABLE' ? (
        <Rows shown={shown} />
      ) : (
        <>
          <Clusters shown={shown} />
          <Sectors shown={shown} />
        </>
      )}
    </div>
  );
}

function Heads({ names, first }: { readonly names: readonly string[]; readonly first: string }): ReactElement {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {names.map((name, index) => (
          <th key={letterOf(index)} scope="col">
            <span className="wi-letter">{letterOf(index)}</span> {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Clusters down, shocks across: how each is met, and in which tier. */
function Clusters({ shown: { whatIf, names } }: { readonly shown: ShownWhatIf }): ReactElement | null {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  if (whatIf.clusters.length === 0) return null;
  return (
    <table className="wi-table">
      <caption>
        {t('whatIf.clusters')} ·{' '}
        {t('ranks.shown', { shown: number(whatIf.clusters.length), total: number(whatIf.clusterCount) })}
      </caption>
      <Heads names={names} first={t('whatIf.column.name')} />
      <tbody>
        {whatIf.clusters.map(({ cluster, effects }) => (
          <tr key={cluster.id}>
            <th scope="row">
              <NodeName node={cluster} />
            </th>
            {effects.map((effect, index) => (
              <td key={letterOf(index)}>
                {effect === null ? (
                  <span className="wi-note">{t('whatIf.notMet')}</span>
                ) : (
                  <span className={`wi-met wi-met-${Math.min(effect.tier, 3)}`}>
                    {t(`whatIf.kind.${effect.kind}`)}
                    {effect.tier > 0 && ` · ${t('whatIf.inTier', { tier: number(effect.tier) })}`}
                    {effect.lostInput !== null &&
                      ` · ${t('whatIf.between', { low: percent(effect.lostInput.low), high: percent(effect.lostInput.high) })}`}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sectors down, shocks across: change of output as bars on one scale, with value added. */
function Sectors({ shown: { whatIf, names } }: { readonly shown: ShownWhatIf }): ReactElement | null {
  const { t } = useTranslation();
  const tableName = useTableName();
  const table = whatIf.shocks.find(({ economy }) => economy !== null)?.economy?.table;
  const { rupiah } = useAmounts(table);
  if (whatIf.sectors.length === 0) return null;
  const most = Math.max(...whatIf.sectors.flatMap(({ effects }) => effects.map((one) => Math.abs(one?.output ?? 0))));
  return (
    <table className="wi-table">
      <caption>
        {t('whatIf.sectors')} {table !== undefined && `· ${tableName(table)}`}
      </caption>
      <Heads names={names} first={t('inputOutput.column.sector')} />
      <tbody>
        {whatIf.sectors.map(({ sector, effects }) => (
          <tr key={sector.code}>
            <th scope="row">{sector.name}</th>
            {effects.map((effect, index) => (
              <td key={letterOf(index)}>
                {effect === null ? (
                  <span className="wi-note">{t('whatIf.noDemand')}</span>
                ) : (
                  <>
                    <span className="wi-bar" aria-hidden="true">
                      <span
                        className={effect.output < 0 ? 'wi-bar-loss' : 'wi-bar-gain'}
                        style={{ width: `${most === 0 ? 0 : (Math.abs(effect.output) / most) * 100}%` }}
                      />
                    </span>
                    {rupiah(effect.output, effect.outputPercent)}
                    <span className="wi-note">
                      {t('whatIf.valueAdded', { value: rupiah(effect.valueAdded, effect.valueAddedPercent) })}
                    </span>
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SHOWN: readonly WhatIfColumn[] = [
  'shock',
  'list',
  'name',
  'kind',
  'tier',
  'lost_low',
  'lost_high',
  'units_low',
  'units_high',
  'workers_low',
  'workers_high',
  'output',
  'output_percent',
  'value_added',
  'table',
];

/** Everything that was found as rows, as in the file. */
function Rows({ shown: { whatIf, names } }: { readonly shown: ShownWhatIf }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const tableName = useTableName();
  const rows = whatIfRows(whatIf, names, { node: (node) => nameIn(node, language), table: tableName });
  return (
    <table className="wi-table">
      <caption>
        {t('whatIf.sideBySide')} · {t('ranks.shown', { shown: number(rows.length), total: number(rows.length) })}
      </caption>
      <thead>
        <tr>
          {SHOWN.map((column) => (
            <th key={column} scope="col">
              {t(`whatIf.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.shock} ${row.list} ${row.id} ${row.kind ?? ''}`}>
            {SHOWN.map((column) => {
              const cell = row[column] ?? null;
              return <td key={column}>{typeof cell === 'number' ? number(cell) : (cell ?? '')}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
