import { useMemo } from 'react';
import { useRecords, type RecordsState } from '../../actions/records.ts';
import { useExploration } from '../../actions/explorer-context.ts';
import { visibleGraphNow, type VisibleGraph } from '../../exploration/visible-graph.ts';
import { idsOf, rowsOf, type Rows } from '../../export/rows.ts';
import type { Said } from '../../export/said.ts';
import { useLanguage } from '../../languages/use-language.ts';

/** What is drawn, as rows, with what is known so far of their sources. */
export interface ViewRows {
  readonly graph: VisibleGraph;
  /** What is drawn, as the counts of the picture have it: without what is folded into its lines. */
  readonly rows: Rows;
  /** What is on its lines and folded into them. */
  readonly behind: Rows['relations'];
  readonly asking: RecordsState;
}

const NOTHING_SAID: Said = { relations: new Map(), nodes: new Map() };
const NOWHERE = new Map<string, never>();

/** The rows of the view; sources and sectors come page by page in the background. */
export function useViewRows(): ViewRows {
  const language = useLanguage();
  const graph = useExploration(visibleGraphNow);
  const nodes = useExploration((exploration) => exploration.nodes);
  const relations = useExploration((exploration) => exploration.relations);
  const counts = useExploration((exploration) => exploration.counts);
  const source = useMemo(
    () => ({ graph, known: { nodes, relations, counts }, standing: NOWHERE, language }),
    [graph, nodes, relations, counts, language],
  );
  const wanted = useMemo(() => idsOf(rowsOf({ ...source, said: NOTHING_SAID }, null)), [source]);
  const asking = useRecords(wanted);
  const { records } = asking;
  const all = useMemo(() => rowsOf({ ...source, said: records }, null), [source, records]);
  const rows = useMemo(
    () => ({
      nodes: all.nodes.filter(({ drawn }) => drawn),
      relations: all.relations.filter(({ drawn }) => drawn),
    }),
    [all],
  );
  return { graph, rows, behind: all.relations, asking };
}
