/** What a laboratory leaves unsaid because it goes without saying there: its usual specimens and units. */
import type { Analysis, Catalogue, Exam } from "../catalogue/types.ts";
import { fold } from "../lexicon/normalise.ts";
import { isEnglish } from "./language.ts";
import type { Habits } from "./row.ts";

/** A specimen is usual in a chapter when so many rows state one, and so large a share of them state this one. */
const ENOUGH = 4;
const USUAL = 0.7;
/** Units of fewer rows tell no preference between mass and substance. */
const ENOUGH_UNITS = 5;
/** An English catalogue whose concentrations are by amount of substance at most this often is American. */
const AMERICAN = 0.5;

const SUBSTANCE = /^[munpf\u00b5\u03bc]?(mol|eq)\s*\/\s*(l|ml|dl)$/i;
const MASS = /^[kmunp\u00b5\u03bc]?g\s*\/\s*(l|ml|dl|100\s*ml)$/i;

/** The habits of `catalogue` as a whole. */
export function habitsOf({ analyses }: Catalogue): Habits {
  const units = analyses.map((analysis) => (analysis.unit || analysis.unitCode).trim()).filter((unit) => unit !== "");
  const substance = units.filter((unit) => SUBSTANCE.test(unit)).length;
  // G/L is giga per litre
  const mass = units.filter((unit) => MASS.test(unit) && !unit.startsWith("G/")).length;
  const share = substance + mass < ENOUGH_UNITS ? 0.5 : substance / (substance + mass);
  return {
    units: analyses.length === 0 ? 0 : units.length / analyses.length,
    substance: share,
    american: share <= AMERICAN && isEnglish(analyses.flatMap(({ label, specimen }) => [label, specimen])),
  };
}

/** The specimen that all analyses of `exam` agree on that state one; empty when they state none or several. */
export function sharedSpecimen(exam: Exam, analysis: (code: string) => Analysis | undefined): string {
  const stated = new Map<string, string>();
  for (const code of exam.analyses) {
    const specimen = analysis(code)?.specimen.trim() ?? "";
    if (specimen !== "") stated.set(fold(specimen), specimen);
  }
  return stated.size === 1 ? [...stated.values()][0]! : "";
}

/** The unit of nearly all analyses of `exam` that state one; empty when fewer than two do. */
export function sharedUnit(exam: Exam, analysis: (code: string) => Analysis | undefined): string {
  const stated = exam.analyses
    .map(analysis)
    .map((member) => (member?.unit || member?.unitCode || "").trim())
    .filter((unit) => unit !== "");
  // `G/L` is no `g/L`: case tells units apart.
  const counts = new Map<string, number>();
  for (const unit of stated) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [unit, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  return stated.length >= 2 && count >= USUAL * stated.length ? unit : "";
}

/** For each chapter key, the specimen that nearly all its rows state that state one. */
export function usualSpecimens({ exams, analyses }: Catalogue): ReadonlyMap<string, string> {
  const byCode = new Map(analyses.map((analysis) => [analysis.code, analysis]));
  const chapters = new Map<string, string[]>();
  for (const exam of exams) {
    const stated = [exam.specimen, ...exam.analyses.map((code) => byCode.get(code)?.specimen ?? "")];
    const list = chapters.get(exam.chapter) ?? [];
    list.push(...stated.map((text) => text.trim()).filter((text) => text !== ""));
    chapters.set(exam.chapter, list);
  }
  const usual = new Map<string, string>();
  for (const [chapter, stated] of chapters) {
    const most = commonest(stated);
    if (stated.length >= ENOUGH && most.count >= USUAL * stated.length) usual.set(chapter, most.text);
  }
  return usual;
}

function commonest(texts: readonly string[]): { text: string; count: number } {
  const counts = new Map<string, { text: string; count: number }>();
  for (const text of texts) {
    const entry = counts.get(fold(text)) ?? { text, count: 0 };
    entry.count++;
    counts.set(fold(text), entry);
  }
  let best = { text: "", count: 0 };
  for (const entry of counts.values()) if (entry.count > best.count) best = entry;
  return best;
}
