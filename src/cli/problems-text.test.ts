import { afterEach, expect, it, vi } from "vitest";
import { errorAt, warningAt } from "../catalogue/problems.ts";
import { printProblems, problemLine } from "./problems-text.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ["fr", errorAt({ file: "f.csv", line: 3, column: 2 }, "x", "Vide."), "Erreur — f.csv, ligne 3, colonne 2 : Vide."],
  ["en", errorAt({ file: "f.csv", line: 3, column: 2 }, "x", "Vide."), "Error — f.csv, line 3, column 2: Vide."],
  ["fr", warningAt({ file: "f.csv", line: 3 }, "x", "Vide."), "Remarque — f.csv, ligne 3 : Vide."],
  ["en", warningAt({ file: "f.csv" }, "x", "Vide."), "Note — f.csv: Vide."],
  ["fr", errorAt({ file: "" }, "x", "Vide."), "Erreur : Vide."],
] as const)("a problem is one line, with its place (%s)", (language, problem, line) => {
  expect(problemLine(problem, language)).toBe(line);
});

it("errors are printed first, otherwise in the order in which they were found", () => {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
  const problems = [
    warningAt({ file: "1" }, "x", "a"),
    errorAt({ file: "2" }, "x", "b"),
    warningAt({ file: "3" }, "x", "c"),
    errorAt({ file: "4" }, "x", "d"),
  ];
  printProblems(problems, "en");
  expect(lines).toEqual(["Error — 2: b", "Error — 4: d", "Note — 1: a", "Note — 3: c"]);
  expect(problems.map(({ file }) => file)).toEqual(["1", "2", "3", "4"]);
});
