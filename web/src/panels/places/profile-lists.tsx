import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeSummaryFragment } from '../../actions/asking.ts';
import { nameIn } from '../../actions/known.ts';
import type { PlaceProfile } from '../../actions/places.ts';
import { useFormats } from '../../languages/use-language.ts';
import { FoundList, NodeName } from '../fragility/found-list.tsx';
import { RelationRows } from '../fragility/relation-row.tsx';
import { SourceName } from './source-name.tsx';

const PARTS_LISTED = [
  'CLUSTERS',
  'LARGE_INDUSTRIES',
  'SMALL_INDUSTRIES',
  'GROUPS',
  'FACILITIES',
  'ORGANISATIONS',
  'AGENCIES',
] as const;

/** All that a profile counts, list by list, with links to the nodes and the relations behind it. */
export function ProfileLists({
  profile,
  named,
}: {
  readonly profile: PlaceProfile;
  /** The place's name stands in each title; otherwise it is clear which place is meant. */
  readonly named: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const name = nameIn(profile.place, language);
  const title = (text: string): string => (named ? t('places.titleOf', { title: text, name }) : text);
  const figure = (text: string): ReactNode => <span className="place-figure">{text}</span>;
  return (
    <>
      {PARTS_LISTED.map((kind) => {
        const part = profile.parts.find((one) => one.kind === kind);
        return (
          part !== undefined && (
            <NodesList
              key={kind}
              title={title(t(`places.count.${kind}`))}
              reason={t('places.partWhy')}
              rows={part.nodes.map((node) => ({ node }))}
              total={part.count}
              startsOpen={kind === 'CLUSTERS'}
            />
          )
        );
      })}
      <NodesList
        title={title(t('places.count.sectors'))}
        reason={t('places.sectorsWhy')}
        rows={profile.sectors.map(({ sector, makerCount }) => ({
          node: sector,
          after: figure(t('places.makers', { count: makerCount, shown: number(makerCount) })),
        }))}
        total={profile.sectorCount}
      />
      <NodesList
        title={title(t('places.count.supports'))}
        reason={t('places.supportsWhy')}
        rows={profile.supports.map(({ supporter, clusterCount }) => ({
          node: supporter,
          after: figure(t('places.clusters', { count: clusterCount, shown: number(clusterCount) })),
        }))}
        total={profile.supportCount}
      />
      <NodesList
        title={title(t('places.count.targets'))}
        reason={t('places.targetsWhy')}
        rows={profile.targets.map(({ programme, status, relation }) => ({
          node: programme,
          after: (
            <>
              {status !== null && <span className="tag">{t(`programmes.target.${status}`)}</span>}
              <RelationRows relations={[relation]} asOf={null} />
            </>
          ),
        }))}
        total={profile.targetCount}
      />
      <NodesList
        title={title(t('places.count.designations'))}
        reason={t('places.designationsWhy')}
        rows={profile.designations.map(({ designation, relation }) => ({
          node: designation,
          after: <RelationRows relations={[relation]} asOf={null} />,
        }))}
        total={profile.designationCount}
      />
      <NodesList
        title={title(t('places.count.ties'))}
        reason={t('places.tiesWhy')}
        rows={profile.ties.map(({ cluster, largeIndustry, strength }) => ({
          node: cluster,
          with: largeIndustry,
          after: figure(t('places.strength', { strength: number(strength, 2) })),
        }))}
        total={profile.tieCount}
      />
      <NodesList
        title={title(t('places.count.gaps'))}
        reason={t('gaps.caution')}
        rows={profile.gaps.map(({ cluster, largeIndustry, low, high }) => ({
          node: cluster,
          with: largeIndustry,
          after: figure(t('places.score', { low: number(low, 2), high: number(high, 2) })),
        }))}
        total={profile.gapCount}
      />
      {profile.unknown.map(({ kind, count, nodes }) => (
        <NodesList
          key={kind}
          title={title(t(`places.unknown.${kind}`))}
          reason={t(`places.unknownWhy.${kind}`)}
          rows={nodes.map((node) => ({ node }))}
          total={count}
        />
      ))}
      <FoundList
        title={title(t('places.count.sources'))}
        reason={t('places.sourcesWhy')}
        rows={profile.sources}
        total={profile.sourceCount}
        nodesOf={() => []}
      >
        {(source) => (
          <li key={source.id} className="fragile-row">
            <SourceName source={source} />
          </li>
        )}
      </FoundList>
    </>
  );
}

interface ListedNode {
  readonly node: NodeSummaryFragment;
  /** The other of a pair. */
  readonly with?: NodeSummaryFragment;
  readonly after?: ReactNode;
}

function NodesList({
  title,
  reason,
  rows,
  total,
  startsOpen = false,
}: {
  readonly title: string;
  readonly reason: string;
  readonly rows: readonly ListedNode[];
  readonly total: number;
  readonly startsOpen?: boolean;
}): ReactElement {
  // The same node may come twice, with another relation each time.
  const placed = rows.map((row, at) => ({ ...row, at }));
  return (
    <FoundList
      title={title}
      reason={reason}
      rows={placed}
      total={total}
      startsOpen={startsOpen}
      nodesOf={(row) => (row.with === undefined ? [row.node] : [row.node, row.with])}
    >
      {(row) => (
        <li key={row.at} className="fragile-row">
          <NodeName node={row.node} />
          {row.with !== undefined && <NodeName node={row.with} />}
          {row.after}
        </li>
      )}
    </FoundList>
  );
}
