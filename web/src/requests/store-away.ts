/** Whether the API's database was away when it was last asked. What the API answers from memory goes on meanwhile. */
let away = false;
const listeners = new Set<() => void>();

export function isStoreAway(): boolean {
  return away;
}

/** Calls back when the store goes or comes back, until the returned function is called. */
export function onStoreChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function become(state: boolean): void {
  if (away === state) return;
  away = state;
  for (const listener of listeners) listener();
}

export const storeWentAway = (): void => become(true);
export const storeCameBack = (): void => become(false);
