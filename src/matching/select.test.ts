import fc from "fast-check";
import { expect, test } from "vitest";
import { buildSelector } from "./select.ts";

test("keeps what sorting would keep, ties by the lower item", () => {
  const select = buildSelector(5);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }), (scores) => {
      select.clear();
      scores.forEach((score, item) => {
        select.offer(item, score);
      });
      const sorted = scores
        .map((score, item) => ({ score, item }))
        .sort((a, b) => b.score - a.score || a.item - b.item);
      expect([...select.items()].sort((a, b) => a - b)).toEqual(
        sorted
          .slice(0, 5)
          .map(({ item }) => item)
          .sort((a, b) => a - b),
      );
    }),
  );
});
