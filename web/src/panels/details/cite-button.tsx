import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { citation, type Cited } from './citation.ts';

/** How long the button says what became of it, in milliseconds. */
const SAID_FOR = 3000;

/** Copies the citation of a source; says so on the button and aloud. */
export function CiteButton({ source }: { readonly source: Cited }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = window.setTimeout(() => setState('idle'), SAID_FOR);
    return () => window.clearTimeout(timer);
  }, [state]);
  const words = {
    language,
    undated: t('details.undatedSource'),
    read: (note: string) => t('details.read', { note }),
  };
  const copy = (): void => {
    navigator.clipboard.writeText(citation(source, words)).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  const said = state === 'copied' ? t('details.cited') : t('details.citeFailed');
  return (
    <>
      <Button onPress={copy}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} /> {state === 'idle' ? t('details.cite') : said}
      </Button>
      <span className="spoken" role="status">
        {state === 'idle' ? '' : said}
      </span>
    </>
  );
}
