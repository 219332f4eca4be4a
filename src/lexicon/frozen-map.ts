/** Maps from texts to values that lie in bytes as they are looked up: they open at once, and a value is made when it is first asked for. */
import { type Bodies, wordsIn } from "../loinc/pack-sections.ts";

/** Gives a piece of a file by its name. */
export type SectionOf = (name: string) => Uint8Array;

/** The pieces that `thawTexts` makes texts of again, under `name`. */
export function freezeTexts(name: string, texts: readonly string[]): Bodies {
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => {
    end += text.length;
    return end;
  });
  return [
    [`${name}.text`, Buffer.from(texts.join(""), "utf8")],
    [`${name}.ends`, new Uint8Array(ends.buffer)],
  ];
}

type Texts = { readonly count: number; readonly all: string; readonly ends: Uint32Array };

function textsIn(name: string, section: SectionOf): Texts {
  const ends = wordsIn(section(`${name}.ends`));
  const { buffer, byteOffset, length } = section(`${name}.text`);
  return { count: ends.length, all: Buffer.from(buffer, byteOffset, length).toString("utf8"), ends };
}

function textAt({ all, ends }: Texts, i: number): string {
  return all.slice(i === 0 ? 0 : ends[i - 1]!, ends[i]!);
}

/** The texts of `freezeTexts`, by number. */
export function thawTexts(name: string, section: SectionOf): { count: number; at: (i: number) => string } {
  const texts = textsIn(name, section);
  return { count: texts.count, at: (i) => textAt(texts, i) };
}

/** The pieces that `thawMap` makes a map of again, under `name`. Values must be what JSON can hold. */
export function freezeMap(name: string, map: ReadonlyMap<string, unknown>): Bodies {
  const keys = [...map.keys()];
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * keys.length + 1)));
  keys.forEach((key, i) => {
    let place = hashOf(key) & (places.length - 1);
    while (places[place] !== 0) place = (place + 1) & (places.length - 1);
    places[place] = i + 1;
  });
  return [
    ...freezeTexts(`${name}.keys`, keys),
    ...freezeTexts(
      `${name}.values`,
      Array.from(map.values(), (value) => JSON.stringify(value)),
    ),
    [`${name}.places`, new Uint8Array(places.buffer)],
  ];
}

/** The map of `freezeMap`, each value as `revive` makes it, once. */
export function thawMap<Value>(
  name: string,
  section: SectionOf,
  revive: (value: never, key: string) => Value,
): ReadonlyMap<string, Value> {
  const keys = textsIn(`${name}.keys`, section);
  const values = textsIn(`${name}.values`, section);
  const places = wordsIn(section(`${name}.places`));
  // As long as it may get: filled here and there, a short array would become a table of numbers.
  const made = new Array<Value | undefined>(keys.count);
  const valueAt = (i: number): Value => {
    let value = made[i];
    if (value === undefined) {
      value = revive(JSON.parse(textAt(values, i)) as never, textAt(keys, i));
      made[i] = value;
    }
    return value;
  };
  const find = (key: string): number => {
    for (let place = hashOf(key); ; place++) {
      const i = places[place & (places.length - 1)]! - 1;
      if (i < 0) return -1;
      const start = i === 0 ? 0 : keys.ends[i - 1]!;
      if (keys.ends[i]! - start === key.length && keys.all.startsWith(key, start)) return i;
    }
  };
  const map: ReadonlyMap<string, Value> = {
    size: keys.count,
    get(key) {
      const i = find(key);
      return i < 0 ? undefined : valueAt(i);
    },
    has: (key) => find(key) >= 0,
    keys: () => Array.from(keys.ends, (_, i) => textAt(keys, i)).values(),
    values: () => Array.from(keys.ends, (_, i) => valueAt(i)).values(),
    entries: () => Array.from(keys.ends, (_, i): [string, Value] => [textAt(keys, i), valueAt(i)]).values(),
    forEach(use) {
      for (const [key, value] of map) use(value, key, map);
    },
    [Symbol.iterator]: () => map.entries(),
  };
  return map;
}

/** FNV-1a over UTF-16 units, 31 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}
