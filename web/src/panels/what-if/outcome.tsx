import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNodeId } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import type { ReasonRelation } from '../../actions/gaps.ts';
import type { ShockOutcome, ShockTable } from '../../actions/what-if.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { NodeName } from '../fragility/found-list.tsx';
import { ReasonRelations } from '../gaps/gap-reasons.tsx';
import { ScoreBar } from '../gaps/score-bar.tsx';
import { LINKING } from '../ranks/asked.ts';
import { useWorking, WorkFailed } from '../working.tsx';
import { letterOf } from './asked.ts';
import { useAmounts } from './use-amounts.ts';
import { useTableName } from './use-table-name.ts';

type Named = ShockOutcome['closed'][number]['node'];

/** One shock: who closes, which clusters are met in which tier, who else, and what the economy loses. */
export function Outcome({
  outcome,
  position,
  name,
}: {
  readonly outcome: ShockOutcome;
  readonly position: number;
  readonly name: string;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { interval, size } = useAmounts();
  const letter = letterOf(position);
  const met: readonly Named[] = [
    ...outcome.closed.map(({ node }) => node),
    ...outcome.clusterEffects.map(({ cluster }) => cluster),
    ...outcome.shortBuyers.map(({ node }) => node),
    ...outcome.losingSuppliers.map(({ node }) => node),
  ];
  return (
    <section className="wi-outcome" aria-label={t('whatIf.outcome', { letter, name })}>
      <h3 className="wi-head">
        <span className="wi-letter" aria-hidden="true">
          {letter}
        </span>{' '}
        {name}
      </h3>
      {outcome.economy !== null && <Economy economy={outcome.economy} />}
      {outcome.closedCount > 0 && (
        <>
          <ul className="wi-tiers">
            {outcome.clusterTiers.map(({ tier, clusterCount, units, workers }) => (
              <li key={tier}>
                {t('whatIf.tier', { count: clusterCount, tier: number(tier), shown: number(clusterCount) })}{' '}
                {size('units', units)} {size('workers', workers)}
              </li>
            ))}
            {outcome.clusterTiers.length === 0 && <li>{t('whatIf.noCluster')}</li>}
          </ul>
          {outcome.unplacedCount > 0 && (
            <p className="wi-note">{t('whatIf.unplaced', { count: outcome.unplacedCount })}</p>
          )}
          <AddAll nodes={met} />
          <List
            title={t('whatIf.clusters')}
            rows={outcome.clusterEffects}
            total={outcome.clusterEffectCount}
            startsOpen
          >
            {({ cluster, kind, tier, lostInput, units, workers, ways, wayCount }) => (
              <li key={`${cluster.id} ${kind}`} className="wi-row">
                <NodeName node={cluster} />
                <span>
                  {t(`whatIf.kind.${kind}`)}
                  {tier > 0 && ` · ${t('whatIf.inTier', { tier: number(tier) })}`}
                </span>
                {lostInput !== null && <Lost lost={lostInput} />}
                <span className="wi-note">
                  {interval('units', units)} · {interval('workers', workers)}
                </span>
                <Why
                  relations={ways.flatMap(({ relations }) => relations)}
                  title={t('whatIf.ways', { count: wayCount, shown: number(ways.length), total: number(wayCount) })}
                />
              </li>
            )}
          </List>
          <List title={t('whatIf.shortBuyers')} rows={outcome.shortBuyers} total={outcome.shortBuyerCount}>
            {({ node, tier, lostInput, way }) => (
              <li key={node.id} className="wi-row">
                <NodeName node={node} />
                <span>{t('whatIf.inTier', { tier: number(tier) })}</span>
                <Lost lost={lostInput} />
                <Why relations={way.relations} title={t('whatIf.way')} />
              </li>
            )}
          </List>
          <List title={t('whatIf.losingSuppliers')} rows={outcome.losingSuppliers} total={outcome.losingSupplierCount}>
            {({ node, tier, buyerCount, closedBuyerCount, way }) => (
              <li key={node.id} className="wi-row">
                <NodeName node={node} />
                <span>
                  {t('whatIf.inTier', { tier: number(tier) })} ·{' '}
                  {t('whatIf.buyers', { closed: number(closedBuyerCount), total: number(buyerCount) })}
                </span>
                <Why relations={way.relations} title={t('whatIf.way')} />
              </li>
            )}
          </List>
          <List title={t('whatIf.lostTies')} rows={outcome.lostTies} total={outcome.lostTieCount}>
            {({ cluster, largeIndustry }) => (
              <li key={`${cluster.id} ${largeIndustry.id}`} className="wi-row">
                <NodeName node={cluster} />
                <NodeName node={largeIndustry} />
              </li>
            )}
          </List>
          <List title={t('whatIf.closed')} rows={outcome.closed} total={outcome.closedCount}>
            {({ node, because, relations }) => (
              <li key={node.id} className="wi-row">
                <NodeName node={node} />
                <span>{t(`whatIf.because.${because}`)}</span>
                {relations.length > 0 && <Why relations={relations} title={t('whatIf.way')} />}
              </li>
            )}
          </List>
        </>
      )}
    </section>
  );
}

function Economy({ economy }: { readonly economy: NonNullable<ShockOutcome['economy']> }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const tableName = useTableName();
  const { table, total, multiplier } = economy;
  const { rupiah } = useAmounts(table);
  const rows: readonly (readonly [string, string])[] = [
    [t('whatIf.economy.finalDemand'), rupiah(total.finalDemand)],
    [t('whatIf.economy.output'), rupiah(total.output, total.outputPercent)],
    [t('whatIf.economy.valueAdded'), rupiah(total.valueAdded, total.valueAddedPercent)],
    [t('whatIf.economy.compensation'), rupiah(total.compensation)],
    [t('whatIf.economy.imports'), rupiah(total.imports)],
    [t('whatIf.economy.productTaxes'), rupiah(total.productTaxes)],
    ...(multiplier === null ? [] : ([[t('whatIf.economy.multiplier'), number(multiplier, 4)]] as const)),
  ];
  return (
    <>
      <dl className="wi-economy">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="wi-note">
        {t('whatIf.byTable', { table: tableName(table) })} {!table.fromFile && <TableSources table={table} />}
      </p>
    </>
  );
}

/** Who published the table; what a file says of its own source is not ours to repeat as one. */
function TableSources({ table: { sources } }: { readonly table: ShockTable }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {sources.map(({ id, title, publisher, url }) => (
        <span key={id}>
          {t('inputOutput.source', { publisher, title })}{' '}
          {url !== null && (
            <a href={url} target="_blank" rel="noreferrer">
              {t('inputOutput.sourceLink')}
            </a>
          )}
        </span>
      ))}
    </>
  );
}

/** Part of recorded purchases, as an interval where not all shares are stated. */
function Lost({
  lost: { low, high },
}: {
  readonly lost: { readonly low: number; readonly high: number };
}): ReactElement {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const words = low === high ? percent(low) : t('whatIf.between', { low: percent(low), high: percent(high) });
  return (
    <span className="wi-lost">
      <ScoreBar low={low} high={high} /> {t('whatIf.lostInput', { part: words })}
    </span>
  );
}

function Why({
  relations,
  title,
}: {
  readonly relations: readonly ReasonRelation[];
  readonly title: string;
}): ReactElement | null {
  const once = [...new Map(relations.map((relation) => [relation.id, relation])).values()];
  if (once.length === 0) return null;
  return (
    <Disclosure summary={<span className="wi-note">{title}</span>}>
      {() => <ReasonRelations relations={once} />}
    </Disclosure>
  );
}

function AddAll({ nodes }: { readonly nodes: readonly Named[] }): ReactElement | null {
  const { t } = useTranslation();
  const { placeJoined, mark } = useExplorer();
  const working = useWorking();
  const once = [...new Map(nodes.map((node) => [node.id, node])).values()];
  if (once.length === 0) return null;
  const add = async (): Promise<void> => {
    await placeJoined(once, LINKING);
    mark(
      once.map(({ id }) => parseNodeId(id)),
      'SET',
    );
  };
  return (
    <>
      <Button onPress={() => working.run(add)}>{t('whatIf.addAll', { count: once.length })}</Button>
      <WorkFailed working={working} />
    </>
  );
}

function List<Row>({
  title,
  rows,
  total,
  startsOpen = false,
  children,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  /** As many as there are; more than `rows` where the answer was cut. */
  readonly total: number;
  readonly startsOpen?: boolean;
  readonly children: (row: Row) => ReactNode;
}): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (total === 0) return null;
  return (
    <Disclosure startsOpen={startsOpen} summary={`${title} ${number(total)}`}>
      {() => (
        <>
          <ul>{rows.map((one) => children(one))}</ul>
          {rows.length < total && (
            <p className="wi-note">{t('ranks.shown', { shown: number(rows.length), total: number(total) })}</p>
          )}
        </>
      )}
    </Disclosure>
  );
}
