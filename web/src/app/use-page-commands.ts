import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { requestExport } from '../panels/export/export-request.ts';
import { useCommands } from '../panels/palette/commands.ts';
import { toggleTheme } from '../theme/theme.ts';
import type { CanvasCommands } from './use-keys.ts';

/** What the page itself adds to the palette: what its keys do on the search field, the picture and the sheets. */
export function usePageCommands({
  search,
  canvas,
  showKeys,
}: {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly canvas: RefObject<CanvasCommands | null>;
  readonly showKeys: () => void;
}): void {
  const { t } = useTranslation();
  useCommands(() => {
    const drawn = canvas.current;
    return [
      { id: 'search', group: 'page', text: t('palette.search'), keys: '/', run: () => search.current?.focus() },
      { id: 'keys', group: 'page', text: t('palette.keys'), keys: '?', run: showKeys },
      { id: 'export', group: 'export', text: t('settings.export'), run: requestExport },
      { id: 'theme', group: 'page', text: t('palette.theme'), run: toggleTheme },
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
