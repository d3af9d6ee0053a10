import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { isGroupNodeId } from '../../exploration/arrangement.ts';
import type { Selection } from '../../exploration/selection.ts';
import { IconButton } from '../../ui/button.tsx';
import { GroupPanel } from '../grouping/group-details.tsx';
import { NodePanel } from './node-details.tsx';
import { RelationsPanel } from './relation-details.tsx';
import { SourcePanel } from './source-details.tsx';
import { TiePanel } from './tie-details.tsx';

/** Beside the graph, in the list's place, or as a sheet over the page. */
export type DetailsPlace = 'beside' | 'instead' | 'sheet';

/** What is known of the selection. `place` says where it stands: beside the graph, in the list's place, or as a sheet. */
export default function DetailsPanel({ place }: { readonly place: DetailsPlace }): ReactElement | null {
  const { t } = useTranslation();
  const { close, back } = useExplorer();
  const selection = useExploration((exploration) => exploration.selection);
  const [full, setFull] = useState(false);
  const key = selection === null ? '' : keyOf(selection);

  const section = useRef<HTMLElement>(null);
  const shown = useRef(key);

  // What had the keyboard is gone with the selection before: the keyboard stays in the details.
  useEffect(() => {
    if (shown.current !== key && document.activeElement === document.body) section.current?.focus();
    shown.current = key;
  }, [key]);
  if (selection === null) return null;

  return (
    <section
      data-covers-picture={place === 'sheet' ? '' : undefined}
      className={`details details-${place}${full ? ' details-full' : ''}`}
      aria-label={t('details.region')}
      id="details"
      ref={section}
      tabIndex={-1}
    >
      <div className="details-bar">
        {place === 'beside' ? null : <IconButton icon="back" label={t('details.back')} onPress={back} />}
        {place === 'sheet' && (
          <IconButton
            icon={full ? 'down' : 'up'}
            label={full ? t('details.smaller') : t('details.larger')}
            onPress={() => setFull(!full)}
          />
        )}
        <IconButton icon="close" label={t('details.close')} onPress={close} />
      </div>
      {/* A body of its own for each selection: what is opened begins at its top. */}
      <div key={key} className="details-body">
        <Body selection={selection} />
      </div>
    </section>
  );
}

function keyOf(selection: Selection): string {
  return selection.kind === 'relations' ? selection.ids.join(' ') : selection.id;
}

function Body({ selection }: { readonly selection: Selection }): ReactElement {
  switch (selection.kind) {
    case 'node':
      return isGroupNodeId(selection.id) ? <GroupPanel id={selection.id} /> : <NodePanel id={selection.id} />;
    case 'tie':
      return <TiePanel id={selection.id} />;
    case 'relations':
      return <RelationsPanel ids={selection.ids} />;
    case 'source':
      return <SourcePanel id={selection.id} />;
  }
}
