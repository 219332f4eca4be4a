/** Makes catalogues of any size from a real one: its rows again and again, each time written a little otherwise. No chance: a seed says how. */
import type { Analysis, Catalogue, Exam } from "../src/catalogue/types.ts";

/** One row in this many stays as it is; the others change label, unit or specimen. */
const UNCHANGED = 8;

export type Chance = {
  /** 0 ≤ number < 1. */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
};

/** Numbers that look like chance, always the same for a seed (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (list) => list[below(list.length)]! };
}

/**
 * A catalogue of exactly `rows` analyses and exams together, made of copies of `source`; chapters stay as they are. Units and specimens come
 * from other rows of the source; labels get the slips, cuts and habits of laboratories.
 */
export function generateCatalogue(source: Catalogue, rows: number, seed: number): Catalogue {
  const chance = seeded(seed);
  const units = distinct(source.analyses.map((analysis) => analysis.unit));
  const specimens = distinct(source.analyses.map((analysis) => analysis.specimen));
  const analyses: Analysis[] = [];
  const exams: Exam[] = [];
  if (source.analyses.length === 0) return { chapters: source.chapters, exams, analyses };
  for (let copy = 0; analyses.length + exams.length < rows; copy++) {
    const name = (code: string): string => (copy === 0 ? code : `${code}-${copy}`);
    const holders = new Map(source.exams.map((exam) => [exam.code, exam]));
    const begun = new Set<string>();
    for (const analysis of source.analyses) {
      if (analyses.length + exams.length >= rows) break;
      analyses.push({
        ...vary(analysis, chance),
        code: name(analysis.code),
        exams: analysis.exams.map(name),
        unit: chance.below(6) === 0 ? chance.pick(units) : analysis.unit,
        unitCode: "",
        specimen: chance.below(8) === 0 ? chance.pick(specimens) : analysis.specimen,
      });
      for (const code of analysis.exams) {
        const exam = holders.get(code);
        if (exam === undefined || begun.has(code) || analyses.length + exams.length >= rows) continue;
        begun.add(code);
        exams.push({ ...vary(exam, chance), code: name(code), analyses: exam.analyses.map(name) });
      }
    }
  }
  return { chapters: source.chapters, exams, analyses };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function vary<T extends { readonly label: string }>(row: T, chance: Chance): T {
  return chance.below(UNCHANGED) === 0 ? row : { ...row, label: varied(row.label, chance) };
}

/** `label` as another laboratory might write it; never empty when `label` is not. */
function varied(label: string, chance: Chance): string {
  let text = label;
  for (let changes = 1 + chance.below(2); changes > 0; changes--) text = chance.pick(CHANGES)(text, chance);
  return text.trim() === "" ? label : text;
}

const CHANGES: readonly ((text: string, chance: Chance) => string)[] = [
  (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase(),
  (text) => text.toLowerCase(),
  (text, chance) => text.replaceAll(" ", chance.pick([".", "-", "  ", "_"])),
  // a word cut short
  (text, chance) =>
    changeWord(text, chance, (word) => (word.length < 6 ? word : word.slice(0, 3 + chance.below(word.length - 3)))),
  // two letters in the wrong order
  (text, chance) =>
    changeWord(text, chance, (word) => {
      if (word.length < 4) return word;
      const at = 1 + chance.below(word.length - 2);
      return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
    }),
  // a letter lost
  (text, chance) =>
    changeWord(text, chance, (word) => {
      const at = 1 + chance.below(Math.max(1, word.length - 1));
      return word.length < 4 ? word : word.slice(0, at) + word.slice(at + 1);
    }),
  (text, chance) => {
    const words = text.split(" ");
    const at = chance.below(words.length);
    return [...words.slice(at), ...words.slice(0, at)].join(" ");
  },
  (text, chance) => `${text} ${chance.pick(["U", "S", "LCR", "24H", "T30", "%", "SANG", "URINES", "(ELISA)", "IgG"])}`,
  (text, chance) => `${chance.pick(["DOSAGE ", "*", "# ", "Rech. ", "Taux de "])}${text}`,
];

function changeWord(text: string, chance: Chance, change: (word: string) => string): string {
  const words = text.split(" ");
  const at = chance.below(words.length);
  words[at] = change(words[at]!);
  return words.join(" ");
}
