import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration } from '../../actions/explorer-context.ts';
import { withLaterTexts } from '../../languages/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { onExportRequest } from './export-request.ts';
import type { StandingNow } from './standing-now.ts';

const ExportDialog = lazy(withLaterTexts(async () => import('./export-dialog.tsx')));

/**
 * The button that opens the export dialog, which is loaded then.
 * @param standing where the nodes of the picture stand now; asked when the dialog opens
 */
export function ExportButton({ standing }: { readonly standing: () => Promise<StandingNow> }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const answered = useExploration((exploration) => exploration.answer !== null);
  useEffect(() => (answered ? onExportRequest(() => setOpen(true)) : undefined), [answered]);
  return (
    <>
      <IconButton icon="export" label={t('settings.export')} isDisabled={!answered} onPress={() => setOpen(true)} />
      {isOpen && answered && (
        <Suspense fallback={null}>
          <ExportDialog standing={standing} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
