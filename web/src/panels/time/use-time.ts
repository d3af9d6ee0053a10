import type { PartialDate } from '#vocabulary';
import { useCallback, useEffect, useState } from 'react';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { previewAsOf } from '../../exploration/preview.ts';

/** The date that is asked for, or looked at while it is chosen. */
export interface TimeChoice {
  /** Null is any date. */
  readonly asOf: PartialDate | null;
  /** It is only looked at: nothing was asked yet. */
  readonly looking: boolean;
  /** Looks at a date: counts and lines follow at once, from what is known. */
  readonly look: (asOf: PartialDate | null) => void;
  /** Asks for what is looked at. */
  readonly settle: () => void;
  /** Goes back to what was asked. */
  readonly forget: () => void;
  /** @param play all that one play asks is one step */
  readonly ask: (asOf: PartialDate | null, play?: number) => void;
}

/** Choosing a date: first looked at, then asked for. */
export function useTime(): TimeChoice {
  const { ask: askQuestion, store } = useExplorer();
  const asked = useExploration((exploration) => exploration.question.asOf);
  const [looked, setLooked] = useState<{ readonly asOf: PartialDate | null } | null>(null);

  const preview = useCallback(
    (asOf: PartialDate | null) => store.setState((exploration) => previewAsOf(exploration, asOf)),
    [store],
  );
  const forget = useCallback(() => {
    setLooked(null);
    preview(null);
  }, [preview]);
  useEffect(() => () => preview(null), [preview]);

  const ask = (asOf: PartialDate | null, play?: number): void => {
    setLooked(null);
    if (asOf === asked) preview(null);
    else askQuestion({ asOf }, play);
  };
  return {
    asOf: looked === null ? asked : looked.asOf,
    looking: looked !== null,
    look: (asOf) => {
      setLooked({ asOf });
      preview(asOf);
    },
    settle: () => {
      if (looked !== null) ask(looked.asOf);
    },
    forget,
    ask,
  };
}
