import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { sourceIds, type ExportedNode } from '../../export/content.ts';
import { requestExpand } from '../expand-request.ts';
import { useNodeColumns } from './nodes-columns.tsx';
import type { RowAction } from './row-menu.tsx';
import { RowsPanel } from './rows-panel.tsx';
import type { ViewRows } from './use-view-rows.ts';

/** Nodes as rows: marked, opened, hidden, pinned and expanded as in the graph. */
export function NodesTab({ view, note }: { readonly view: ViewRows; readonly note: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { graph, rows, behind, asking } = view;
  const { records } = asking;
  const { selectNode, mark, hide, keepOnly, pinHere, unpin } = useExplorer();
  const markedIds = useExploration((exploration) => exploration.marked);
  const pinned = useExploration((exploration) => exploration.pinned);
  const selection = useExploration((exploration) => exploration.selection);
  const dated = useExploration(({ answered }) => answered?.asOf !== null && answered !== null);
  const sourceCounts = useMemo(() => sourcesByNode(rows.nodes, behind, records.relations), [rows, behind, records]);
  const columns = useNodeColumns(
    graph,
    sourceCounts,
    dated,
    rows.nodes.some(({ disputed }) => disputed),
    rows.nodes.some(({ restricted }) => restricted),
  );
  const ids = useMemo(() => new Map(rows.nodes.map(({ id }) => [String(id), id])), [rows]);
  const marked = useMemo(() => new Set<string>(markedIds.filter((id) => ids.has(id))), [markedIds, ids]);
  const known = (some: readonly string[]): readonly NodeId[] => some.flatMap((id) => ids.get(id) ?? []);

  const actionsOf = (text: string): readonly RowAction[] => {
    const id = ids.get(text);
    if (id === undefined) return [];
    return [
      { id: 'details', text: t('table.details'), key: 'Enter', run: () => selectNode(id) },
      {
        id: 'expand',
        text: t('details.expand'),
        key: 'E',
        run: () => {
          selectNode(id);
          requestExpand(id);
        },
      },
      { id: 'hide', text: t('table.hide'), key: 'H', run: () => hide([id]) },
      { id: 'keep', text: t('table.keepOnly'), run: () => keepOnly([id]) },
      pinned[id] === undefined
        ? { id: 'pin', text: t('table.pin'), key: 'P', run: () => pinHere([id]) }
        : { id: 'unpin', text: t('table.unpin'), key: 'P', run: () => unpin([id]) },
    ];
  };

  return (
    <RowsPanel
      label={t('table.nodes')}
      items={rows.nodes}
      columns={columns}
      idOf={idOfNode}
      nameOf={nameOfNode}
      isSelected={(id) => selection?.kind === 'node' && selection.id === id}
      marked={marked}
      onMark={(some, to) => mark(known(some), to ? 'ADD' : 'REMOVE')}
      onOpen={(id) => {
        const [node] = known([id]);
        if (node !== undefined) selectNode(node);
      }}
      actionsOf={actionsOf}
      note={note}
      markedActions={null}
    />
  );
}

const idOfNode = ({ id }: ExportedNode): string => id;
const nameOfNode = ({ name }: ExportedNode): string => name;

/** Distinct sources of a node's relations in the view; only of nodes all of whose relations have been asked about. */
function sourcesByNode(
  nodes: ViewRows['rows']['nodes'],
  relations: ViewRows['rows']['relations'],
  come: { readonly has: (id: string) => boolean },
): ReadonlyMap<NodeId, number> {
  const sources = new Map<NodeId, Set<string>>(nodes.map(({ id }) => [id, new Set()]));
  const waiting = new Set<NodeId>();
  for (const { id, from, to, evidence } of relations) {
    for (const end of [from, to]) {
      if (!come.has(id)) waiting.add(end);
      const known = sources.get(end) ?? new Set<string>();
      for (const source of sourceIds(evidence)) known.add(source);
      sources.set(end, known);
    }
  }
  return new Map([...sources].flatMap(([id, known]) => (waiting.has(id) ? [] : [[id, known.size] as const])));
}
