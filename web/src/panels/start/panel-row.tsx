import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { openPanel, type OpenPanel } from '../open-panel.ts';

/** A row that opens an analysis. */
export function PanelRow({
  panel,
  icon,
  words,
}: {
  readonly panel: OpenPanel;
  readonly icon: IconName;
  readonly words: string;
}): ReactElement {
  return (
    <button type="button" className="start-row" onClick={() => openPanel(panel)}>
      <Icon name={icon} />
      <span>{words}</span>
    </button>
  );
}

/** A row that opens the library of questions. */
export function AllQuestionsRow({ words }: { readonly words: string }): ReactElement {
  return <PanelRow panel={{ kind: 'QUESTIONS', asked: null, typed: null }} icon="right" words={words} />;
}
