import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExplorer } from '../../actions/explorer-context.ts';
import type { Gaps } from '../../actions/gaps.ts';
import { nameIn } from '../../actions/known.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { Disclosure } from '../../ui/disclosure.tsx';

/** Clusters that nobody large in the data fits, and why; none in the data is not none at all. */
export function WithoutCandidate({ gaps }: { readonly gaps: Gaps }): ReactElement | null {
  const { t } = useTranslation();
  const { language, list, number } = useFormats();
  const { openNode } = useExplorer();
  const { withoutCandidate, withoutCandidateCount, clusterCount } = gaps;
  if (withoutCandidateCount === 0) return null;
  const title = t('gaps.withoutCandidate', { count: withoutCandidateCount, total: number(clusterCount) });
  return (
    <Disclosure summary={title}>
      {() => (
        <>
          <p className="analysis-note">{t('gaps.withoutCandidateNote')}</p>
          <ul className="gap-none">
            {withoutCandidate.map(({ cluster, reason, classes }) => (
              <li key={cluster.id}>
                <button type="button" className="node-name" onClick={() => openNode(cluster)}>
                  <NodeGlyph type="SmiCluster" size={18} />
                  <span>{nameIn(cluster, language)}</span>
                </button>
                <span className="gap-why">
                  {reason === 'CLASS_UNKNOWN'
                    ? t('gaps.classUnknown')
                    : t('gaps.noneInData', { classes: list(classes.map((one) => nameIn(one, language))) })}
                </span>
              </li>
            ))}
          </ul>
          {withoutCandidate.length < withoutCandidateCount && (
            <p className="analysis-note">
              {t('gaps.shown', { shown: number(withoutCandidate.length), total: number(withoutCandidateCount) })}
            </p>
          )}
        </>
      )}
    </Disclosure>
  );
}
