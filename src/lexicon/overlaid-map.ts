/**
 * `base` with the entries of `over` in front of its own; neither is copied, so that a map that opens at once still does. A key of both has what
 * `both` makes of its two values, each time it is asked for; by default the one of `over`.
 */
export function overlaidMap<Value>(
  base: ReadonlyMap<string, Value>,
  over: ReadonlyMap<string, Value>,
  both: (own: Value, over: Value) => Value = (_, value) => value,
): ReadonlyMap<string, Value> {
  if (over.size === 0) return base;
  const keys = (): string[] => [...base.keys(), ...[...over.keys()].filter((key) => !base.has(key))];
  const map: ReadonlyMap<string, Value> = {
    get size() {
      return keys().length;
    },
    get(key) {
      const own = base.get(key);
      const value = over.get(key);
      return own === undefined || value === undefined ? (value ?? own) : both(own, value);
    },
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
