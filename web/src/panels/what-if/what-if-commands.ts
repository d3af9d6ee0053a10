import type { Explorer } from '../../actions/explorer.ts';
import { openPanel, whatIfEnds } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';

/** What-if from the palette: for the selected maker or place, or with shocks still to be chosen. */
export function whatIfCommands({ store }: Explorer, { t }: Pick<CommandWords, 't'>): readonly Command[] {
  const { selection, nodes } = store.getState();
  const node = selection?.kind === 'node' ? nodes[selection.id] : undefined;
  const panel = node === undefined ? null : whatIfEnds(node.id, node.type);
  const any: Command = {
    id: 'what-if',
    group: 'analysis',
    text: t('whatIf.command'),
    run: () => openPanel({ kind: 'WHAT_IF', closes: null }),
  };
  if (node === undefined || panel === null) return [any];
  const text = t('whatIf.commandOf', { name: node.name });
  return [{ id: 'what-if-of', group: 'node', text, run: () => openPanel(panel) }, any];
}
