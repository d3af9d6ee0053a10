import { openPanel } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';

/** The library of named questions from the palette. */
export function libraryCommands({ t }: Pick<CommandWords, 't'>): readonly Command[] {
  return [
    {
      id: 'questions',
      group: 'analysis',
      text: t('questions.command'),
      run: () => openPanel({ kind: 'QUESTIONS', asked: null, typed: null }),
    },
  ];
}
