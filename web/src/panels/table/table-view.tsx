import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { EVIDENCE_KINDS, NODE_TYPES, RELATION_TYPES, type NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import type { KnownRelation } from '../../exploration/known.ts';
import { periodText } from '../../exploration/period-text.ts';
import { visibleGraphSelector, type VisibleNode } from '../../exploration/visible-graph.ts';
import { localeOf, useFormats } from '../../languages/use-language.ts';
import { capitalised, isMutual } from '../words.ts';
import { DataTable, type DataColumn } from './data-table.tsx';

/** What is drawn, as rows: the same nodes and relations, the same selection. */
export default function TableView(): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [tab, setTab] = useState<'nodes' | 'relations'>('relations');
  const graphOf = useMemo(() => visibleGraphSelector(), []);
  const graph = useExploration(graphOf);
  const { shown, total } = graph;
  return (
    <section className="table-view" aria-label={t('table.region')}>
      <div className="table-bar">
        <ToggleButtonGroup
          className="segments"
          aria-label={t('table.rows')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[tab]}
          onSelectionChange={(keys) => setTab(keys.has('nodes') ? 'nodes' : 'relations')}
        >
          <ToggleButton id="relations" className="segment">
            {t('table.relations')} <span className="segment-count">{number(shown.relations)}</span>
          </ToggleButton>
          <ToggleButton id="nodes" className="segment">
            {t('table.nodes')} <span className="segment-count">{number(shown.nodes)}</span>
          </ToggleButton>
        </ToggleButtonGroup>
        <p className="table-shown">{t('table.shown', { shown: number(shown[tab]), total: number(total[tab]) })}</p>
      </div>
      {tab === 'nodes' ? <NodesTable nodes={graph.nodes} /> : <RelationsTable lines={graph.lines} />}
    </section>
  );
}

function NodesTable({ nodes }: { readonly nodes: readonly VisibleNode[] }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const { selectNode } = useExplorer();
  const known = useExploration((exploration) => exploration.nodes);
  const places = (node: VisibleNode): string => known[node.id]?.places.join(', ') ?? '';
  const columns: readonly DataColumn<VisibleNode>[] = [
    {
      id: 'name',
      title: t('table.name'),
      grow: 5,
      value: ({ name }) => name,
      show: nameCell,
    },
    {
      id: 'type',
      title: t('table.type'),
      grow: 3,
      value: ({ type }) => NODE_TYPES[type].label[language],
      show: ({ type }) => NODE_TYPES[type].label[language],
    },
    { id: 'place', title: t('table.place'), grow: 4, value: places, show: places },
    {
      id: 'relations',
      title: t('table.relationCount'),
      grow: 2,
      numeric: true,
      value: ({ relationCount }) => relationCount ?? -1,
      show: ({ relationCount }) => (relationCount === null ? '' : number(relationCount)),
    },
  ];
  return (
    <DataTable
      label={t('table.nodes')}
      items={nodes}
      columns={columns}
      idOf={({ id }) => id}
      isSelected={({ selected }) => selected}
      onOpen={({ id }) => selectNode(id)}
      locale={localeOf(language)}
    />
  );
}

function RelationsTable({
  lines,
}: {
  readonly lines: readonly { readonly relations: readonly KnownRelation['id'][]; readonly selected: boolean }[];
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { selectRelation } = useExplorer();
  const nodes = useExploration((exploration) => exploration.nodes);
  const relations = useExploration((exploration) => exploration.relations);
  const items = useMemo(() => {
    const ids = new Set(lines.flatMap((line) => line.relations));
    return [...ids].flatMap((id) => relations[id] ?? []);
  }, [lines, relations]);
  const selected = useMemo(
    () => new Set(lines.filter((line) => line.selected).flatMap((line) => line.relations)),
    [lines],
  );
  const name = (id: KnownRelation['from']): string => nodes[id]?.name ?? id;
  const evidence = ({ evidenceClass }: KnownRelation): string => EVIDENCE_KINDS[evidenceClass].label[language];
  const columns: readonly DataColumn<KnownRelation>[] = [
    { id: 'from', title: t('table.from'), grow: 5, value: ({ from }) => name(from), show: fromCell },
    {
      id: 'relation',
      title: t('table.relation'),
      grow: 4,
      value: ({ type }) => RELATION_TYPES[type].label[language],
      show: relationCell,
    },
    { id: 'to', title: t('table.to'), grow: 5, value: ({ to }) => name(to), show: toCell },
    {
      id: 'period',
      title: t('table.period'),
      grow: 3,
      value: ({ period }) => period.attested.at(-1) ?? period.to ?? period.from ?? '',
      show: ({ period }) => periodText(period, language),
    },
    { id: 'evidence', title: t('table.evidence'), grow: 3, value: evidence, show: evidence },
  ];
  return (
    <DataTable
      label={t('table.relations')}
      items={items}
      columns={columns}
      idOf={({ id }) => id}
      isSelected={({ id }) => selected.has(id)}
      onOpen={({ id }) => selectRelation(id)}
      locale={localeOf(language)}
    />
  );
}

const nameCell = ({ type, name, hollow, inferred }: VisibleNode): ReactElement => (
  <>
    <NodeGlyph type={type} size={18} hollow={hollow} inferred={inferred} />
    <span className="cell-text">{name}</span>
  </>
);

const fromCell = ({ from }: KnownRelation): ReactElement => <EndCell id={from} />;
const toCell = ({ to }: KnownRelation): ReactElement => <EndCell id={to} />;
const relationCell = (relation: KnownRelation): ReactElement => <RelationCell relation={relation} />;

function EndCell({ id }: { readonly id: NodeId }): ReactElement {
  const node = useExploration((exploration) => exploration.nodes[id]);
  return (
    <>
      {node !== undefined && <NodeGlyph type={node.type} size={18} />}
      <span className="cell-text">{node?.name ?? id}</span>
    </>
  );
}

function RelationCell({ relation }: { readonly relation: KnownRelation }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  return (
    <>
      <LineGlyph
        family={relation.family}
        inferred={relation.evidenceClass !== 'DOCUMENTED'}
        possible={relation.held === 'POSSIBLY'}
        disputed={relation.disputed}
        directed={!isMutual(relation.type)}
      />
      <span className="cell-text">{capitalised(RELATION_TYPES[relation.type].label[language])}</span>
      {relation.disputed && <span className="spoken">{t('table.disputed')}</span>}
    </>
  );
}
