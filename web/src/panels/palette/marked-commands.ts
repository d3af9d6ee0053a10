import { NODE_TYPES, type NodeType } from '#vocabulary';
import type { Explorer } from '../../actions/explorer.ts';
import { markedIn } from '../../exploration/marking.ts';
import { visibleGraphNow } from '../../exploration/visible-graph.ts';
import { stepText } from '../history/step-text.ts';
import { typesWord } from '../words.ts';
import type { Command } from './commands.ts';
import type { CommandWords } from './node-commands.ts';

/** Marking, what can be done with what is marked, and bringing back what is hidden. */
export function markedCommands(explorer: Explorer, { t, language }: CommandWords): readonly Command[] {
  const graph = visibleGraphNow(explorer.store.getState());
  const marked = markedIn(graph);
  const group = 'marked';
  const drawn = new Set(graph.nodes.map((node) => node.type));
  const types = Object.keys(NODE_TYPES).filter(
    (type): type is NodeType => type in NODE_TYPES && [...drawn].some((d) => d === type),
  );
  const onMarked: readonly Command[] = [
    { id: 'marked-hide', group, text: t('palette.hideMarked'), run: () => explorer.hide(marked) },
    { id: 'marked-keep', group, text: t('palette.keepMarked'), run: () => explorer.keepOnly(marked) },
    { id: 'marked-pin', group, text: t('palette.pinMarked'), run: () => explorer.pinHere(marked) },
    { id: 'marked-neighbours', group, text: t('marked.neighbours'), run: () => explorer.markNeighbours() },
    { id: 'marked-clear', group, text: t('palette.clearMarks'), keys: 'Esc', run: explorer.clearMarks },
  ];
  return [
    ...(marked.length > 0 ? onMarked : []),
    {
      id: 'mark-all',
      group,
      text: t('palette.markAll'),
      run: () =>
        explorer.mark(
          graph.nodes.map((node) => node.id),
          'SET',
        ),
    },
    ...types.map((type): Command => ({
      id: `mark-${type}`,
      group,
      text: t('palette.markType', { type: typesWord(type, language) }),
      run: () => explorer.markType(type),
    })),
    ...(graph.hiddenNodes.length === 0
      ? []
      : ([
          {
            id: 'bring-back',
            group,
            text: t('palette.bringBackAll'),
            run: () => explorer.bringBack(graph.hiddenNodes),
          },
        ] as const)),
  ];
}

/** Undo and redo, with the names of their steps; what cannot be done is left out. */
export function historyCommands(explorer: Explorer, words: CommandWords): readonly Command[] {
  const { past, future } = explorer.steps();
  const { nodes } = explorer.store.getState();
  const [last, next] = [past.at(-1), future[0]];
  const commands: Command[] = [];
  if (last !== undefined) {
    const text = words.t('history.undoStep', { step: stepText(last, { ...words, nodes }) });
    commands.push({ id: 'undo', group: 'history', text, keys: 'Ctrl Z', run: () => explorer.undo() });
  }
  if (next !== undefined) {
    const text = words.t('history.redoStep', { step: stepText(next, { ...words, nodes }) });
    commands.push({ id: 'redo', group: 'history', text, keys: 'Ctrl Shift Z', run: () => explorer.redo() });
  }
  return commands;
}
