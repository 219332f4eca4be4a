import fc from "fast-check";
import { expect, it } from "vitest";
import { beginningWith, sortedTexts } from "./sorted-texts.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "é"), maxLength: 5 });

it("finds the texts that begin as is asked, in order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(text), text, (texts, start) => {
      const found = [...beginningWith(sortedTexts(texts), start)];
      expect(found).toEqual(texts.filter((one) => one.startsWith(start)).sort());
    }),
  );
});
