import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeSections, encodeSections } from "../loinc/sections.ts";
import { freezeMap, type SectionOf, thawMap } from "./frozen-map.ts";

const anyKey = fc.oneof(fc.string({ unit: "binary", maxLength: 6 }), fc.string({ unit: "grapheme", maxLength: 6 }));

function frozen(entries: readonly (readonly [string, readonly number[]])[]): ReadonlyMap<string, readonly number[]> {
  const file = decodeSections(encodeSections("TEST", 1, {}, freezeMap("m", new Map(entries))))!;
  const section: SectionOf = (name) => file.section(name)!;
  return thawMap("m", section, (value: readonly number[]) => value);
}

it("is the map that was frozen, in its order", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyKey, fc.array(fc.nat(9)))), anyKey, (entries, other) => {
      const map = new Map(entries);
      const again = frozen(entries);
      expect([...again]).toEqual([...map]);
      expect([...again.keys()]).toEqual([...map.keys()]);
      expect([...again.values()]).toEqual([...map.values()]);
      expect(again.size).toBe(map.size);
      for (const key of [...map.keys(), other, `${other}a`]) {
        expect(again.get(key)).toEqual(map.get(key));
        expect(again.has(key)).toBe(map.has(key));
      }
      const seen = new Map<string, readonly number[]>();
      again.forEach((value, key) => seen.set(key, value));
      expect(seen).toEqual(map);
    }),
  );
});

it("makes a value once", () => {
  const map = frozen([["a", [1, 2]]]);
  expect(map.get("a")).toBe(map.get("a"));
});
