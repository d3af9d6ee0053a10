import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../actions/programmes.ts';
import { useFormats } from '../../languages/use-language.ts';
import { FoundList, NodeName } from '../fragility/found-list.tsx';
import { RelationRows } from '../fragility/relation-row.tsx';
import { useSupportWords } from './support-words.ts';

/** Clusters that no public support is recorded to have reached. */
export function WithoutPublicSupport({ coverage }: { readonly coverage: Coverage }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <FoundList
      title={t('programmes.withoutPublic')}
      reason={t('programmes.withoutPublicWhy', { clusters: number(coverage.clusterCount) })}
      rows={coverage.withoutPublicSupport}
      total={coverage.withoutPublicSupportCount}
      nodesOf={(cluster) => [cluster]}
    >
      {(cluster) => (
        <li key={cluster.id} className="fragile-row">
          <NodeName node={cluster} />
        </li>
      )}
    </FoundList>
  );
}

/** Clusters whose support is over, with no buyer on any documented word. */
export function EndedWithoutBuyer({ coverage }: { readonly coverage: Coverage }): ReactElement {
  const { t } = useTranslation();
  const words = useSupportWords();
  return (
    <FoundList
      title={t('programmes.ended')}
      reason={t('programmes.endedWhy', { day: words.day(coverage.referenceDay) })}
      rows={coverage.endedWithoutBuyer}
      total={coverage.endedWithoutBuyerCount}
      nodesOf={({ cluster }) => [cluster]}
    >
      {({ cluster, relations, lastDay, stillSupported, exports }) => (
        <li key={cluster.id} className="fragile-row">
          <NodeName node={cluster} />
          <p className="fragile-figure">
            {t('programmes.endedBy', { day: words.day(lastDay) })}
            {stillSupported && ` ${t('programmes.stillSupported')}`}
          </p>
          <RelationRows relations={relations} asOf={null} />
          {exports.length > 0 && (
            <>
              <p className="fragile-figure">{t('programmes.exports')}</p>
              <RelationRows relations={exports} asOf={null} />
            </>
          )}
        </li>
      )}
    </FoundList>
  );
}
