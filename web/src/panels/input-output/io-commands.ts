import { openPanel } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';

/** The panel from the palette. */
export function inputOutputCommands({ t }: Pick<CommandWords, 't'>): readonly Command[] {
  return [
    {
      id: 'input-output',
      group: 'analysis',
      text: t('inputOutput.command'),
      run: () => openPanel({ kind: 'INPUT_OUTPUT' }),
    },
  ];
}
