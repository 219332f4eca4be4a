import fc from "fast-check";
import { expect, it } from "vitest";
import { buildSelector } from "./select.ts";

it("keeps the best, the lower of equal ones, and begins anew when cleared", () => {
  const selector = buildSelector(5, 40);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }), (scores) => {
      selector.clear();
      for (const [item, score] of scores.entries()) selector.offer(item, score);
      const sorted = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
      expect([...selector.items()].sort((a, b) => a - b)).toEqual(sorted.slice(0, 5).sort((a, b) => a - b));
    }),
  );
});
