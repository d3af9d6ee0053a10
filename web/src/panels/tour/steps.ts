/** What the tour shows, in order: the first of the places that is on the screen is framed. */
export const TOUR_STEPS = [
  { words: 'answer', places: ['.answer-head', '#answer', '.picture'] },
  { words: 'question', places: ['.question'] },
  { words: 'picture', places: ['.picture', '.bottom'] },
  { words: 'views', places: ['.bottom', '.top .segments'] },
  { words: 'search', places: ['.top-search'] },
  { words: 'help', places: ['.settings'] },
] as const;

/** A rectangle in pixels of the window. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the window and the card measure. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/** Pixels between the frame and the card, and between the card and the window's edge. */
const GAP = 12;

/**
 * Where the card's upper left corner stands: below, right of, left of or above the frame, the first where it fits whole; else
 * in the window's lower right corner, over the frame.
 */
export function cardSpot(
  frame: Frame | null,
  card: Room,
  window: Room,
): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, room: number): number => Math.max(GAP, Math.min(at, room - size - GAP));
  const corner = {
    left: Math.max(GAP, window.width - card.width - 2 * GAP),
    top: Math.max(GAP, window.height - card.height - 2 * GAP),
  };
  if (frame === null) return corner;
  const { left, top, width, height } = frame;
  const across = within(left, card.width, window.width);
  const down = within(top, card.height, window.height);
  const spots = [
    { left: across, top: top + height + GAP },
    { left: left + width + GAP, top: down },
    { left: left - card.width - GAP, top: down },
    { left: across, top: top - card.height - GAP },
  ];
  const fits = (at: { readonly left: number; readonly top: number }): boolean =>
    at.left >= GAP &&
    at.top >= GAP &&
    at.left + card.width <= window.width - GAP &&
    at.top + card.height <= window.height - GAP;
  return spots.find(fits) ?? corner;
}
