/** What a person has seen of the first visit's help, kept in the browser's storage. */
import { useSyncExternalStore } from 'react';
import { boolean, object } from 'zod/mini';

const STORED_AS = 'sentra.visit';

const schema = object({ questionsHidden: boolean() });

/** What was put away. */
interface Visit {
  /** The starting questions were put away; they come back when asked for. */
  readonly questionsHidden: boolean;
}

const FIRST: Visit = { questionsHidden: false };

/** A browser may refuse storage, and it may hold anything: what cannot be read is a first visit. */
function remembered(): Visit {
  try {
    const parsed = schema.safeParse(JSON.parse(window.localStorage.getItem(STORED_AS) ?? 'null'));
    return parsed.success ? parsed.data : FIRST;
  } catch {
    return FIRST;
  }
}

let visit = remembered();
const listeners = new Set<() => void>();

/** Puts the starting questions away, or brings them back. */
export function hideQuestions(questionsHidden: boolean): void {
  visit = { questionsHidden };
  try {
    window.localStorage.setItem(STORED_AS, JSON.stringify(visit));
  } catch {
    // Then it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** Whether the starting questions are put away. */
export function useQuestionsHidden(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => visit.questionsHidden,
  );
}
