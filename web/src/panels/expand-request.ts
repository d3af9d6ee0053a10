import { useEffect, useState } from 'react';

/** Asks for a node's expand menu from elsewhere (the key E, a double click); the panel of the node opens it when it stands. */
let wanted: string | null = null;
const listeners = new Set<() => void>();

/** Asks that the expand menu of the node be opened as soon as its details are on screen. */
export function requestExpand(id: string): void {
  wanted = id;
  for (const listener of listeners) listener();
}

/** Whether the node's expand menu is open; a request for it opens it once. */
export function useExpandRequest(id: string): readonly [boolean, (open: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const answer = (): void => {
      if (wanted !== id) return;
      wanted = null;
      setOpen(true);
    };
    answer();
    listeners.add(answer);
    return () => {
      listeners.delete(answer);
    };
  }, [id]);
  return [isOpen, setOpen];
}
