import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { useFormats } from '../../languages/use-language.ts';
import { TierPicture, type PicturedNode, type PictureCommands } from '../../tiers/tier-picture.tsx';
import { focusDetails } from '../focus-details.ts';
import { shareText } from './share-text.ts';
import { useShownTrace, type ShownTrace } from './shown-trace.ts';
import { TierTable } from './tier-table.tsx';
import { useExtent } from './use-extent.ts';
import { shortWhere } from './where-text.ts';

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
  const { t } = useTranslation();
  const { language, percent } = useFormats();
  const { openNode, selectRelations } = useExplorer();
  const selection = useExploration((exploration) => exploration.selection);
  const extent = useExtent(trace);
  const nodes = useMemo(
    () => new Map(trace.ways.flatMap((way) => way.nodes.map((node) => [node.id, node] as const))),
    [trace],
  );
  const reached = useMemo(() => new Map(trace.reached.map((one) => [one.node.id, one])), [trace]);
  const nodeOf = useCallback(
    (id: NodeId): PicturedNode => {
      const node = nodes.get(id);
      const sums = reached.get(id) ?? null;
      if (node === undefined) return { name: id, type: 'LargeIndustry', where: null, part: null };
      const where = shortWhere(node, sums, language);
      const part = sums === null ? null : shareText(sums.contribution, { t, percent });
      return { name: nameIn(node, language), type: node.type, where, part };
    },
    [nodes, reached, language, t, percent],
  );
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
