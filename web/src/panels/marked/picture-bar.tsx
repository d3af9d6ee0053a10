import type { ReactElement } from 'react';
import { useVisibleGraph } from '../../actions/explorer-context.ts';
import { markedIn } from '../../exploration/marking.ts';
import { HiddenChip } from './hidden-chip.tsx';
import { MarkedBar } from './marked-bar.tsx';
import './marked.css';

/** Over the picture, whatever draws it: what is marked and what is hidden. Nothing when neither is. */
export default function PictureBar(): ReactElement | null {
  const graph = useVisibleGraph();
  const marked = markedIn(graph);
  if (marked.length === 0 && graph.hiddenNodes.length === 0) return null;
  return (
    <div className="picture-bar" data-covers-picture="">
      {marked.length > 0 && <MarkedBar marked={marked} />}
      {graph.hiddenNodes.length > 0 && <HiddenChip hidden={graph.hiddenNodes} />}
    </div>
  );
}
