import type { Explorer } from '../../actions/explorer.ts';
import { MEASURES } from '../../exploration/looks.ts';
import { openPanel } from '../open-panel.ts';
import type { Command } from '../palette/commands.ts';
import type { CommandWords } from '../palette/node-commands.ts';

/** Ranks, communities and fragility from the palette, and the looks on the canvas taken back. */
export function structureCommands(
  { store, sizeBy, colourBy }: Explorer,
  { t }: Pick<CommandWords, 't'>,
): readonly Command[] {
  const { selection, nodes, looks } = store.getState();
  const node = selection?.kind === 'node' ? nodes[selection.id] : undefined;
  const group = 'analysis';
  const commands: Command[] = MEASURES.map((measure) => ({
    id: `ranks-${measure}`,
    group,
    text: t('ranks.command', { measure: t(`ranks.measures.${measure}`) }),
    run: () => openPanel({ kind: 'RANKS', measure }),
  }));
  commands.push(
    {
      id: 'communities',
      group,
      text: t('communities.command'),
      run: () => openPanel({ kind: 'COMMUNITIES' }),
    },
    {
      id: 'fragility',
      group,
      text: t('fragility.command'),
      run: () => openPanel({ kind: 'FRAGILITY', without: null }),
    },
  );
  if (node !== undefined) {
    commands.push({
      id: 'without',
      group: 'node',
      text: t('fragility.commandWithout', { name: node.name }),
      run: () => openPanel({ kind: 'FRAGILITY', without: node.id }),
    });
  }
  if (looks.size !== null) {
    commands.push({ id: 'size-by-type', group: 'view', text: t('ranks.plainCommand'), run: () => void sizeBy(null) });
  }
  if (looks.colour !== null) {
    commands.push({ id: 'no-rings', group: 'view', text: t('ranks.plainRings'), run: () => void colourBy(null) });
  }
  return commands;
}
