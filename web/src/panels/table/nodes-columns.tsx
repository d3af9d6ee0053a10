import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_KINDS, type NodeId } from '#vocabulary';
import type { ExportedNode } from '../../export/content.ts';
import type { VisibleGraph } from '../../exploration/visible-graph.ts';
import { useFormats } from '../../languages/use-language.ts';
import { EvidenceCell, NameCell, ShownOf, Words } from './cells.tsx';
import type { DataColumn } from './columns.ts';
import { disputedColumn, heldColumn, restrictedColumn } from './state-columns.tsx';

/** The columns of the nodes of the view. */
export function useNodeColumns(
  graph: VisibleGraph,
  sourceCounts: ReadonlyMap<NodeId, number>,
  dated: boolean,
  hasDisputed: boolean,
  hasRestricted: boolean,
): readonly DataColumn<ExportedNode>[] {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  return useMemo(() => {
    const drawn = new Map(graph.nodes.map((node) => [node.id, node]));
    const relations = ({ relationsShown, relationsTotal }: ExportedNode): readonly [string, string | null] => [
      number(relationsShown),
      relationsTotal === null ? null : number(relationsTotal),
    ];
    const evidence = ({ evidenceClass }: ExportedNode): string =>
      evidenceClass === null ? '' : EVIDENCE_KINDS[evidenceClass].label[language];
    const columns: readonly (DataColumn<ExportedNode> | null)[] = [
      {
        id: 'name',
        flexible: true,
        title: t('table.name'),
        width: [180, 440],
        keeps: 340,
        aside: 28,
        card: 'first',
        value: ({ name }) => name,
        text: ({ name }) => name,
        show: ({ id, type, name }) => {
          const node = drawn.get(id);
          return <NameCell type={type} name={name} hollow={node?.hollow === true} inferred={node?.inferred === true} />;
        },
      },
      {
        id: 'type',
        title: t('table.type'),
        width: [100, 180],
        choices: true,
        card: 'second',
        value: ({ typeLabel }) => typeLabel,
        text: ({ typeLabel }) => typeLabel,
        show: ({ typeLabel }) => <Words>{typeLabel}</Words>,
      },
      {
        id: 'place',
        flexible: true,
        title: t('table.place'),
        width: [110, 260],
        card: 'second',
        value: ({ places }) => places.join(', '),
        text: ({ places }) => places.join(', '),
        show: ({ places }) => <Words>{places.join(', ')}</Words>,
      },
      {
        id: 'sector',
        flexible: true,
        title: t('table.sector'),
        width: [100, 240],
        value: ({ sectors }) => sectors.join(', '),
        text: ({ sectors }) => sectors.join(', '),
        show: ({ sectors }) => <Words>{sectors.join(', ')}</Words>,
      },
      {
        id: 'relations',
        title: t('table.relationCount'),
        fullTitle: t('table.relationCountFull'),
        width: [76, 110],
        numeric: true,
        value: ({ relationsShown, relationsTotal }) => relationsTotal ?? relationsShown,
        text: (node) =>
          relations(node)
            .flatMap((part) => part ?? [])
            .join(' / '),
        show: (node) => {
          const [shown, total] = relations(node);
          return <ShownOf shown={shown} total={total} />;
        },
      },
      {
        id: 'evidence',
        title: t('table.evidence'),
        width: [110, 170],
        aside: 14,
        choices: true,
        card: 'second',
        value: ({ evidenceClass }) => (evidenceClass === null ? 9 : EVIDENCE_KINDS[evidenceClass].rank),
        text: evidence,
        show: (node) =>
          node.evidenceClass === null ? (
            <Words>{t('table.noEvidence')}</Words>
          ) : (
            <EvidenceCell kind={node.evidenceClass} label={evidence(node)} />
          ),
      },
      {
        id: 'sources',
        title: t('table.sources'),
        fullTitle: t('table.sourcesFull'),
        width: [64, 90],
        numeric: true,
        value: ({ id }) => sourceCounts.get(id) ?? -1,
        text: ({ id }) => (sourceCounts.has(id) ? number(sourceCounts.get(id) ?? 0) : ''),
        show: ({ id }) => (sourceCounts.has(id) ? number(sourceCounts.get(id) ?? 0) : '…'),
      },
      dated ? heldColumn(t) : null,
      hasDisputed ? disputedColumn(t) : null,
      hasRestricted ? restrictedColumn(t) : null,
    ];
    return columns.filter((column) => column !== null);
  }, [t, language, number, graph, sourceCounts, dated, hasDisputed, hasRestricted]);
}
