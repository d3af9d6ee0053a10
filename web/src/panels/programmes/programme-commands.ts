import type { Explorer } from '../../actions/explorer.ts';
import { openPanel } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';
import { supportOf } from './support-panel.ts';

/** Programmes from the palette: of the selected cluster, place or supporter, or of all. */
export function programmeCommands({ store }: Explorer, { t }: Pick<CommandWords, 't'>): readonly Command[] {
  const { selection, nodes } = store.getState();
  const node = selection?.kind === 'node' ? nodes[selection.id] : undefined;
  const panel = node === undefined ? null : supportOf(node.id, node.type);
  const any: Command = {
    id: 'programmes',
    group: 'analysis',
    text: t('programmes.command'),
    run: () => openPanel({ kind: 'PROGRAMMES', of: null, type: null }),
  };
  if (node === undefined || panel === null) return [any];
  return [
    {
      id: 'programmes-of',
      group: 'node',
      text: t('programmes.commandOf', { name: node.name }),
      run: () => openPanel(panel),
    },
    any,
  ];
}
