import { answer } from './answer.ts';
import { app } from './app.ts';
import { filter } from './filter.ts';
import { question } from './question.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { state } from './state.ts';
import { view } from './view.ts';

/** What the first screen says; it travels with the page. */
export const first = { app, search, view, settings, question, filter, answer, start, state };
