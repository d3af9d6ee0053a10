import type { Language, NodeId } from '#vocabulary';
import { useMemo, useState } from 'react';
import type { ExplorationStore } from '../exploration/store.ts';
import { hover } from '../exploration/transitions.ts';
import type { VisibleGraph, VisibleLine } from '../exploration/visible-graph.ts';
import { selectionOfLine } from './light.ts';
import { namesOf, spokenLine } from './spoken.ts';
import { countText, WORDS } from './words.ts';

/** Walking along the relations of a node, one after another. */
export interface Walking {
  /** The line that was walked to; null when none was. */
  readonly line: VisibleLine | null;
  /** What is said of it: "Metal cluster of Tegal supplies Kayaba (2 of 6)". */
  readonly spoken: string | null;
  /** To the next (1) or previous (−1) line of the node; lights it. */
  readonly along: (of: NodeId | null, by: 1 | -1) => void;
  /** The end of the line away from where the walk began. */
  readonly otherEnd: () => NodeId | null;
  readonly leave: () => void;
}

export function useWalk(store: ExplorationStore, graph: VisibleGraph, language: Language): Walking {
  const [walk, setWalk] = useState<{ readonly of: NodeId; readonly index: number } | null>(null);
  const lines = useMemo(() => linesOf(graph, walk?.of ?? null), [graph, walk?.of]);
  const line = walk === null ? null : (lines[walk.index] ?? null);
  const spoken = useMemo(() => {
    if (walk === null || line === null) return walk === null ? null : WORDS[language].noRelation;
    const count = (value: number): string => countText(value, language);
    return WORDS[language].oneOf(
      spokenLine(line, namesOf(graph), language),
      count(walk.index + 1),
      count(lines.length),
    );
  }, [walk, line, lines, graph, language]);
  return {
    line,
    spoken,
    along: (of, by) => {
      if (of === null) return;
      const all = linesOf(graph, of);
      const before = walk?.of === of ? walk.index : by === 1 ? -1 : 0;
      const index = all.length === 0 ? 0 : (before + by + all.length) % all.length;
      setWalk({ of, index });
      const next = all[index];
      if (next !== undefined) store.setState((exploration) => hover(exploration, selectionOfLine(next)));
    },
    otherEnd: () => (walk === null || line === null ? null : line.from === walk.of ? line.to : line.from),
    leave: () => {
      if (walk === null) return;
      setWalk(null);
      store.setState((exploration) => hover(exploration, null));
    },
  };
}

function linesOf(graph: VisibleGraph, id: NodeId | null): readonly VisibleLine[] {
  return id === null ? [] : graph.lines.filter(({ from, to }) => from === id || to === id);
}
