import type { TFunction } from 'i18next';
import type { Language } from '#vocabulary';
import type { Explorer } from '../../actions/explorer.ts';
import { requestExpand } from '../expand-request.ts';
import type { Command } from './commands.ts';

/** What commands are named with. */
export interface CommandWords {
  readonly t: TFunction;
  readonly language: Language;
}

/** What can be done with the selected node; none when no node is selected. */
export function nodeCommands(explorer: Explorer, { t }: CommandWords): readonly Command[] {
  const { selection, nodes, expansions, pinned, marked } = explorer.store.getState();
  const node = selection?.kind === 'node' ? nodes[selection.id] : undefined;
  const closing: readonly Command[] =
    selection === null
      ? []
      : [{ id: 'close', group: 'page', text: t('palette.closeDetails'), keys: 'Esc', run: explorer.close }];
  if (node === undefined) return closing;
  const { id, name } = node;
  const [isPinned, isMarked] = [pinned[id] !== undefined, marked.includes(id)];
  const group = 'node';
  return [
    { id: 'expand', group, text: t('palette.expand', { name }), keys: 'E', run: () => requestExpand(id) },
    ...(expansions.some((expansion) => expansion.group.of === id)
      ? ([
          {
            id: 'collapse',
            group,
            text: t('palette.collapse', { name }),
            keys: 'C',
            run: () => explorer.collapseAll(id),
          },
        ] as const)
      : []),
    { id: 'hide', group, text: t('palette.hide', { name }), run: () => explorer.hide([id]) },
    { id: 'keep-only', group, text: t('palette.keepOnly', { name }), run: () => explorer.keepOnly([id]) },
    {
      id: 'pin',
      group,
      text: t(isPinned ? 'palette.unpin' : 'palette.pin', { name }),
      keys: 'P',
      run: () => (isPinned ? explorer.unpin([id]) : explorer.pinHere([id])),
    },
    {
      id: 'mark',
      group,
      text: t(isMarked ? 'palette.unmark' : 'palette.mark', { name }),
      run: () => explorer.mark([id], 'TOGGLE'),
    },
    {
      id: 'mark-neighbours',
      group,
      text: t('palette.markNeighbours', { name }),
      run: () => explorer.markNeighbours([id]),
    },
    ...closing,
  ];
}
