import { describe, expect, it } from "vitest";
import { filtered, grouped, holds, listAt } from "./lists.ts";

describe("lists end to end", () => {
  const lists = grouped(4, [0, 2, 0, 2, 3], [10, 20, 11, 21, 30]);
  const all = (of: typeof lists): number[][] => [0, 1, 2, 3].map((i) => [...listAt(of, i)]);

  it("hold what is of their key, in order", () => {
    expect(all(lists)).toEqual([[10, 11], [], [20, 21], [30]]);
  });

  it("are filtered each by itself", () => {
    expect(all(filtered(lists, (item) => item !== 10 && item !== 30))).toEqual([[11], [], [20, 21], []]);
    expect(all(filtered(lists, (item) => item === 30))).toEqual([[], [], [], [30]]);
  });

  it("hold an item or not", () => {
    expect(holds(lists, 2, 21)).toBe(true);
    expect(holds(lists, 2, 10)).toBe(false);
    expect(holds(lists, 1, 10)).toBe(false);
  });
});
