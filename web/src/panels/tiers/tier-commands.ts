import type { Explorer } from '../../actions/explorer.ts';
import { openPanel, openTrace } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';

/** The tiers from the palette: of the selected node either way, or of a node to be chosen. */
export function tierCommands({ store }: Explorer, { t }: Pick<CommandWords, 't'>): readonly Command[] {
  const { selection, nodes } = store.getState();
  const node = selection?.kind === 'node' ? nodes[selection.id] : undefined;
  const run = (): void => openPanel({ kind: 'TIERS', root: null, direction: 'UPSTREAM' });
  const any: Command = { id: 'tiers', group: 'analysis', text: t('tiers.commandAny'), run };
  if (node === undefined) return [any];
  const { name } = node;
  return [
    {
      id: 'tiers-up',
      group: 'node',
      text: t('tiers.commandUp', { name }),
      run: () => openTrace(node, 'UPSTREAM'),
    },
    {
      id: 'tiers-down',
      group: 'node',
      text: t('tiers.commandDown', { name }),
      run: () => openTrace(node, 'DOWNSTREAM'),
    },
    any,
  ];
}
