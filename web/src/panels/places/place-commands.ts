import type { Explorer } from '../../actions/explorer.ts';
import { openPanel } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';
import { placeProfileOf } from './place-panel.ts';

/** Profiles from the palette: of the selected place, or of one still to be chosen. */
export function placeCommands({ store }: Explorer, { t }: Pick<CommandWords, 't'>): readonly Command[] {
  const { selection, nodes } = store.getState();
  const node = selection?.kind === 'node' ? nodes[selection.id] : undefined;
  const panel = node === undefined ? null : placeProfileOf(node.id, node.type);
  const any: Command = {
    id: 'places',
    group: 'analysis',
    text: t('places.command'),
    run: () => openPanel({ kind: 'PLACES', place: null }),
  };
  if (node === undefined || panel === null) return [any];
  return [
    { id: 'place-of', group: 'node', text: t('places.commandOf', { name: node.name }), run: () => openPanel(panel) },
    any,
  ];
}
