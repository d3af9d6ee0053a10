/** Turns rows into the maps that the interface answers with. */

export function keyed<Id, T extends { readonly id: Id }>(values: readonly T[]): Map<T['id'], T> {
  return new Map(values.map((value) => [value.id, value]));
}

/** Lists by key, each in the order of the values. */
export function grouped<Key, T>(values: readonly T[], keyOf: (value: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** Each once, in the order of their first coming: an id asked for twice must not be counted twice. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
