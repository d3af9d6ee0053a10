import { useTranslation } from 'react-i18next';
import type { Trace } from '../../actions/tracing.ts';
import { useFormats } from '../../languages/use-language.ts';

/** "6 nodes, 5 relations, nothing cut": how much is shown of how much. */
export function useExtent({ ways, totalCount, hasMore }: Pick<Trace, 'ways' | 'totalCount' | 'hasMore'>): string {
  const { t } = useTranslation();
  const { number } = useFormats();
  const nodes = new Set(ways.flatMap((way) => way.nodes.map(({ id }) => id))).size;
  const relations = new Set(ways.flatMap(({ steps }) => steps.flatMap((step) => step.relations.map(({ id }) => id))))
    .size;
  const words = {
    nodes: t('tiers.nodes', { count: nodes }),
    relations: t('tiers.relations', { count: relations }),
    shown: number(ways.length),
    total: number(totalCount),
  };
  if (hasMore) return t('tiers.extentMost', words);
  return t(ways.length < totalCount ? 'tiers.extentCut' : 'tiers.extent', words);
}
