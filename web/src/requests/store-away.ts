/** Whether the API's database was away when it was last asked. What the API answers from memory goes on meanwhile. */
let away = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function isStoreAway(): boolean {
  return away;
}

/** Calls back when the store goes or comes back, until the returned function is called. */
export function onStoreChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function storeWentAway(): void {
  if (away) return;
  away = true;
  tell();
}

/** Asks whether the store is there again. A server that cannot be reached at all tells nothing of its store. */
export async function lookForStore(signal: AbortSignal): Promise<void> {
  const { ok } = await fetch('/health/ready', { cache: 'no-store', signal });
  if (!ok || !away) return;
  away = false;
  tell();
}
