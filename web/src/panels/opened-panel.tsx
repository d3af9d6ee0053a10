import { useEffect, useRef, type ReactElement } from 'react';
import { useExplorer } from '../actions/explorer-context.ts';
import { PHONE, useMedia } from '../ui/use-media.ts';
import './analysis.css';
import { GapsPanel } from './gaps/gaps-panel.tsx';
import { drawsItself, type OpenPanel } from './open-panel.ts';
import { InputOutputPanel } from './input-output/input-output-panel.tsx';
import { InputOutputView } from './input-output/input-output-view.tsx';
import { CommunitiesPanel } from './communities/communities-panel.tsx';
import { FragilityPanel } from './fragility/fragility-panel.tsx';
import { PathsPanel } from './paths/paths-panel.tsx';
import { QuestionsPanel } from './questions/questions-panel.tsx';
import { PlacesPanel } from './places/places-panel.tsx';
import { ProgrammesPanel } from './programmes/programmes-panel.tsx';
import { RanksPanel } from './ranks/ranks-panel.tsx';
import { WhatIfView } from './what-if/comparison.tsx';
import { WhatIfPanel } from './what-if/what-if-panel.tsx';
import { TiersPanel } from './tiers/tiers-panel.tsx';
import { TierView } from './tiers/tier-view.tsx';

/** What an analysis draws in the place of graph and table. In this chunk, for it stands only beside the panel. */
export function PanelView({
  panel,
  ...drawn
}: { readonly panel: OpenPanel } & Parameters<typeof TierView>[0]): ReactElement | null {
  if (panel.kind === 'TIERS') return <TierView {...drawn} />;
  return panel.kind === 'WHAT_IF' ? <WhatIfView as={drawn.as} /> : <InputOutputView as={drawn.as} />;
}

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
    // What is drawn beside its list needs the room: the details would take half of it.
    if (phone || drawsItself(panel)) close();
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
    case 'PLACES':
      return <PlacesPanel key={key} place={panel.place} />;
    case 'PROGRAMMES':
      return <ProgrammesPanel key={key} of={panel.of} type={panel.type} />;
    case 'FRAGILITY':
      return <FragilityPanel key={key} without={panel.without} />;
    case 'INPUT_OUTPUT':
      return <InputOutputPanel key={key} picture={panel.picture} sector={panel.sector} />;
    case 'WHAT_IF':
      return <WhatIfPanel key={key} closes={panel.closes} demand={panel.demand} />;
    case 'QUESTIONS':
      return <QuestionsPanel key={key} first={panel.asked} typed={panel.typed} />;
  }
}
