import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNodeId } from '#vocabulary';
import { nameIn } from '../../actions/known.ts';
import {
  CONCENTRATION_BY,
  relationIds,
  useLinksOf,
  type ConcentrationBy,
  type Fragility,
  type FragilityAt,
} from '../../actions/structure.ts';
import type { Question } from '../../exploration/question.ts';
import { useFormats } from '../../languages/use-language.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { usePointing } from '../answer/tie-row.tsx';
import { Failure, Waiting } from '../states.tsx';
import { FoundList, NodeName, WithoutButton } from './found-list.tsx';
import { largeFirst } from './fragility-csv.ts';
import { RelationRows } from './relation-row.tsx';

type ListProps = FragilityAt;

/** Buyers of whom one supplier is recorded, large industry first, each with what says so. */
export function SingleSources({ fragility, asOf }: ListProps): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const rows = largeFirst(fragility.singleSource);
  const large = rows.filter(({ buyer }) => buyer.type === 'LargeIndustry').length;
  const complete = rows.length === fragility.singleSourceCount;
  return (
    <FoundList
      title={t('fragility.singleSource')}
      reason={`${t('fragility.singleSourceWhy')}${complete ? ` ${t('fragility.large', { count: large, shown: number(large) })}` : ''}`}
      rows={rows}
      total={fragility.singleSourceCount}
      nodesOf={({ buyer, supplier }) => [buyer, supplier]}
      startsOpen
    >
      {({ buyer, supplier, relations }) => (
        <li key={buyer.id} className="fragile-row">
          <Pair from={buyer} says={t('fragility.buysFrom')} to={supplier} relations={relations} />
          <RelationRows relations={relations} asOf={asOf} />
          <WithoutButton node={supplier} />
        </li>
      )}
    </FoundList>
  );
}

/** Clusters of whom one buyer is recorded. */
export function SingleBuyers({ fragility, asOf }: ListProps): ReactElement {
  const { t } = useTranslation();
  return (
    <FoundList
      title={t('fragility.singleBuyer')}
      reason={t('fragility.singleBuyerWhy')}
      rows={fragility.singleBuyer}
      total={fragility.singleBuyerCount}
      nodesOf={({ cluster, buyer }) => [cluster, buyer]}
    >
      {({ cluster, buyer, relations, through }) => (
        <li key={cluster.id} className="fragile-row">
          <Pair from={cluster} says={t('fragility.sellsTo')} to={buyer} relations={relations} />
          <RelationRows relations={[...relations, ...through]} asOf={asOf} />
          <WithoutButton node={buyer} />
        </li>
      )}
    </FoundList>
  );
}

type Ends = Fragility['bridges'][number]['ends'][number];
type Relations = Fragility['bridges'][number]['relations'];

/** Two nodes and what holds between them; pointing at it lights it. */
function Pair({
  from,
  says,
  to,
  relations,
}: {
  readonly from: Ends;
  readonly says: string;
  readonly to: Ends;
  readonly relations: Relations;
}): ReactElement {
  const { onPointerEnter, onPointerLeave } = usePointing({ kind: 'relations', ids: relationIds(relations) });
  return (
    <div className="fragile-pair" onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave}>
      <NodeName node={from} />
      <span className="fragile-says">{says}</span>
      <NodeName node={to} />
    </div>
  );
}

const isBy = (id: string): id is ConcentrationBy => CONCENTRATION_BY.some((by) => by === id);

/** How concentrated purchases are, as an interval where not all shares are stated. */
export function Concentrations({
  fragility,
  asOf,
  by,
  change,
}: ListProps & { readonly by: ConcentrationBy; readonly change: (by: ConcentrationBy) => void }): ReactElement {
  const { t } = useTranslation();
  const { number, percent, list, language } = useFormats();
  const nameOf = (node: Ends): string => nameIn(node, language);
  // Suppliers themselves are always known; what they are counted under need not be.
  const unplaced = (names: readonly string[]): string =>
    by === 'SUPPLIER' ? list(names) : t(`fragility.unknown.${by}`, { name: list(names) });
  return (
    <FoundList
      title={t('fragility.concentration')}
      reason={t('fragility.concentrationWhy')}
      rows={fragility.concentration}
      total={fragility.concentrationCount}
      nodesOf={({ buyer, parts }) => [buyer, ...parts.flatMap(({ suppliers }) => suppliers)]}
      aside={
        <ChoiceMenu
          label={t('fragility.by')}
          value={t(`fragility.byWhat.${by}`)}
          look="filter"
          chosen={by}
          sections={[
            {
              id: 'by',
              title: null,
              choices: CONCENTRATION_BY.map((id) => ({ id, text: t(`fragility.byWhat.${id}`) })),
            },
          ]}
          onChoose={(id) => isBy(id) && change(id)}
        />
      }
    >
      {({ buyer, index, stated, parts, supplierCount }) => (
        <li key={buyer.id} className="fragile-row">
          <NodeName node={buyer} />
          <IndexBar {...index} />
          <p className="fragile-figure">
            {t('fragility.index', { low: number(index.low, 2), high: number(index.high, 2) })}{' '}
            {t('fragility.stated', { share: percent(stated), count: supplierCount, shown: number(supplierCount) })}
          </p>
          <ul>
            {parts.map((part) => (
              <li key={part.by?.id ?? part.suppliers[0]?.id}>
                <p className="fragile-figure">
                  {t('fragility.part', {
                    share: percent(part.share),
                    name: part.by === null ? unplaced(part.suppliers.map(nameOf)) : nameOf(part.by),
                  })}
                </p>
                <RelationRows relations={part.relations} asOf={asOf} />
              </li>
            ))}
          </ul>
        </li>
      )}
    </FoundList>
  );
}

/** From 0 to 1: what is certain, then what it may be. */
function IndexBar({ low, high }: { readonly low: number; readonly high: number }): ReactElement {
  return (
    <svg className="index-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" fill="var(--sunken)" />
      <rect x={low * 100} width={Math.max(0.8, (high - low) * 100)} height="8" fill="var(--line-strong)" />
      <rect width={low * 100} height="8" fill="var(--ink-2)" />
    </svg>
  );
}

/** Nodes without which more parts would be apart. */
export function CutNodes({ fragility, question }: ListProps & { readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  return (
    <FoundList
      title={t('fragility.cutNodes')}
      reason={t('fragility.cutNodesWhy')}
      rows={fragility.cutNodes}
      total={fragility.cutNodeCount}
      nodesOf={({ node }) => [node]}
    >
      {(cut) => <CutRow key={cut.node.id} cut={cut} question={question} />}
    </FoundList>
  );
}

function CutRow({
  cut: { node, neighbourCount, partCount, relationCount },
  question,
}: {
  readonly cut: Fragility['cutNodes'][number];
  readonly question: Question;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { onPointerEnter, onPointerLeave } = usePointing({ kind: 'node', id: parseNodeId(node.id) });
  return (
    <li className="fragile-row" onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave}>
      <NodeName node={node} />
      <p className="fragile-figure">
        {t('fragility.parts', { parts: number(partCount), neighbours: number(neighbourCount) })}
      </p>
      <Disclosure summary={t('fragility.linksOf', { count: relationCount, shown: number(relationCount) })}>
        {() => <Links node={node} question={question} />}
      </Disclosure>
      <WithoutButton node={node} />
    </li>
  );
}

function Links({ node, question }: { readonly node: Ends; readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  const links = useLinksOf(parseNodeId(node.id), question);
  if (links.status === 'failed') return <Failure fault={links.fault} again={links.again} />;
  if (links.status === 'loading') return <Waiting awaited={t('fragility.waiting')} rows={2} />;
  return <RelationRows relations={links.value.relations} asOf={question.asOf} />;
}

/** Two nodes whose link alone holds two parts together. */
export function Bridges({ fragility, asOf }: ListProps): ReactElement {
  const { t } = useTranslation();
  return (
    <FoundList
      title={t('fragility.bridges')}
      reason={t('fragility.bridgesWhy')}
      rows={fragility.bridges}
      total={fragility.bridgeCount}
      nodesOf={({ ends }) => ends}
    >
      {({ ends: [from, to], relations }) =>
        from !== undefined &&
        to !== undefined && (
          <li key={`${from.id} ${to.id}`} className="fragile-row">
            <Pair from={from} says={t('fragility.and')} to={to} relations={relations} />
            <RelationRows relations={relations} asOf={asOf} />
          </li>
        )
      }
    </FoundList>
  );
}
