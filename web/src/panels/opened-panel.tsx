import { useEffect, useRef, type ReactElement } from 'react';
import { useExplorer } from '../actions/explorer-context.ts';
import { PHONE, useMedia } from '../ui/use-media.ts';
import './analysis.css';
import { GapsPanel } from './gaps/gaps-panel.tsx';
import type { OpenPanel } from './open-panel.ts';
import { CommunitiesPanel } from './communities/communities-panel.tsx';
import { FragilityPanel } from './fragility/fragility-panel.tsx';
import { PathsPanel } from './paths/paths-panel.tsx';
import { RanksPanel } from './ranks/ranks-panel.tsx';
import { TiersPanel } from './tiers/tiers-panel.tsx';

// In this chunk, for it stands only beside the panel.
export { TierView } from './tiers/tier-view.tsx';

/** The analysis that was opened. On a phone it takes the list's view. While it is not shown it stays as it was left. */
export default function OpenedPanel({
  panel,
  shown,
}: {
  readonly panel: OpenPanel;
  /** Whether the place of the list is on the screen. */
  readonly shown: boolean;
}): ReactElement {
  const { close, setView } = useExplorer();
  const phone = useMedia(PHONE);
  const opened = useRef<OpenPanel | null>(null);
  useEffect(() => {
    if (opened.current === panel) return;
    opened.current = panel;
    // Tiers are drawn beside their list: the details would take half of that room.
    if (phone || panel.kind === 'TIERS') close();
    if (phone) setView('LIST');
  }, [panel, phone, close, setView]);
  return (
    <div className="analysis-place" hidden={!shown}>
      <Opened panel={panel} />
    </div>
  );
}

/** Another panel of the same kind starts afresh. */
function Opened({ panel }: { readonly panel: OpenPanel }): ReactElement {
  const key = JSON.stringify(panel);
  switch (panel.kind) {
    case 'PATHS':
      return <PathsPanel key={key} from={panel.from} to={panel.to} />;
    case 'GAPS':
      return <GapsPanel key={key} cluster={panel.cluster} firm={panel.firm} />;
    case 'TIERS':
      return <TiersPanel key={key} root={panel.root} direction={panel.direction} />;
    case 'RANKS':
      return <RanksPanel key={key} measure={panel.measure} />;
    case 'COMMUNITIES':
      return <CommunitiesPanel />;
    case 'FRAGILITY':
      return <FragilityPanel key={key} without={panel.without} />;
  }
}
