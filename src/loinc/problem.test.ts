import { expect, it } from "vitest";
import { counted, grouped, warningAt } from "./problem.ts";

const some = (count: number) =>
  Array.from({ length: count }, (_, i) => warningAt({ file: "f.csv", line: i + 1 }, "c", `m${i + 1}`));

it("tells six problems one by one, of seven the first five and a count", () => {
  expect(grouped(some(0))).toEqual([]);
  expect(grouped(some(6))).toHaveLength(6);
  const seven = grouped(some(7));
  expect(seven.map((problem) => problem.line)).toEqual([1, 2, 3, 4, 5, 0]);
  expect(seven[5]).toMatchObject({
    severity: "warning",
    code: "c",
    file: "f.csv",
    message: "… et 2 autres cas semblables (lignes 6, 7).",
  });
  expect(grouped(some(100))[5]?.message).toContain("95 autres cas semblables (lignes 6, 7, 8, 9, 10…)");
});

it("counts in French", () => {
  expect(counted(1, "ligne", "lignes")).toBe("1 ligne");
  expect(counted(1500, "ligne", "lignes")).toBe("1 500 lignes");
});
