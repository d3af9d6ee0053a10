import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { useCommunities, type CommunityList } from '../../actions/structure.ts';
import type { CommunitiesBy } from '../../exploration/looks.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { ColourSwitch } from '../ranks/rank-actions.tsx';
import { save } from '../export/save.ts';
import { Failure, Waiting } from '../states.tsx';
import { UnderFilters, useFilterWords } from '../under-filters.tsx';
import { useWorking, WorkFailed } from '../working.tsx';
import '../ranks/ranks.css';
import { CommunitiesBar } from './communities-bar.tsx';
import { communitiesCsv } from './communities-csv.ts';
import './communities.css';
import { CommunityRow } from './community-row.tsx';

/** Communities shown at once, and the most that the API gives. */
const AT_ONCE = 20;
const MOST = 200;

/** Parts of the graph that belong together: how many, how large, whom they may be named by, and who is in them. */
export function CommunitiesPanel(): ReactElement {
  const { t } = useTranslation();
  const { store } = useExplorer();
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const by = useExploration((exploration) => exploration.communitiesBy);
  const [rows, setRows] = useState(AT_ONCE);
  const answer = useCommunities(by, rows, question);
  const change = (communitiesBy: CommunitiesBy): void => {
    setRows(AT_ONCE);
    store.setState({ communitiesBy });
  };
  return (
    <AnalysisFrame title={t('communities.title')}>
      <div className="analysis-asked">
        <p className="analysis-under">{t(`communities.meaning.${by.quality}`)}</p>
        <CommunitiesBar by={by} change={change} />
        <UnderFilters question={question} />
      </div>
      <div className="answer-scroll">
        {answer.status === 'failed' && <Failure fault={answer.fault} again={answer.again} />}
        {answer.status === 'loading' && <Waiting awaited={t('communities.waiting')} rows={6} />}
        {answer.status === 'ready' && (
          <Found list={answer.value} by={by} more={() => setRows(Math.min(MOST, rows * 2 + AT_ONCE))} />
        )}
      </div>
    </AnalysisFrame>
  );
}

function Found({
  list,
  by,
  more,
}: {
  readonly list: CommunityList;
  readonly by: CommunitiesBy;
  readonly more: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { nodes, totalCount, singletonCount, nodeCount, relationCount, modularity, qualityValue } = list;
  const largest = nodes[0]?.size ?? 1;
  return (
    <>
      <h3 className="communities-sum">
        {t('communities.found', { count: totalCount - singletonCount, shown: number(totalCount - singletonCount) })}
      </h3>
      <p className="analysis-note communities-facts">
        {t('communities.over', { nodes: number(nodeCount), relations: number(relationCount) })}{' '}
        {singletonCount > 0 && t('communities.singletons', { count: singletonCount, shown: number(singletonCount) })}{' '}
        {t('communities.quality', { modularity: number(modularity, 3), value: number(qualityValue, 2) })}
      </p>
      <Actions list={list} />
      <ul data-rows>
        {nodes.map((community) => (
          // Another partition has other members under the same number.
          <CommunityRow key={community.memberIds[0]} community={community} largest={largest} by={by} />
        ))}
      </ul>
      <div className="cut analysis-cut">
        <p role="status">{t('ranks.shown', { shown: number(nodes.length), total: number(totalCount) })}</p>
        {nodes.length < totalCount && nodes.length < MOST && <Button onPress={more}>{t('ranks.more')}</Button>}
        {nodes.length < totalCount && nodes.length >= MOST && <p>{t('communities.most', { shown: number(MOST) })}</p>}
      </div>
    </>
  );
}

function Actions({ list }: { readonly list: CommunityList }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { setGrouping } = useExplorer();
  const working = useWorking();
  const grouped = useExploration((exploration) => exploration.grouping === 'COMMUNITY');
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const filters = useFilterWords(question);
  const download = (): void => {
    const ground = { evidence: filters.evidence, asOf: filters.date };
    const text = communitiesCsv(list, ground, (node) => nameIn(node, language));
    save({ name: fileName(t('communities.title'), new Date(), 'csv'), blob: new Blob([text], { type: 'text/csv' }) });
  };
  return (
    <div className="rank-actions">
      <ColourSwitch />
      <div className="rank-buttons">
        <Button onPress={() => working.run(() => setGrouping(grouped ? 'NONE' : 'COMMUNITY'))}>
          {grouped ? t('communities.ungroup') : t('communities.group')}
        </Button>
        <Button onPress={download}>
          <Icon name="export" /> {t('ranks.download')}
        </Button>
      </div>
      <WorkFailed working={working} />
    </div>
  );
}
