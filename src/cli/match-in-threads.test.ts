import { expect, it } from "vitest";
import type { Analysis } from "../catalogue/types.ts";
import { workersFor } from "./match-in-threads.ts";

it("shares out large catalogues only, where there are cores for it", () => {
  const rows = (count: number) => ({ chapters: [], exams: [], analyses: new Array<Analysis>(count) });
  expect(workersFor(rows(5_000), 8)).toBe(0);
  expect(workersFor(rows(50_000), 1)).toBe(0);
  expect(workersFor(rows(50_000), 2)).toBe(1);
  expect(workersFor(rows(50_000), 64)).toBe(3);
});
