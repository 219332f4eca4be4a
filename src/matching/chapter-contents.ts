/** What the contents of a chapter tell of it: the section in which laboratories report each of its analyses. */
import type { Section } from "../lexicon/senses.ts";
import { type Release, valueAt } from "../loinc/release.ts";
import { GENERAL_SECTION } from "./read-row.ts";

const SEROLOGY = "18727-8";
const BLOOD_GASES = "18767-4";

/** Antibodies against germs are of the class of germs, and so are the antigens that are looked for beside them. */
const OF_SEROLOGY = /\bAb\b|^Hepatitis B virus .*\bAg\b/;

/** The section that holds most of a LOINC class. */
const OF_CLASS = new Map([
  ["ALLERGY", "18716-1"],
  ["BLDBK", "18717-9"],
  ["CHEM", "18719-5"],
  ["COAG", "18720-3"],
  ["DRUG/TOX", "18721-1"],
  ["FERT", "18722-9"],
  ["HEM/BC", "18723-7"],
  ["CELLMARK", "18723-7"],
  ["HLA", "18724-5"],
  ["MICRO", "18725-2"],
  ["ABXBACT", "18769-0"],
  ["SERO", SEROLOGY],
  ["UA", "18729-4"],
  ["MOLPATH", "26435-8"],
  ["CHAL", "26437-4"],
  ["CYTO", "26438-2"],
  ["PATH", "26438-2"],
]);

/** The section of `term`; one of those that the chapter's name says, if it holds the like. */
export function sectionHolding(release: Release, term: number, named: readonly Section[]): string | undefined {
  const cls = valueAt(release, "class", term).split(".")[0]!;
  if (cls === "MICRO" && OF_SEROLOGY.test(valueAt(release, "component", term)))
    return named.find(({ loinc, classes }) => loinc === SEROLOGY && classes.includes(cls))?.loinc ?? SEROLOGY;
  const holding = named.find(({ loinc, classes }) => loinc !== GENERAL_SECTION && classes.includes(cls));
  if (holding !== undefined) return holding.loinc;
  if (cls === "CHEM" && /^Bld[ACV]/.test(valueAt(release, "system", term))) return BLOOD_GASES;
  return OF_CLASS.get(cls);
}
