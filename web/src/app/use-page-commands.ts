import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { requestExport } from '../panels/export/export-request.ts';
import { useExplorer } from '../actions/explorer-context.ts';
import type { Standing } from '../actions/walk.ts';
import { useCommands } from '../panels/palette/commands.ts';
import { showStart } from '../panels/start/show-start.ts';
import { showTour } from '../panels/tour/tour-request.ts';
import { toggleTheme } from '../theme/theme.ts';
import type { CanvasCommands } from './use-keys.ts';

/** Lets actions know where nodes stand, and adds to the palette what the page itself can do: what its keys do on the search field, the picture and the sheets. */
export function usePageCommands({
  search,
  canvas,
  showKeys,
}: {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly canvas: RefObject<(CanvasCommands & { readonly standing?: Standing }) | null>;
  readonly showKeys: () => void;
}): void {
  const { t } = useTranslation();
  const explorer = useExplorer();
  const { setStanding } = explorer;
  const last = useRef<Standing | null>(null);
  // The graph knows where nodes stand also after another view took its room; the map and the table do not.
  useEffect(() => {
    setStanding((ids) => {
      last.current = canvas.current?.standing ?? last.current;
      return last.current?.(ids) ?? [];
    });
    return () => setStanding(null);
  }, [canvas, setStanding]);
  useCommands(() => {
    const drawn = canvas.current;
    return [
      { id: 'search', group: 'page', text: t('palette.search'), keys: '/', run: () => search.current?.focus() },
      { id: 'keys', group: 'page', text: t('palette.keys'), keys: '?', run: showKeys },
      { id: 'tour', group: 'page', text: t('tour.command'), run: showTour },
      { id: 'start', group: 'page', text: t('tour.questions'), run: () => showStart(explorer) },
      { id: 'export', group: 'export', text: t('settings.export'), run: requestExport },
      { id: 'theme', group: 'page', text: t('palette.theme'), run: toggleTheme },
      { id: 'console', group: 'page', text: t('settings.console'), run: () => window.location.assign('/console') },
      ...(drawn === null
        ? []
        : ([
            { id: 'fit', group: 'view', text: t('palette.fit'), keys: 'F', run: drawn.fit },
            { id: 'zoom-in', group: 'view', text: t('palette.zoomIn'), keys: '+', run: drawn.zoomIn },
            { id: 'zoom-out', group: 'view', text: t('palette.zoomOut'), keys: '−', run: drawn.zoomOut },
          ] as const)),
    ];
  });
}
