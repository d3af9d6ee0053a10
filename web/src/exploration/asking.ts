import type { Answer } from './answer.ts';
import { LOADING, IDLE, type Exploration } from './exploration.ts';
import { expansionWith, type OpenedGroup } from './expanding.ts';
import type { Expansion } from './groups.ts';
import type { Arrived } from './known.ts';
import { sameFilters, sameQuestion, type Question } from './question.ts';
import type { Step } from './step.ts';
import { withoutAside } from './hiding.ts';
import { forgetMissing, remember } from './transitions.ts';

/**
 * A question is asked: the old answer stays on screen until the new one is there.
 * @param play the play of the years that asks; all its questions are one step
 */
export function askQuestion(exploration: Exploration, question: Question, play: number | null = null): Exploration {
  return { ...exploration, question, play, request: LOADING };
}

/**
 * The answer to a question is there. One that is no longer asked for is ignored. Under another date, evidence or scope the
 * same group means something else: then only the groups in `opened`, asked for under the new filters, stay open; otherwise
 * all do. It is a step when another question was answered before, or when it has more ties of the same answer; the first
 * answer, and the same one again (in another language, say), are none.
 */
export function receiveAnswer(
  exploration: Exploration,
  question: Question,
  answer: Answer,
  arrived: Arrived,
  opened: readonly OpenedGroup[] = [],
): Exploration {
  if (!sameQuestion(question, exploration.question)) return exploration;
  const standing = sameSubject(exploration.answered, question) ? exploration : withoutAside(exploration);
  const kept: Exploration = staysOpen(exploration, question)
    ? remember(standing, arrived)
    : reopened({ ...remember({ ...standing, relations: {} }, arrived), counts: {}, expansions: [] }, opened);
  return forgetMissing({
    ...kept,
    answer,
    answered: question,
    request: IDLE,
    hover: null,
    preview: null,
    step: stepOf(exploration, question, answer) ?? exploration.step,
  });
}

/** Whether both ask about the same part of the graph, on whatever evidence and date. */
function sameSubject(answered: Question | null, { evidence, asOf, ...subject }: Question): boolean {
  return answered !== null && sameQuestion({ ...answered, evidence, asOf }, { ...subject, evidence, asOf });
}

/** Whether open groups mean the same under the question as under the one that is answered. */
export function staysOpen({ answered }: Exploration, question: Question): boolean {
  return answered !== null && answered.scope === question.scope && sameFilters(answered, question);
}

function reopened(exploration: Exploration, opened: readonly OpenedGroup[]): Exploration {
  return opened.reduce<Exploration>((before, group) => {
    const expansion: Expansion = expansionWith(undefined, group);
    return { ...remember(before, group.page), expansions: [...before.expansions, expansion] };
  }, exploration);
}

function stepOf({ answered, answer, play, step }: Exploration, question: Question, next: Answer): Step | null {
  if (answered === null || answer === null) return null;
  if (!sameQuestion(answered, question)) {
    if (play === null) return { kind: 'ASK', question, before: answered };
    const goes = step?.kind === 'ASK' && step.play === play;
    return { kind: 'ASK', question, before: goes ? step.before : answered, play };
  }
  const more = next.ties.length - answer.ties.length;
  return more > 0 && next.revision === answer.revision ? { kind: 'MORE_TIES', count: more } : null;
}

/** The question could not be answered; what is on screen stays. */
export function failQuestion(exploration: Exploration, question: Question, message: string): Exploration {
  if (!sameQuestion(question, exploration.question)) return exploration;
  return { ...exploration, request: { status: 'failed', message }, preview: null };
}

/** Gives up waiting: the question goes back to the one that is answered on screen. */
export function cancelQuestion(exploration: Exploration): Exploration {
  if (exploration.request.status !== 'loading') return exploration;
  return { ...exploration, question: exploration.answered ?? exploration.question, request: IDLE, preview: null };
}
