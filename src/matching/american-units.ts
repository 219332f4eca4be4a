/** What American laboratories report by amount of substance; nearly all else they report by mass. Such catalogues often state no unit at all. */
import type { ReferenceIndex } from "./reference-index.ts";

const BY_SUBSTANCE = [
  "Sodium",
  "Potassium",
  "Chloride",
  "Carbon dioxide",
  "Bicarbonate",
  "Anion gap",
  "Anion gap 3",
  "Anion gap 4",
  "Base excess",
  "Base deficit",
  "Lactate",
  "Calcium.ionized",
  "Lithium",
  "Ammonia",
  "Homocysteine",
  "Methotrexate",
  "Sex hormone binding globulin",
  "Beta hydroxybutyrate",
  "Methylmalonate",
  "Carnitine",
  "Carnitine esters",
  "Porphobilinogen",
  "Pyridoxal phosphate",
  "Pyridoxine",
  "Thiamine",
  "Fructosamine",
  "Normetanephrine.free",
  "Metanephrine.free",
  "Collagen crosslinked N-telopeptide",
];

/** The bases that American laboratories report by amount of substance. */
export function americanSubstances({ bases }: ReferenceIndex): ReadonlySet<number> {
  return new Set(BY_SUBSTANCE.flatMap((component) => bases.get(component.toLowerCase()) ?? []));
}
