import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import type { Gaps } from '../../actions/gaps.ts';
import { Button } from '../../ui/button.tsx';
import { useWorking, WorkFailed } from '../working.tsx';

/** Draws the candidates that are listed in the picture, apart from every relation, and takes them out again with one press. */
export function DrawCandidates({ gaps: { nodes } }: { readonly gaps: Gaps }): ReactElement {
  const { t } = useTranslation();
  const { know, drawCandidates } = useExplorer();
  const working = useWorking();
  const drawn = useExploration((exploration) => exploration.looks.candidates)?.pairs ?? [];
  const listed = new Set(nodes.map(({ cluster, largeIndustry }) => `${cluster.id} ${largeIndustry.id}`));
  const all = drawn.length === nodes.length && drawn.every(({ cluster, firm }) => listed.has(`${cluster} ${firm}`));
  const draw = (): Promise<void> =>
    drawCandidates(
      nodes.map(({ cluster, largeIndustry, fit: { direction } }) => ({
        cluster: know(cluster),
        firm: know(largeIndustry),
        direction,
      })),
    );
  return (
    <div className="gap-draw">
      {!all && <Button onPress={() => working.run(draw)}>{t('gaps.drawAll', { count: nodes.length })}</Button>}
      {drawn.length > 0 && <Button onPress={() => working.run(() => drawCandidates([]))}>{t('gaps.dropAll')}</Button>}
      {drawn.length > 0 && <p className="gap-why">{t('gaps.drawnNote')}</p>}
      <WorkFailed working={working} />
    </div>
  );
}
