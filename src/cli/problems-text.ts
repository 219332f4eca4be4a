import type { Problem } from "../catalogue/types.ts";
import type { Language } from "../matching/phrases.ts";

/** A problem as one line: severity, place, message. */
export function problemLine(problem: Problem, language: Language): string {
  const french = language === "fr";
  const severity = problem.severity === "error" ? (french ? "Erreur" : "Error") : french ? "Remarque" : "Note";
  const line = problem.line > 0 ? `${french ? "ligne" : "line"} ${problem.line}` : "";
  const column = problem.column > 0 ? `${french ? "colonne" : "column"} ${problem.column}` : "";
  const place = [problem.file, line, column].filter((part) => part !== "").join(", ");
  return `${severity}${place === "" ? "" : ` — ${place}`}${french ? " : " : ": "}${problem.message}`;
}

/** Prints problems on the standard error, errors first. */
export function printProblems(problems: readonly Problem[], language: Language): void {
  const sorted = [...problems].sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
  for (const problem of sorted) console.error(problemLine(problem, language));
}
