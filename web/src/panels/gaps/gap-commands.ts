import type { Explorer } from '../../actions/explorer.ts';
import { openPanel } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';
import { gapEnds } from './gap-ends.ts';

/** The panel from the palette: for the selected cluster or large industry, or for all. */
export function gapCommands({ store }: Explorer, { t }: Pick<CommandWords, 't'>): readonly Command[] {
  const { selection, nodes } = store.getState();
  const node = selection?.kind === 'node' ? nodes[selection.id] : undefined;
  const ends = node === undefined ? null : gapEnds(node.id, node.type);
  const any: Command = {
    id: 'gaps',
    group: 'analysis',
    text: t('gaps.command'),
    run: () => openPanel({ kind: 'GAPS', cluster: null, firm: null }),
  };
  if (node === undefined || ends === null) return [any];
  return [{ id: 'gaps-of', group: 'node', text: t('gaps.find', { name: node.name }), run: () => openPanel(ends) }, any];
}
