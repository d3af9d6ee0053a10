import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExplorer } from '../actions/explorer-context.ts';
import { showStart } from '../panels/start/show-start.ts';
import { showTour } from '../panels/tour/tour-request.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { KEY_PLACES, type KeyLine, type KeyPlace } from './keys.ts';

const PLACES = ['page', 'node', 'graph', 'map', 'table', 'paths'] as const satisfies readonly KeyPlace[];

/** The keys that work on the page, and the way back to what a first visit shows. */
export default function KeysSheet({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const explorer = useExplorer();
  const instead = (show: () => void) => () => {
    onOpenChange(false);
    // Once the sheet is gone, so that the keyboard is not given back to where the sheet was opened.
    window.setTimeout(show);
  };
  return (
    <Sheet title={t('keys.title')} close={t('keys.close')} at="middle" isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className="keys-help">
        <Button onPress={instead(showTour)}>{t('tour.command')}</Button>
        <Button onPress={instead(() => showStart(explorer))}>{t('tour.questions')}</Button>
      </div>
      {PLACES.map((place) => (
        <section key={place} className="keys-place" aria-label={t(`keys.where.${place}`)}>
          <h3 className="keys-where">{t(`keys.where.${place}`)}</h3>
          <Lines lines={KEY_PLACES[place]} />
        </section>
      ))}
    </Sheet>
  );
}

function Lines({ lines }: { readonly lines: readonly KeyLine[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <dl className="keys">
      {lines.map(({ caps, words }) => (
        <Fragment key={words}>
          <dt>
            {caps.map((cap) => (
              <kbd key={cap}>{cap}</kbd>
            ))}
          </dt>
          <dd>{t(`keys.${words}`)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
