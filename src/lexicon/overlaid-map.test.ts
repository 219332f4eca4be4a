import fc from "fast-check";
import { expect, it } from "vitest";
import { overlaidMap } from "./overlaid-map.ts";

const maps = fc
  .dictionary(fc.constantFrom("a", "b", "c", "d", "__proto__"), fc.nat())
  .map((object) => new Map(Object.entries(object)));

it("is the map that copying both would make", () => {
  fc.assert(
    fc.property(maps, maps, (base, over) => {
      const copied = new Map([...base, ...over]);
      const overlaid = overlaidMap(base, over);
      expect(new Map(overlaid)).toEqual(copied);
      expect(overlaid.size).toBe(copied.size);
      expect([...overlaid.keys()]).toEqual([...copied.keys()]);
      expect([...overlaid.values()]).toEqual([...copied.values()]);
      for (const key of ["a", "b", "c", "d", "e"]) {
        expect(overlaid.get(key)).toBe(copied.get(key));
        expect(overlaid.has(key)).toBe(copied.has(key));
      }
      const seen: [string, number][] = [];
      overlaid.forEach((value, key) => seen.push([key, value]));
      expect(seen).toEqual([...copied]);
    }),
  );
});

it("joins the values of a key that both hold, when it is told how", () => {
  fc.assert(
    fc.property(maps, maps, (base, over) => {
      const sums = overlaidMap(base, over, (own, more) => own + more);
      for (const [key, value] of sums) {
        const [own, more] = [base.get(key), over.get(key)];
        expect(value).toBe(own === undefined ? more : more === undefined ? own : own + more);
      }
    }),
  );
});
