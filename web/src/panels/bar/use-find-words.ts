import { useTranslation } from 'react-i18next';
import { useFormats } from '../../languages/use-language.ts';
import type { FindWords } from '../../ui/choice-menu.tsx';

/** What the search field of every long menu says. */
export function useFindWords(): FindWords {
  const { t } = useTranslation();
  const { number } = useFormats();
  return {
    label: t('filter.find'),
    nothing: t('filter.noMatch'),
    cut: (shown, total) => t('filter.cut', { shown: number(shown), total: number(total) }),
  };
}
