/** `base` with the entries of `over` in front of its own; neither is copied, so that a map that opens at once still does. */
export function overlaidMap<Value>(
  base: ReadonlyMap<string, Value>,
  over: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  if (over.size === 0) return base;
  const keys = (): string[] => [...base.keys(), ...[...over.keys()].filter((key) => !base.has(key))];
  const map: ReadonlyMap<string, Value> = {
    get size() {
      return keys().length;
    },
    get: (key) => over.get(key) ?? base.get(key),
    has: (key) => over.has(key) || base.has(key),
    keys: () => keys().values(),
    values: () =>
      keys()
        .map((key) => map.get(key)!)
        .values(),
    entries: () =>
      keys()
        .map((key): [string, Value] => [key, map.get(key)!])
        .values(),
    forEach(use) {
      for (const [key, value] of map) use(value, key, map);
    },
    [Symbol.iterator]: () => map.entries(),
  };
  return map;
}
