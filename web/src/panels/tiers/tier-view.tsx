import type { ReactElement } from 'react';
import type { NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { TierPicture, type PictureCommands } from '../../tiers/tier-picture.tsx';
import { focusDetails } from '../focus-details.ts';
import { useShownTrace, type ShownTrace } from './shown-trace.ts';
import { TierTable } from './tier-table.tsx';
import { useExtent } from './use-extent.ts';
import { usePicturedNodes } from './use-pictured-nodes.ts';

/** In the place of graph and table while tiers are traced: the same trace as columns, or as a table. */
export function TierView({
  as,
  onReady,
}: {
  readonly as: 'PICTURE' | 'TABLE';
  readonly onReady: (commands: PictureCommands | null) => void;
}): ReactElement | null {
  const shown = useShownTrace();
  if (shown === null) return null;
  return as === 'TABLE' ? <TierTable shown={shown} /> : <Picture shown={shown} onReady={onReady} />;
}

function Picture({
  shown: { asked, trace },
  onReady,
}: {
  readonly shown: ShownTrace;
  readonly onReady: (commands: PictureCommands | null) => void;
}): ReactElement {
  const { openNode, selectRelations } = useExplorer();
  const selection = useExploration((exploration) => exploration.selection);
  const extent = useExtent(trace);
  const { nodes, nodeOf } = usePicturedNodes(trace);
  const open = (id: NodeId): void => {
    const node = nodes.get(id);
    if (node !== undefined) openNode(node);
  };
  return (
    <TierPicture
      root={asked.root}
      direction={asked.direction}
      depth={asked.depth}
      ways={trace.ways}
      cut={trace.ways.length < trace.totalCount}
      extent={extent}
      nodeOf={nodeOf}
      selection={selection}
      onReady={onReady}
      onSelectNode={open}
      onOpenNode={(id) => {
        open(id);
        focusDetails();
      }}
      onSelectRelations={selectRelations}
    />
  );
}
