import type { NodeId } from '#vocabulary';
import { drawnNodes } from './drawn-nodes.ts';
import type { Exploration } from './exploration.ts';
import { stepTo } from './step.ts';

/** Takes nodes out of the picture, with every relation of theirs. They stay hidden whatever else would draw them. */
export function hide(exploration: Exploration, ids: readonly NodeId[]): Exploration {
  const nodes = distinct(ids).filter((id) => !exploration.hidden.includes(id));
  if (nodes.length === 0) return exploration;
  return stepTo(
    exploration,
    { kind: 'HIDE', nodes },
    {
      hidden: [...exploration.hidden, ...nodes],
      marked: exploration.marked.filter((id) => !nodes.includes(id)),
    },
  );
}

/** Hides everything else that is drawn. Nothing happens when none of the nodes is drawn: that would empty the picture. */
export function keepOnly(exploration: Exploration, ids: readonly NodeId[]): Exploration {
  const drawn = [...drawnNodes(exploration).keys()].filter((id) => !exploration.hidden.includes(id));
  const nodes = drawn.filter((id) => ids.includes(id));
  const others = drawn.filter((id) => !ids.includes(id));
  if (nodes.length === 0 || others.length === 0) return exploration;
  return stepTo(
    exploration,
    { kind: 'KEEP_ONLY', nodes },
    {
      hidden: [...exploration.hidden, ...others],
      marked: exploration.marked.filter((id) => ids.includes(id)),
    },
  );
}

/** Shows nodes again that were hidden. */
export function bringBack(exploration: Exploration, ids: readonly NodeId[]): Exploration {
  const nodes = distinct(ids).filter((id) => exploration.hidden.includes(id));
  if (nodes.length === 0) return exploration;
  return stepTo(
    exploration,
    { kind: 'BRING_BACK', nodes },
    { hidden: exploration.hidden.filter((id) => !nodes.includes(id)) },
  );
}

const distinct = (ids: readonly NodeId[]): readonly NodeId[] => [...new Set(ids)];
