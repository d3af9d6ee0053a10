import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/button.tsx';
import { openPanel } from './open-panel.ts';

/** An analysis with its name and the way back to the answer; the keyboard goes into it when it opens. */
export function AnalysisFrame({
  title,
  keepsFocus = false,
  children,
}: {
  readonly title: string;
  /** Something in it takes the keyboard by itself, such as a search that stands open. */
  readonly keepsFocus?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const own = section.current;
    opener.current = document.activeElement;
    if (!keepsFocus && own !== null && !own.contains(document.activeElement)) own.focus({ preventScroll: true });
    const from = opener.current;
    return () => {
      const back = from instanceof HTMLElement && from.isConnected && from !== document.body ? from : null;
      if (document.activeElement === document.body || own?.contains(document.activeElement) === true) {
        (back ?? document.getElementById('main'))?.focus({ preventScroll: true });
      }
    };
    // Only when it opens and closes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <section className="answer analysis" aria-label={title} ref={section} tabIndex={-1}>
      <header className="analysis-head">
        <IconButton icon="back" label={t('paths.backToAnswer')} onPress={() => openPanel(null)} />
        <h2 className="analysis-title">{title}</h2>
      </header>
      {children}
    </section>
  );
}
