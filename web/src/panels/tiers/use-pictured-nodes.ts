import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { nameIn } from '../../actions/known.ts';
import type { Trace, TracedWay } from '../../actions/tracing.ts';
import { useFormats } from '../../languages/use-language.ts';
import type { PicturedNode } from '../../tiers/tier-picture.tsx';
import { shareText } from './share-text.ts';
import { shortWhere } from './where-text.ts';

/** The nodes of a trace, and what its picture says of each. */
export function usePicturedNodes({ ways, reached }: Pick<Trace, 'ways' | 'reached'>): {
  readonly nodes: ReadonlyMap<string, TracedWay['nodes'][number]>;
  readonly nodeOf: (id: NodeId) => PicturedNode;
} {
  const { t } = useTranslation();
  const { language, percent } = useFormats();
  const nodes = useMemo(
    () => new Map<string, TracedWay['nodes'][number]>(ways.flatMap((way) => way.nodes.map((node) => [node.id, node]))),
    [ways],
  );
  const sums = useMemo(
    () => new Map<string, Trace['reached'][number]>(reached.map((one) => [one.node.id, one])),
    [reached],
  );
  const nodeOf = useCallback(
    (id: NodeId): PicturedNode => {
      const node = nodes.get(id);
      const sum = sums.get(id) ?? null;
      if (node === undefined) return { name: id, type: 'LargeIndustry', where: null, part: null };
      const where = shortWhere(node, sum, language);
      const part = sum === null ? null : shareText(sum.contribution, { t, percent });
      return { name: nameIn(node, language), type: node.type, where, part };
    },
    [nodes, sums, language, t, percent],
  );
  return { nodes, nodeOf };
}
