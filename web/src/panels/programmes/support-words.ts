import { useTranslation } from 'react-i18next';
import { parsePartialDate, type Period } from '#vocabulary';
import { dateText, periodText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';

/** Dates of supports in words. */
export function useSupportWords() {
  const { t } = useTranslation();
  const { language } = useFormats();
  const day = (text: string): string => dateText(parsePartialDate(text), language);
  return {
    day,
    period: (period: Period): string => periodText(period, language),
    /** Days from one to the other; an open end is said. */
    interval: ({ from, to }: { readonly from: string | null; readonly to: string | null }): string =>
      t('programmes.interval', {
        from: from === null ? t('programmes.openStart') : day(from),
        to: to === null ? t('programmes.openEnd') : day(to),
      }),
  };
}
