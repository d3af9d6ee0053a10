import { useEffect, type ReactElement, type ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OpenedReport } from '../../actions/open-view.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { tell, useTold, type Told } from './told.ts';

/** Milliseconds for which it is said that all went well. */
const SAID_FOR = 4000;

/** Says what became of a view that was opened: nothing on the screen when it is exactly as it was kept. */
export function ViewNotice(): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const told = useTold();
  const good = told?.kind === 'COPIED' || (told?.kind === 'OPENED' && differences(told.report, t, number).length === 0);
  useEffect(() => {
    if (!good || told === null) return undefined;
    const timer = window.setTimeout(() => tell(null), SAID_FOR);
    return () => window.clearTimeout(timer);
  }, [good, told]);
  const said = told === null ? null : contentOf(told, t, number);
  const quiet = told?.kind === 'OPENING' || (good && told?.kind === 'OPENED');
  return (
    <>
      <p className="spoken" role="status">
        {quiet && said !== null ? said.title : ''}
      </p>
      <div className="view-told-place" role={told?.kind === 'FAILED' ? 'alert' : 'status'}>
        {said !== null && !quiet && (
          <div className={`view-told${good ? '' : ' view-told-warning'}`}>
            <Icon name={good ? 'check' : 'warning'} />
            <div className="view-told-text">
              <p className="view-told-title">{said.title}</p>
              {said.body}
              {told?.kind === 'FAILED' && told.again !== null && (
                <Button onPress={told.again}>{t('state.tryAgain')}</Button>
              )}
            </div>
            <IconButton icon="close" label={t('app.close')} onPress={() => tell(null)} />
          </div>
        )}
      </div>
    </>
  );
}

function contentOf(
  told: Told,
  t: TFunction,
  number: (value: number) => string,
): { readonly title: string; readonly body: ReactNode } {
  switch (told.kind) {
    case 'OPENING':
      return { title: t('views.opening'), body: null };
    case 'OPENED': {
      const lines = differences(told.report, t, number);
      const named = told.name === null ? t('views.openedLink') : t('views.openedNamed', { name: told.name });
      return lines.length === 0
        ? { title: named, body: null }
        : {
            title: told.report.sameData === false ? t('views.otherData') : t('views.otherwise'),
            body: (
              <ul className="view-told-list">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          };
    }
    case 'FAILED': {
      const title = t('views.notOpened');
      const text =
        told.fault === 'DAMAGED' || told.fault === 'TOO_NEW' || told.fault === 'BAD_USER_INPUT'
          ? t(`views.fault.${told.fault}`)
          : t(`state.advice.${told.fault}`);
      return { title, body: <p>{text}</p> };
    }
    case 'COPIED':
      return { title: t('views.copied'), body: null };
    case 'TOO_LONG':
      return { title: t('views.tooLongTitle'), body: <p>{t('views.tooLongCommand')}</p> };
    case 'NOT_COPIED':
      return { title: t('views.notCopied'), body: <p>{t('views.notCopiedAdvice')}</p> };
  }
}

/** In what the picture differs from the view, line by line; empty when it does not. */
function differences(report: OpenedReport, t: TFunction, number: (value: number) => string): readonly string[] {
  const { nodes, expansions, ways, added, selectionLost, regrouped } = report;
  const parts = { NODES: nodes, GROUPS: expansions, WAYS: ways } as const;
  return [
    ...(['NODES', 'GROUPS', 'WAYS'] as const).flatMap((what) => {
      const { found, of } = parts[what];
      return found < of ? [t(`views.found.${what}`, { found: number(found), of: number(of) })] : [];
    }),
    ...(added > 0 ? [t('views.added', { count: added, shown: number(added) })] : []),
    ...(selectionLost ? [t('views.selectionLost')] : []),
    ...(regrouped ? [t('views.regrouped')] : []),
  ];
}
