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

export type SayingsOf = {
  /** What `facts` say of any term. */
  readonly sayingsOf: (facts: RowFacts) => Sayings;
  /** `common`, and what they say of terms of `base` alone: the lexicon may tell of one base which axis values are usual. */
  readonly sayingsOfBase: (facts: RowFacts, base: number, common: Sayings) => Sayings;
};

/** Functions that give the sayings of rows; they number the fits that they meet. */
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
  const addHints = (says: string[], hints: RowFacts["hints"], base: number): void => {
    for (const hint of hints)
      if (hint.base === base) says[AT[hint.axis]] += `${hint.said ? "said" : "hint"} ${numberOf(hint.fit)},`;
    says[SYSTEM_USAGE] = says[AT.system]!;
  };
  return {
    sayingsOf({ reading, hints }) {
      const says = COLUMNS.map(() => "");
      for (const evidence of reading.evidence)
        says[AT[evidence.axis]] += `${evidence.source} ${numberOf(evidence.fit)},`;
      if (reading.timing.size > 0 || reading.examTiming.size > 0)
        says[COMPONENT] = `${[...reading.timing].join(" ")}|${[...reading.examTiming].join(" ")}`;
      if (reading.unit !== undefined) says[UNITS] = `in ${reading.unit.ucum}`;
      if (reading.classes.size > 0) says[CLASS] = [...reading.classes].join(" ");
      addHints(says, hints, -1);
      return says;
    },
    sayingsOfBase({ hints }, base, common) {
      const says = [...common];
      addHints(says, hints, base);
      return says;
    },
  };
}
