import type { NodeId } from '#vocabulary';
import { drawnNodes } from './drawn-nodes.ts';
import type { Exploration } from './exploration.ts';
import type { Candidate } from './looks.ts';
import { stepTo } from './step.ts';

/**
 * Draws candidates in the picture, in the place of those that were drawn: their ends come into it, and what stands between
 * them is no relation. It is counted nowhere and in no file. One step. Ends that are not known are left out.
 */
export function drawCandidates(exploration: Exploration, pairs: readonly Candidate[]): Exploration {
  const before = dropped(exploration);
  const known = pairs.filter(({ cluster, firm }) => {
    return exploration.nodes[cluster] !== undefined && exploration.nodes[firm] !== undefined;
  });
  if (known.length === 0) return dropCandidates(exploration);
  const ends = new Set(known.flatMap(({ cluster, firm }) => [cluster, firm]));
  const there = drawnNodes(before);
  const brought = [...ends].filter((id) => !there.has(id));
  return stepTo(
    exploration,
    { kind: 'CANDIDATES', count: known.length },
    {
      placed: [...before.placed, ...brought],
      hidden: before.hidden.filter((id) => !ends.has(id)),
      looks: { ...exploration.looks, candidates: { pairs: known, brought } },
    },
  );
}

/** Takes the candidates out of the picture, with the nodes that they brought and nothing else holds there. One step. */
export function dropCandidates(exploration: Exploration): Exploration {
  if (exploration.looks.candidates === null) return exploration;
  const { placed, looks } = dropped(exploration);
  return stepTo(exploration, { kind: 'CANDIDATES', count: 0 }, { placed, looks });
}

function dropped(exploration: Exploration): Exploration {
  const { candidates } = exploration.looks;
  if (candidates === null) return exploration;
  const brought = new Set<NodeId>(candidates.brought);
  return {
    ...exploration,
    placed: exploration.placed.filter((id) => !brought.has(id)),
    looks: { ...exploration.looks, candidates: null },
  };
}
