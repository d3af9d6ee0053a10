import { openPanel } from '../open-panel.ts';

/** Whether a text reads like a question rather than a name that is looked for: it has a question mark, or four words or more. */
export const readsLikeQuestion = (text: string): boolean => /[?？]|(\S+\s+){3}\S/.test(text);

/** Opens the library with the text as if it had been typed there. */
export const askTyped = (text: string): void => openPanel({ kind: 'QUESTIONS', asked: null, typed: text });
