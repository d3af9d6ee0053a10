import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** How long the button says what became of it, in milliseconds. */
const SAID_FOR = 3000;

/** Copies a text; says so on the button and aloud. */
export function CopyText({ label, text }: { readonly label: string; readonly text: () => string }): ReactElement {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = window.setTimeout(() => setState('idle'), SAID_FOR);
    return () => window.clearTimeout(timer);
  }, [state]);
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  const said = state === 'copied' ? t('state.copied') : t('questions.notCopied');
  return (
    <>
      <Button onPress={copy}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} /> {state === 'idle' ? label : said}
      </Button>
      <span className="spoken" role="status">
        {state === 'idle' ? '' : said}
      </span>
    </>
  );
}
