/** What a person should know about an input, as values: how they are made and kept few. */

export type Severity = "error" | "warning";

/** Something that a person should know about an input, as a value: where, what, and what to do. */
export type Problem = {
  readonly severity: Severity;
  /** Stable identifier, e.g. `too-few-columns`. */
  readonly code: string;
  /** Base name of the file, empty when it is about the whole. */
  readonly file: string;
  /** From 1; 0 when the problem is about the whole file. */
  readonly line: number;
  /** From 1; 0 when the problem is about the whole line. */
  readonly column: number;
  /** In French, says what is wrong and what to do. */
  readonly message: string;
};

/** Where a problem stands; line and column are 0 when it is about the whole file or the whole line. */
export type Place = { readonly file: string; readonly line?: number; readonly column?: number };

/** The error `code` at `place`. */
export function errorAt(place: Place, code: string, message: string): Problem {
  return problemAt("error", place, code, message);
}

/** The warning `code` at `place`. */
export function warningAt(place: Place, code: string, message: string): Problem {
  return problemAt("warning", place, code, message);
}

function problemAt(severity: Severity, place: Place, code: string, message: string): Problem {
  return { severity, code, file: place.file, line: place.line ?? 0, column: place.column ?? 0, message };
}

/** How many problems of one sort are told one by one. */
const TOLD = 5;

/**
 * The first five of `problems`, which are all of one sort, and one that counts the others; all of them when only one
 * more would be left.
 */
export function grouped(problems: readonly Problem[]): readonly Problem[] {
  const [first] = problems;
  const others = problems.slice(TOLD);
  if (first === undefined || others.length <= 1) return problems;
  const lines = others.slice(0, TOLD).map((problem) => problem.line);
  const more = others.length > TOLD ? "…" : "";
  const message = `… et ${others.length} autres cas semblables (lignes ${lines.join(", ")}${more}).`;
  return [...problems.slice(0, TOLD), { ...first, line: 0, column: 0, message }];
}

/** `count` with its noun, in French: none and one take the singular. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("fr-FR").replaceAll("\u202f", " ")} ${count < 2 ? one : many}`;
}
