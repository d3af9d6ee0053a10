import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { faultNamed } from '../actions/faults.ts';
import { faultMessage } from '../actions/workings.ts';

/** Something that was pressed and takes a moment: whether it goes on, and how it failed. */
export interface Working {
  readonly busy: boolean;
  /** Name of the fault; null when the last one went well. */
  readonly failed: string | null;
  readonly run: (work: () => Promise<void>) => void;
}

/** Runs what is pressed, one at a time. */
export function useWorking(): Working {
  const [state, setState] = useState<{ readonly busy: boolean; readonly failed: string | null }>({
    busy: false,
    failed: null,
  });
  return {
    ...state,
    run: (work) => {
      if (state.busy) return;
      setState({ busy: true, failed: null });
      work().then(
        () => setState({ busy: false, failed: null }),
        (error: unknown) => setState({ busy: false, failed: faultMessage(error) }),
      );
    },
  };
}

/** How the last press failed, spoken at once; nothing when it did not. */
export function WorkFailed({ working: { failed } }: { readonly working: Working }): ReactElement | null {
  const { t } = useTranslation();
  if (failed === null) return null;
  return (
    <p className="analysis-failed" role="alert">
      {t(`state.fault.${faultNamed(failed)}`)}
    </p>
  );
}
