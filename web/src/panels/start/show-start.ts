import type { Explorer } from '../../actions/explorer.ts';
import { FIRST_QUESTION, sameQuestion } from '../../exploration/question.ts';
import { openPanel } from '../open-panel.ts';
import { hideQuestions } from './visit.ts';

/** Brings the starting questions back, with the answer that they stand below. */
export function showStart({ store, ask, close, setView }: Explorer): void {
  hideQuestions(false);
  openPanel(null);
  close();
  const { question, view } = store.getState();
  if (!sameQuestion(question, FIRST_QUESTION)) ask(FIRST_QUESTION);
  // Only a phone has a view without the answer beside it.
  if (view !== 'LIST' && document.getElementById('answer') === null) setView('LIST');
  document.getElementById('answer')?.focus();
}
