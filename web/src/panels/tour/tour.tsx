import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExplorer } from '../../actions/explorer-context.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { cardSpot, TOUR_STEPS, type Frame } from './steps.ts';
import { endTour } from './tour-request.ts';
import './tour.css';

/**
 * Six things to know, each beside what it is about. The page stays as it is and can be used meanwhile; Esc ends the tour and gives the
 * keyboard back to where it was.
 */
export default function Tour(): ReactElement {
  const { t } = useTranslation();
  const { setView } = useExplorer();
  const phone = useMedia(PHONE);
  const [at, setAt] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const step = TOUR_STEPS[at] ?? TOUR_STEPS[0];
  const last = at === TOUR_STEPS.length - 1;
  const { frame, spot } = usePlace(step.places, card);
  useKeyboardBack();
  useEffect(() => next.current?.focus(), []);
  useEffect(() => {
    // On a phone the answer has a view of its own.
    if (phone) setView('LIST');
  }, [phone, setView]);

  const go = (by: number): void => setAt((now) => Math.max(0, Math.min(TOUR_STEPS.length - 1, now + by)));
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') endTour();
    else if (event.key === 'ArrowRight') go(1);
    else if (event.key === 'ArrowLeft') go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {frame !== null && <div className="tour-frame" style={frame} aria-hidden="true" />}
      {/* Keys of the card act wherever in it the keyboard stands. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={card}
        className="tour"
        style={spot}
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
        onKeyDown={press}
      >
        <div className="tour-head">
          <p className="tour-count">
            {t('tour.label')} · {t('tour.count', { step: at + 1, steps: TOUR_STEPS.length })}
          </p>
          <IconButton icon="close" label={t('tour.skip')} onPress={endTour} />
        </div>
        <div aria-live="polite">
          <h2 id="tour-title" className="tour-title">
            {t(`tour.${step.words}.title`)}
          </h2>
          <p id="tour-text" className="tour-text">
            {t(`tour.${step.words}.text`)}
          </p>
        </div>
        <div className="tour-actions">
          {at > 0 && <Button onPress={() => go(-1)}>{t('tour.back')}</Button>}
          <Button look="solid" ref={next} onPress={() => (last ? endTour() : go(1))}>
            {last ? t('tour.done') : t('tour.next')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** The place that the step is about, framed, and where the card stands beside it; both follow the page. */
function usePlace(
  places: readonly string[],
  card: { readonly current: HTMLDivElement | null },
): { readonly frame: Frame | null; readonly spot: { readonly left: number; readonly top: number } } {
  const [frame, setFrame] = useState<Frame | null>(null);
  const [spot, setSpot] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const measure = (): void => {
      const found = places
        .map((place) => document.querySelector(place)?.getBoundingClientRect())
        .find((box) => box !== undefined && box.width > 0 && box.height > 0);
      const now =
        found === undefined ? null : { left: found.left, top: found.top, width: found.width, height: found.height };
      setFrame((before) => (sameFrame(before, now) ? before : now));
      const { offsetWidth: width = 0, offsetHeight: height = 0 } = card.current ?? {};
      const at = cardSpot(now, { width, height }, { width: window.innerWidth, height: window.innerHeight });
      setSpot((before) => (before.left === at.left && before.top === at.top ? before : at));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    for (const place of places) {
      const element = document.querySelector(place);
      if (element !== null) watch.observe(element);
    }
    if (card.current !== null) watch.observe(card.current);
    window.addEventListener('scroll', measure, true);
    return () => {
      watch.disconnect();
      window.removeEventListener('scroll', measure, true);
    };
  }, [places, card]);
  return { frame, spot };
}

function sameFrame(a: Frame | null, b: Frame | null): boolean {
  if (a === null || b === null) return a === b;
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

/** When the tour ends the keyboard goes back to what had it before; what is gone by then is the answer's. */
function useKeyboardBack(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null;
      (back ?? document.getElementById('answer') ?? document.getElementById('main'))?.focus();
    };
  }, []);
}
