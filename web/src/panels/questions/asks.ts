import { openPanel } from '../open-panel.ts';

/** Words that make a sentence a question, in the three languages; no name of the dataset has one (a test sees to it). */
const QUESTION_WORDS =
  /^(which|who|whom|what|where|when|how|if|is|are|does|do|can)\s|(^|\s)(mana|siapa|siapakah|berapa|apa|apakah|bagaimana|kapan|jika|bila)(\s|$)|どの|どこ|誰|何/i;

/** CLEARLY: it asks, and is meant as a question. PERHAPS: long enough for one, yet it may be a name. */
type Asking = 'CLEARLY' | 'PERHAPS' | 'NO';

export function howItAsks(text: string): Asking {
  if (/[?？]/.test(text) || (/\S\s+\S/.test(text.trim()) && QUESTION_WORDS.test(text))) return 'CLEARLY';
  return /(\S+\s+){3}\S/.test(text) ? 'PERHAPS' : 'NO';
}

/** Opens the library with the text as if it had been typed there. */
export const askTyped = (text: string): void => openPanel({ kind: 'QUESTIONS', asked: null, typed: text });
