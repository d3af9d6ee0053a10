import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration } from '../../actions/explorer-context.ts';
import type { PictureKeeper } from '../../actions/open-view.ts';
import { withLaterTexts } from '../../languages/i18n.ts';
import { carriesView } from '../../sharing/carried.ts';
import { IconButton } from '../../ui/button.tsx';

const Views = lazy(withLaterTexts(async () => import('./views.tsx')));

/**
 * The button that opens what can be done with views. What is behind it is loaded after the first answer, or at once when the
 * page was opened with a view.
 * @param keeper what graph and map know of where things stand
 */
export function ViewsButton({ keeper }: { readonly keeper: () => Promise<PictureKeeper> }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [carried] = useState(carriesView);
  const answered = useExploration((exploration) => exploration.answer !== null);
  return (
    <>
      <IconButton icon="share" label={t('settings.share')} isDisabled={!answered} onPress={() => setOpen(true)} />
      {(carried || answered) && (
        <Suspense fallback={null}>
          <Views keeper={keeper} carried={carried} isOpen={isOpen && answered} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
