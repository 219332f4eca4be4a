/** How a file lays out its cells: separator, quotes, line ends, usual number of columns. */
import type { Encoding } from "./encoding.ts";
import { warningAt } from "./problems.ts";
import { type RawRecord, splitRecords } from "./records.ts";
import type { LineEnd, Quoting, Separator } from "./source-file.ts";
import type { Problem } from "./types.ts";

export type Layout = {
  readonly separator: Separator;
  readonly quoting: Quoting;
  readonly lineEnd: LineEnd;
  readonly width: number;
};

/** In order of preference. The comma is apart: labels are full of them. */
const STRONG: readonly Separator[] = [";", "\t", "|"];

const SEPARATOR_NAMES: { readonly [separator in Separator]: string } = {
  ";": "le point-virgule",
  "\t": "la tabulation",
  ",": "la virgule",
  "|": "la barre verticale",
};

const SAMPLE = 200;

/**
 * The separator of `bytes`, as the first 200 lines show it: of semicolon, tab and bar the one that splits most lines
 * (into most cells, among equals); the comma only when none of these splits half of the lines; the semicolon when
 * nothing does.
 */
export function detectSeparator(bytes: Uint8Array, from: number, encoding: Encoding): Separator {
  const tried = STRONG.map((separator) => ({ separator, ...trial(bytes, from, separator, encoding) }));
  const best = tried.reduce((a, b) => (b.share > a.share || (b.share === a.share && b.cells > a.cells) ? b : a));
  if (best.share >= 0.5) return best.separator;
  return trial(bytes, from, ",", encoding).share >= 0.5 ? "," : ";";
}

type Trial = {
  /** Of the lines, those that the separator splits without cutting a quoted cell: 0 to 1. */
  readonly share: number;
  readonly cells: number;
};

function trial(bytes: Uint8Array, from: number, separator: Separator, encoding: Encoding): Trial {
  let lines = 0;
  let split = 0;
  let all = 0;
  for (const { cells, unclosed } of splitRecords(bytes, from, separator, encoding)) {
    if (cells.length === 1 && cells[0]!.trim() === "") continue;
    all += cells.length;
    if (cells.length > 1 && unclosed.length === 0) split++;
    if (++lines === SAMPLE) break;
  }
  return { share: lines === 0 ? 0 : split / lines, cells: all };
}

/** The layout of `records`, which were split by `separator`. `width` is 0 when there are none. */
export function layoutOf(records: readonly RawRecord[], separator: Separator): Layout {
  const quoted = records.some((record) => record.quoted > 0);
  const bare = records.some((record) => record.bare > 0);
  return {
    separator,
    quoting: !quoted ? "none" : bare ? "minimal" : "all",
    lineEnd: mostFrequent(records.map((record) => record.lineEnd).filter((lineEnd) => lineEnd !== "")) ?? "",
    width: mostFrequent(records.map((record) => record.cells.length)) ?? 0,
  };
}

/** Warnings on what a reader of CSV may not expect: another separator, several line ends. */
export function layoutProblems(records: readonly RawRecord[], layout: Layout, file: string): Problem[] {
  const problems: Problem[] = [];
  if (layout.separator !== ";") {
    const message = `Le séparateur est ${SEPARATOR_NAMES[layout.separator]} au lieu du point-virgule : il est accepté et sera repris dans le fichier de retour.`;
    problems.push(warningAt({ file }, "other-separator", message));
  }
  const odd = records.find((record) => record.lineEnd !== "" && record.lineEnd !== layout.lineEnd);
  if (odd !== undefined) {
    const message = `Les fins de ligne ne sont pas toutes les mêmes (la première qui diffère est ici) : elles sont conservées. Vérifiez que cette ligne n'est pas coupée.`;
    problems.push(warningAt({ file, line: odd.line }, "mixed-line-ends", message));
  }
  return problems;
}

/** The value that occurs most, the first one among equals; `undefined` for an empty list. */
function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}
