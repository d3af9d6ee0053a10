import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { NodesTab } from './nodes-tab.tsx';
import { RelationsTab } from './relations-tab.tsx';
import { useViewRows } from './use-view-rows.ts';
import './table.css';

/** What is drawn, as rows: the same nodes and relations, the same selection, marks and actions. */
export default function TableView(): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [tab, setTab] = useState<'nodes' | 'relations'>('relations');
  const view = useViewRows();
  const { graph, asking } = view;
  const { shown, total } = graph;
  const waiting = asking.loaded < asking.total;
  const note = (
    <>
      {waiting && asking.fault === null && (
        <span className="table-note">
          {' '}
          {t('table.sourcesCome', { shown: number(asking.loaded), total: number(asking.total) })}
        </span>
      )}
      {asking.fault !== null && (
        <span className="table-note">
          {' '}
          {t('table.sourcesFailed')}{' '}
          <Button look="text" onPress={asking.again}>
            {t('state.tryAgain')}
          </Button>
        </span>
      )}
    </>
  );
  return (
    <section className="table-view" aria-label={t('table.region')}>
      <div className="table-bar">
        <ToggleButtonGroup
          className="segments"
          aria-label={t('table.rows')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[tab]}
          onSelectionChange={(keys) => setTab(keys.has('nodes') ? 'nodes' : 'relations')}
        >
          <ToggleButton id="relations" className="segment">
            {t('table.relations')} <span className="segment-count">{number(shown.relations)}</span>
          </ToggleButton>
          <ToggleButton id="nodes" className="segment">
            {t('table.nodes')} <span className="segment-count">{number(shown.nodes)}</span>
          </ToggleButton>
        </ToggleButtonGroup>
        <p className="table-shown">{t('table.shown', { shown: number(shown[tab]), total: number(total[tab]) })}</p>
      </div>
      {tab === 'nodes' ? <NodesTab view={view} note={note} /> : <RelationsTab view={view} note={note} />}
    </section>
  );
}
