import type { Explorer } from '../../actions/explorer.ts';
import { openPanel } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';

/** The panel from the palette: from the selected node, between two that are marked, or with both ends to be chosen. */
export function pathCommands({ store }: Explorer, { t }: Pick<CommandWords, 't'>): readonly Command[] {
  const { selection, nodes, marked } = store.getState();
  const node = selection?.kind === 'node' ? nodes[selection.id] : undefined;
  const [first, second, third] = marked;
  const commands: Command[] = [];
  if (node !== undefined) {
    commands.push({
      id: 'paths-from',
      group: 'node',
      text: t('paths.command', { name: node.name }),
      run: () => openPanel({ kind: 'PATHS', from: node.id, to: null }),
    });
  }
  if (first !== undefined && second !== undefined && third === undefined) {
    commands.push({
      id: 'paths-marked',
      group: 'marked',
      text: t('paths.findMarked'),
      run: () => openPanel({ kind: 'PATHS', from: first, to: second }),
    });
  }
  const run = (): void => openPanel({ kind: 'PATHS', from: null, to: null });
  return [...commands, { id: 'paths', group: 'analysis', text: t('paths.commandAny'), run }];
}
