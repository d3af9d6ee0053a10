import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../actions/use-answer.ts';
import { Button } from '../../ui/button.tsx';

/** What stands in a menu while its choices come, or when they could not be had. */
export function ChoicesInstead({ choices }: { readonly choices: Answered<unknown> }): ReactElement {
  const { t } = useTranslation();
  if (choices.status !== 'failed') return <p role="status">{t('filter.loading')}</p>;
  return (
    <p role="alert">
      {t('filter.failed')}{' '}
      <Button look="text" onPress={choices.again}>
        {t('state.tryAgain')}
      </Button>
    </p>
  );
}
