import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { secondsUntilAsking, type RequestFault } from '../actions/faults.ts';
import { useFormats } from '../languages/use-language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice, Skeleton } from '../ui/notice.tsx';
import { LONG, UNNOTICED, useDelayed } from '../ui/use-delayed.ts';

/** Nothing at first, then rows in the form of what comes, then what is awaited and how to stop. */
export function Waiting({
  awaited,
  rows,
  cancel,
}: {
  readonly awaited: string;
  readonly rows: number;
  readonly cancel?: () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const noticed = useDelayed(true, UNNOTICED);
  const long = useDelayed(true, LONG);
  if (!noticed) return null;
  return (
    <>
      <Skeleton rows={rows} label={t('state.loading')} />
      {long && (
        <p className="waiting" role="status">
          {awaited} {cancel !== undefined && <Button onPress={cancel}>{t('state.cancel')}</Button>}
        </p>
      )}
    </>
  );
}

/** What went wrong in plain words, and what to do. `keptSince` says that the old picture stays. */
export function Failure({
  fault,
  again,
  keptSince,
  detail,
}: {
  readonly fault: RequestFault;
  readonly again: () => void;
  readonly keptSince?: Date | null;
  /** What was asked, for a report; absent offers no copy. */
  readonly detail?: string;
}): ReactElement {
  const { t } = useTranslation();
  const { time } = useFormats();
  // As it was when it was told: counting down aloud would interrupt whoever listens.
  const [seconds] = useState(() => (fault === 'TOO_MUCH' || fault === 'BUSY' ? secondsUntilAsking() : null));
  return (
    <Notice
      alert
      glyph={
        <span className="failure-sign">
          <Icon name="warning" size={24} />
        </span>
      }
      title={t(`state.fault.${fault}`)}
      actions={
        <>
          <Button look="solid" onPress={again}>
            {t('state.tryAgain')}
          </Button>
          {detail !== undefined && <CopyButton text={detail} />}
        </>
      }
    >
      <p>{t(`state.advice.${fault}`)}</p>
      {seconds !== null && <p>{t('state.againIn', { seconds })}</p>}
      {keptSince && <p>{t('state.kept', { time: time(keptSince) })}</p>}
    </Notice>
  );
}

function CopyButton({ text }: { readonly text: string }): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = window.setTimeout(() => setCopied(false), 2000);
    return () => window.clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return <Button onPress={copy}>{copied ? t('state.copied') : t('state.copy')}</Button>;
}
