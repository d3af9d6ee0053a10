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

/**
 * A picture of these nodes alone: all else that is drawn is set aside, hidden until a question about another part of the graph is
 * answered. What a person hid stays hidden then, too. Nothing happens when none of the nodes is drawn.
 */
export function startFrom(exploration: Exploration, ids: readonly NodeId[]): Exploration {
  const own = new Set(ids);
  const drawn = [...drawnNodes(exploration).keys()];
  const nodes = drawn.filter((id) => own.has(id));
  const still = exploration.hidden.filter((id) => !own.has(id));
  const hidden = new Set(still);
  const aside = drawn.filter((id) => !own.has(id) && !hidden.has(id));
  if (nodes.length === 0 || (aside.length === 0 && still.length === exploration.hidden.length)) return exploration;
  return stepTo(
    exploration,
    { kind: 'KEEP_ONLY', nodes },
    {
      hidden: [...still, ...aside],
      setAside: [...exploration.setAside.filter((id) => hidden.has(id)), ...aside],
      marked: exploration.marked.filter((id) => own.has(id)),
    },
  );
}

/** What was set aside is in the picture again. No step: it comes with one. */
export function withoutAside(exploration: Exploration): Exploration {
  if (exploration.setAside.length === 0) return exploration;
  const aside = new Set(exploration.setAside);
  return { ...exploration, hidden: exploration.hidden.filter((id) => !aside.has(id)), setAside: [] };
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
