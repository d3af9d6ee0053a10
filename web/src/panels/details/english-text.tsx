import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../languages/use-language.ts';

/** A text that the data have in English alone: read out as English, and said to be so where another language is spoken. */
export function EnglishText({ text }: { readonly text: string }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <span lang="en">{text}</span>
      {language !== 'en' && <span className="language-note"> ({t('details.englishOnly')})</span>}
    </>
  );
}
