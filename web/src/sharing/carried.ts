/** Whether the page was opened with a view: in its address, or kept with its entry of the browser's history. */
export function carriesView(): boolean {
  const state: unknown = window.history.state;
  return window.location.hash.startsWith('#v=') || (typeof state === 'object' && state !== null && 'sentra' in state);
}
