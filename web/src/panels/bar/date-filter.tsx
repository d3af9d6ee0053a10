import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { useExploration } from '../../actions/explorer-context.ts';
import { dateText } from '../../exploration/period-text.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Icon } from '../../ui/icon.tsx';

const DateForm = lazy(() => import('./date-form.tsx'));

/** The date at which ties have to hold, as exact as a person likes. */
export function DateFilter(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const asOf = useExploration((exploration) => exploration.question.asOf);
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={`choice choice-filter${asOf === null ? '' : ' choice-active'}`}>
        <span className="choice-label">{t('filter.ASOF')}</span>{' '}
        <span className="choice-value">{asOf === null ? t('filter.anyDate') : dateText(asOf, language)}</span>
        <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="pop" placement="bottom end" offset={4}>
        <Dialog className="pop-body date-form" aria-label={t('filter.ASOF')}>
          <Suspense fallback={<p className="pop-instead">{t('filter.loading')}</p>}>
            <DateForm close={() => setOpen(false)} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
