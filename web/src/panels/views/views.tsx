import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExplorer } from '../../actions/explorer-context.ts';
import type { PictureKeeper } from '../../actions/open-view.ts';
import { useCommands, type Command } from '../palette/commands.ts';
import { copyLink } from './copy-link.ts';
import { readKept } from './kept-views.ts';
import { tell } from './told.ts';
import { ViewNotice } from './view-notice.tsx';
import { shareViews, type ViewSharing } from './view-sharing.ts';
import { ViewsDialog } from './views-dialog.tsx';
import './views.css';

/** Follows the view in the address, opens what comes with it, and holds the dialog of links and kept views. */
export default function Views({
  keeper,
  carried,
  isOpen,
  onOpenChange,
}: {
  readonly keeper: () => Promise<PictureKeeper>;
  /** The page was opened with a view. */
  readonly carried: boolean;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const sharing = useSharing(keeper, carried);
  useCommands(() => {
    if (sharing === null) return [];
    const group = 'export';
    return [
      { id: 'copy-link', group, text: t('views.copy'), run: () => void copyLink(sharing).then(tell) },
      { id: 'share', group, text: t('views.title'), run: () => onOpenChange(true) },
      ...readKept().views.map(({ id, name, view }): Command => ({
        id: `open-view-${id}`,
        group,
        text: t('views.openNamed', { name }),
        run: () => void sharing.open(view, name),
      })),
    ];
  });
  return (
    <>
      <ViewNotice />
      {sharing !== null && isOpen && <ViewsDialog sharing={sharing} close={() => onOpenChange(false)} />}
    </>
  );
}

function useSharing(keeper: () => Promise<PictureKeeper>, carried: boolean): ViewSharing | null {
  const explorer = useExplorer();
  const [sharing, setSharing] = useState<ViewSharing | null>(null);
  useEffect(() => {
    let wanted = true;
    let stop = (): void => undefined;
    void keeper().then((kept) => {
      if (!wanted) return;
      const first = carried && explorer.store.getState().answer === null;
      const started = shareViews(explorer, kept, first);
      ({ stop } = started);
      setSharing(started);
    });
    return () => {
      wanted = false;
      stop();
    };
    // It follows the page for as long as that stands.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return sharing;
}
