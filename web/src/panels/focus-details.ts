/** Details may still be on their way (a chunk of their own): so many frames are waited for them. */
const PATIENCE = 60;

/** Moves the keyboard to the details as soon as they are drawn. */
export function focusDetails(frames = PATIENCE): void {
  window.requestAnimationFrame(() => {
    const details = document.getElementById('details');
    if (details !== null) details.focus();
    else if (frames > 0) focusDetails(frames - 1);
  });
}

/** A press of Enter or the space bar, as a click says it: then the keyboard follows to what was opened. */
export function byKeyboard(event: { readonly detail: number }): boolean {
  return event.detail === 0;
}
