/** What a row says of each column that candidates are scored by, as a key: rows with the same key score a value of the column alike. */
import type { Fit } from "./binding.ts";
import type { RowFacts } from "./row-facts.ts";

/** The columns that a part of the score may look at, each by itself. */
export const COLUMNS = [
  "property",
  "time",
  "system",
  "scale",
  "method",
  "component",
  "units",
  "class",
  "systemUsage",
] as const;

const COMPONENT = COLUMNS.indexOf("component");
const UNITS = COLUMNS.indexOf("units");
const CLASS = COLUMNS.indexOf("class");
const SYSTEM_USAGE = COLUMNS.indexOf("systemUsage");
const AT = Object.fromEntries(COLUMNS.map((column, c) => [column, c])) as {
  readonly [column in (typeof COLUMNS)[number]]: number;
};

/** By column, what the row says of it; empty when it says nothing. */
export type Sayings = readonly string[];

/** What `facts` say of terms of `base`: the lexicon may tell of one base alone which axis values are usual. */
export type SayingsOf = (facts: RowFacts, base: number) => Sayings;

/** A function that gives the sayings of rows; it numbers the fits that it meets. */
export function buildSayings(): SayingsOf {
  const numbers = new WeakMap<Fit, number>();
  let count = 0;
  const numberOf = (fit: Fit): number => {
    let number = numbers.get(fit);
    if (number === undefined) {
      number = count++;
      numbers.set(fit, number);
    }
    return number;
  };
  return ({ reading, hints }, base) => {
    const says = COLUMNS.map(() => "");
    for (const evidence of reading.evidence) says[AT[evidence.axis]] += `${evidence.source} ${numberOf(evidence.fit)},`;
    for (const hint of hints)
      if (hint.base === -1 || hint.base === base)
        says[AT[hint.axis]] += `${hint.said ? "said" : "hint"} ${numberOf(hint.fit)},`;
    if (reading.timing.size > 0 || reading.examTiming.size > 0)
      says[COMPONENT] = `${[...reading.timing].join(" ")}|${[...reading.examTiming].join(" ")}`;
    if (reading.unit !== undefined) says[UNITS] = `in ${reading.unit.ucum}`;
    if (reading.classes.size > 0) says[CLASS] = [...reading.classes].join(" ");
    says[SYSTEM_USAGE] = says[AT.system]!;
    return says;
  };
}
