import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../ui/sheet.tsx';

/** Key caps are the same in every language. */
const KEYS = [
  { keys: ['/'], words: 'search' },
  { keys: ['Ctrl K', '⌘ K'], words: 'palette' },
  { keys: ['1', '2', '3', '4'], words: 'views' },
  { keys: ['←', '↑', '→', '↓'], words: 'arrows' },
  { keys: ['Tab'], words: 'tab' },
  { keys: ['Enter'], words: 'enter' },
  { keys: ['E'], words: 'expand' },
  { keys: ['C'], words: 'collapse' },
  { keys: ['P'], words: 'pin' },
  { keys: ['F'], words: 'fit' },
  { keys: ['+', '−'], words: 'zoom' },
  { keys: ['Ctrl Z', '⌘ Z'], words: 'undo' },
  { keys: ['Ctrl Shift Z', '⌘ ⇧ Z'], words: 'redo' },
  { keys: ['Esc'], words: 'escape' },
  { keys: ['?'], words: 'help' },
] as const;

/** The keys that work on the page. */
export default function KeysSheet({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Sheet title={t('keys.title')} close={t('keys.close')} at="middle" isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="keys">
        {KEYS.map(({ keys, words }) => (
          <Fragment key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${words}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </Sheet>
  );
}
