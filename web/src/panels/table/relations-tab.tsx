import { useCallback, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import type { ExportedRelation } from '../../export/content.ts';
import { Button } from '../../ui/button.tsx';
import { useRelationColumns } from './relations-columns.tsx';
import type { RowAction } from './row-menu.tsx';
import { RowsPanel } from './rows-panel.tsx';
import type { ViewRows } from './use-view-rows.ts';

/** Relations as rows. Marks of theirs are the table's own, to copy them or to mark their ends in the view. */
export function RelationsTab({ view, note }: { readonly view: ViewRows; readonly note: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { graph, rows, asking } = view;
  const { records } = asking;
  const { selectRelation, selectNode, mark } = useExplorer();
  const nodes = useExploration((exploration) => exploration.nodes);
  const dated = useExploration(({ answered }) => answered?.asOf !== null && answered !== null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const come = useCallback(({ id }: ExportedRelation) => records.relations.has(id), [records]);
  const columns = useRelationColumns(
    nodes,
    come,
    dated,
    rows.relations.some(({ disputed }) => disputed),
    rows.relations.some(({ restricted }) => restricted),
  );
  const byId = useMemo(() => new Map(rows.relations.map((relation) => [String(relation.id), relation])), [rows]);
  const selected = useMemo(
    () => new Set<string>(graph.lines.filter((line) => line.selected).flatMap((line) => line.relations)),
    [graph],
  );
  const marked = useMemo(() => new Set([...chosen].filter((id) => byId.has(id))), [chosen, byId]);
  const endsOf = (ids: Iterable<string>): readonly ExportedRelation['from'][] =>
    [...ids].flatMap((id) => {
      const relation = byId.get(id);
      return relation === undefined ? [] : [relation.from, relation.to];
    });

  const actionsOf = (id: string): readonly RowAction[] => {
    const relation = byId.get(id);
    if (relation === undefined) return [];
    const { from, to, fromName, toName } = relation;
    return [
      { id: 'details', text: t('table.details'), key: 'Enter', run: () => selectRelation(relation.id) },
      { id: 'from', text: t('table.detailsOf', { name: fromName }), run: () => selectNode(from) },
      { id: 'to', text: t('table.detailsOf', { name: toName }), run: () => selectNode(to) },
      { id: 'ends', text: t('table.markEnds'), key: 'M', run: () => mark([from, to], 'ADD') },
    ];
  };

  return (
    <RowsPanel
      label={t('table.relations')}
      items={rows.relations}
      columns={columns}
      idOf={idOfRelation}
      nameOf={nameOfRelation}
      isSelected={(id) => selected.has(id)}
      marked={marked}
      onMark={(ids, to) =>
        setChosen((before) =>
          to ? new Set([...before, ...ids]) : new Set([...before].filter((id) => !ids.includes(id))),
        )
      }
      onOpen={(id) => {
        const relation = byId.get(id);
        if (relation !== undefined) selectRelation(relation.id);
      }}
      actionsOf={actionsOf}
      note={note}
      markedActions={
        <>
          <Button onPress={() => mark(endsOf(marked), 'ADD')}>{t('table.markEnds')}</Button>
          <Button onPress={() => setChosen(new Set())}>{t('table.unmark')}</Button>
        </>
      }
    />
  );
}

const idOfRelation = ({ id }: ExportedRelation): string => id;
const nameOfRelation = ({ fromName, typeLabel, toName }: ExportedRelation): string =>
  `${fromName} ${typeLabel} ${toName}`;
