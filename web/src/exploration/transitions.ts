import type { NodeId, RelationId } from '#vocabulary';
import {
  IDLE,
  LOADING,
  sameQuestion,
  type Answer,
  type Exploration,
  type KnownNode,
  type KnownRelation,
  type Question,
  type Selection,
  type View,
} from './exploration.ts';

/** Nodes and relations that an answer brings along. */
export interface Arrived {
  readonly nodes: readonly KnownNode[];
  readonly relations: readonly KnownRelation[];
}

/** Adds to what is known; a later word on the same id replaces the earlier one, but a count once known stays. */
export function remember(exploration: Exploration, arrived: Arrived): Exploration {
  const nodes: Record<NodeId, KnownNode> = { ...exploration.nodes };
  for (const node of arrived.nodes) {
    const before = nodes[node.id];
    nodes[node.id] =
      before === undefined || node.relationCount !== null ? node : { ...node, relationCount: before.relationCount };
  }
  const relations: Record<RelationId, KnownRelation> = { ...exploration.relations };
  for (const relation of arrived.relations) relations[relation.id] = relation;
  return { ...exploration, nodes, relations };
}

/** A question is asked: the old answer stays on screen until the new one is there. */
export function askQuestion(exploration: Exploration, question: Question): Exploration {
  return { ...exploration, question, request: LOADING };
}

/**
 * The answer to a question is there. One that is no longer asked for is ignored. Under another date, evidence or scope
 * the same group means something else, so expansions go when those filters changed (the explorer asks for them anew); they
 * stay otherwise.
 */
export function receiveAnswer(
  exploration: Exploration,
  question: Question,
  answer: Answer,
  arrived: Arrived,
): Exploration {
  if (!sameQuestion(question, exploration.question)) return exploration;
  const before = exploration.answered;
  const filtersStay =
    before !== null &&
    before.asOf === question.asOf &&
    before.scope === question.scope &&
    sameQuestion({ ...before, evidence: question.evidence }, before);
  const kept: Exploration = filtersStay
    ? exploration
    : { ...exploration, relations: {}, expansions: [], expanding: {} };
  return forgetMissingSelection({
    ...remember(kept, arrived),
    answer,
    answered: question,
    request: IDLE,
    hover: null,
  });
}

/** The question could not be answered; what is on screen stays. */
export function failQuestion(exploration: Exploration, question: Question, message: string): Exploration {
  if (!sameQuestion(question, exploration.question)) return exploration;
  return { ...exploration, request: { status: 'failed', message } };
}

/** Gives up waiting: the question goes back to the one that is answered on screen. */
export function cancelQuestion(exploration: Exploration): Exploration {
  if (exploration.request.status !== 'loading') return exploration;
  return { ...exploration, question: exploration.answered ?? exploration.question, request: IDLE };
}

/** Selects one thing, or nothing. Selecting never changes what is drawn. */
export function select(exploration: Exploration, selection: Selection | null): Exploration {
  return { ...exploration, selection };
}

/** Points at one thing, or at nothing. */
export function hover(exploration: Exploration, pointedAt: Selection | null): Exploration {
  return sameSelection(exploration.hover, pointedAt) ? exploration : { ...exploration, hover: pointedAt };
}

export function setView(exploration: Exploration, view: View): Exploration {
  return { ...exploration, view };
}

/** Puts a known node into the picture, such as one that was searched for. Nothing happens when it is not known. */
export function placeNode(exploration: Exploration, id: NodeId): Exploration {
  if (exploration.nodes[id] === undefined || exploration.placed.includes(id)) return exploration;
  return { ...exploration, placed: [...exploration.placed, id] };
}

/** Takes a node that was put into the picture out again; what else holds it there still does. */
export function unplaceNode(exploration: Exploration, id: NodeId): Exploration {
  return { ...exploration, placed: exploration.placed.filter((placed) => placed !== id) };
}

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.kind !== b.kind) return false;
  if (a.kind === 'relations' && b.kind === 'relations') {
    return a.ids.length === b.ids.length && a.ids.every((id) => b.ids.includes(id));
  }
  return a.kind !== 'relations' && b.kind !== 'relations' && a.id === b.id;
}

/** A tie or relation that the new answer no longer knows cannot stay selected; nodes and sources can. */
function forgetMissingSelection(exploration: Exploration): Exploration {
  const { selection } = exploration;
  const gone =
    (selection?.kind === 'tie' && exploration.answer?.ties.every((tie) => tie.id !== selection.id)) ||
    (selection?.kind === 'relations' && selection.ids.some((id) => exploration.relations[id] === undefined));
  return gone === true ? { ...exploration, selection: null } : exploration;
}
