import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { useExploration } from '../../actions/explorer-context.ts';

/** Plays so far: each has a number of its own for as long as the page lives. */
let plays = 0;

/** How long a year stands, in milliseconds, once its answer is there. */
const YEAR_STANDS = 1200;

/** Steps on, year by year, while it plays. */
export interface Play {
  readonly playing: boolean;
  readonly toggle: () => void;
}

/**
 * Plays until there is no next year, or until a person does anything but press the button.
 * @param next goes on by one year, for the play of that number; false when there is none
 */
export function usePlay(button: RefObject<HTMLElement | null>, next: (play: number) => boolean): Play {
  const [playing, setPlaying] = useState(false);
  const [turn, setTurn] = useState(0);
  const [play, setPlay] = useState(0);
  const idle = useExploration((exploration) => exploration.request.status === 'idle');
  const failed = useExploration((exploration) => exploration.request.status === 'failed');
  const step = useEffectEvent(() => {
    if (next(play)) setTurn((count) => count + 1);
    else setPlaying(false);
  });
  const stop = useEffectEvent((event: Event) => {
    // What presses the button stops it there.
    const onButton = event.target instanceof Node && button.current?.contains(event.target) === true;
    if (onButton && (!(event instanceof KeyboardEvent) || event.key === 'Enter' || event.key === ' ')) return;
    setPlaying(false);
  });

  useEffect(() => {
    if (!playing || !idle) return undefined;
    const timer = setTimeout(() => step(), turn === 0 ? 0 : YEAR_STANDS);
    return () => clearTimeout(timer);
  }, [playing, idle, turn]);

  useEffect(() => {
    if (!playing) return undefined;
    const listen = (event: Event): void => stop(event);
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) document.addEventListener(kind, listen, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listen, { capture: true });
    };
  }, [playing]);

  return {
    playing: playing && !failed,
    toggle: () => {
      setPlay((plays += 1));
      setTurn(0);
      setPlaying((before) => !before);
    },
  };
}
