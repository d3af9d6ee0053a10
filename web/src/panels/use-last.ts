import { useState } from 'react';

/**
 * What is shown stays while more of the same is awaited; what answers another question goes at once.
 * @param key names the question
 * @param value null while it is awaited
 */
export function useLast<Value>(key: string, value: Value | null): Value | null {
  const [last, setLast] = useState<{ readonly key: string; readonly value: Value } | null>(null);
  if (value !== null && (last === null || last.value !== value)) setLast({ key, value });
  if (value !== null) return value;
  return last !== null && last.key === key ? last.value : null;
}
