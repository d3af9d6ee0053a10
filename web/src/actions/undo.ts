import { afterRestoring, giveUp, isUnfinished, stepsOf, type Steps } from '../exploration/history.ts';
import type { Asking } from './ask.ts';
import type { Walking } from './walk.ts';
import type { Workings } from './workings.ts';

/** Going back over what was done, and forward again. */
export interface History {
  /**
   * Takes back the last step, or so many. Without a number, while something is awaited (or failed), only that is given up:
   * it is the last thing that was done. Nothing that was asked for before arrives afterwards.
   */
  readonly undo: (steps?: number) => void;
  /** Does again what was undone last, or so many steps. */
  readonly redo: (steps?: number) => void;
  readonly steps: () => Steps;
}

/** @param count fills in the counts that a restored picture lacks */
export function history(
  { store }: Pick<Workings, 'store'>,
  { abandon, isStale, askAgain }: Asking,
  { abandonExpansions }: Walking,
  count: () => Promise<void>,
): History {
  /** Nothing asked for before may arrive in the state that is restored. */
  const stop = (): boolean => {
    const unfinished = isUnfinished(store.getState());
    abandon();
    abandonExpansions();
    if (unfinished) store.setState(giveUp);
    return unfinished;
  };

  const restore = (go: () => void): void => {
    const { answer, answered, question, relations, counts } = store.getState();
    go();
    // The first answer is no step: what was done before it came is undone under it.
    if (store.getState().answer === null) store.setState({ answer, answered, question, relations, counts });
    store.setState(afterRestoring);
    const restored = store.getState().answer;
    if (restored !== null && isStale(restored)) askAgain();
    else void count();
  };

  return {
    undo: (steps) => {
      if (stop() && steps === undefined) return;
      const { pastStates, undo } = store.temporal.getState();
      if (pastStates.length > 0) restore(() => undo(steps ?? 1));
    },
    redo: (steps = 1) => {
      stop();
      const { futureStates, redo } = store.temporal.getState();
      if (futureStates.length > 0) restore(() => redo(steps));
    },
    steps: () => stepsOf(store.getState().step, store.temporal.getState()),
  };
}
