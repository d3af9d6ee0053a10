import type { Language, NodeId } from '#vocabulary';
import { memo, type MouseEvent, type ReactElement } from 'react';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { namesOf, spokenLine, spokenOf } from './spoken.ts';
import { WORDS } from './words.ts';

/**
 * The picture as a screen reader's browse mode finds it: every node drawn, as a button that opens it, and every line in
 * words. One listener for all of them, and none in the order of Tab: the keyboard walks the picture itself.
 */
export const SpokenPicture = memo(function SpokenPicture({
  graph,
  language,
  onOpen,
}: {
  readonly graph: VisibleGraph;
  readonly language: Language;
  readonly onOpen: (id: NodeId) => void;
}): ReactElement {
  const words = WORDS[language];
  const names = namesOf(graph);
  const open = (event: MouseEvent): void => {
    const { target } = event;
    const index = target instanceof HTMLElement ? Number(target.dataset['node'] ?? NaN) : NaN;
    const node = graph.nodes[index];
    if (node !== undefined) onOpen(node.id);
  };
  return (
    <div className="spoken">
      {/* The buttons in it are what is pressed. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <ul aria-label={words.nodeList} onClick={open}>
        {graph.nodes.map((node, index) => (
          <li key={node.id}>
            <button type="button" tabIndex={-1} data-node={index}>
              {spokenOf(node, language)}
            </button>
          </li>
        ))}
      </ul>
      <ul aria-label={words.lineList}>
        {graph.lines.map((line) => (
          <li key={line.id}>{spokenLine(line, names, language)}</li>
        ))}
      </ul>
    </div>
  );
});
