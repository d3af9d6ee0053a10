import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useExploration } from '../../actions/explorer-context.ts';
import type { Tie } from '../../exploration/answer.ts';
import { Button } from '../../ui/button.tsx';
import { MAKERS } from '../open-panel.ts';

/**
 * Whose closing others would feel, by the ties of the answer: the last stop before the large firm on the longest chain of goods, and the
 * cluster of the best tie. They fit whatever data are loaded.
 */
function closingExamples(ties: readonly Tie[]): readonly NodeId[] {
  const goods = ties.filter(({ kind }) => kind === 'GOODS_OBSERVED');
  const chains = goods.flatMap(({ chains: [best] }) => best ?? []);
  const [longest] = chains.toSorted((a, b) => b.nodes.length - a.nodes.length);
  const before = longest?.nodes.at(-2);
  const [best] = goods;
  return [...new Set([...(before === undefined ? [] : [before]), ...(best === undefined ? [] : [best.cluster])])];
}

/** Shocks to start from, each one press from its effects. */
export function Examples({ close }: { readonly close: (id: NodeId) => void }): ReactElement | null {
  const { t } = useTranslation();
  const ties = useExploration(({ answer }) => answer?.ties);
  const nodes = useExploration((exploration) => exploration.nodes);
  const makers = closingExamples(ties ?? []).flatMap((id) => {
    const node = nodes[id];
    return node !== undefined && MAKERS.some((type) => type === node.type) ? [node] : [];
  });
  if (makers.length === 0) return null;
  return (
    <div className="rank-buttons wi-examples" role="group" aria-label={t('whatIf.examples')}>
      {makers.map(({ id, name }) => (
        <Button
          key={id}
          look="text"
          onPress={({ target }) => {
            // The button goes with the first shock: the keyboard stays in the panel.
            target.closest<HTMLElement>('.analysis')?.focus();
            close(id);
          }}
        >
          {t('whatIf.example', { name })}
        </Button>
      ))}
    </div>
  );
}
