/**
 * Techniques that exclude each other. LOINC's methods mix the technique itself with what it is done for or how finely (Screen, Confirm, High sensitivity,
 * Detection limit…): those exclude nothing and belong to no family.
 */
const FAMILIES: readonly (readonly [family: string, pattern: RegExp])[] = [
  ["immunoassay", /^(IA\b|EIA|RIA|MEIA|ICA|IRMA|RAST|LA\b)/],
  ["immunoblot", /^(IB\b|RIBA)/],
  ["immunofluorescence", /^(IF\b|.* substrate|.* IF$|Immune stain)/],
  ["nucleic acids", /^(Probe|NAA|Non-probe|Molgen|Sequencing|Genotyping|FISH)/],
  ["culture", /culture|slow-growing/i],
  ["susceptibility", /^(MIC|Agar diffusion|Gradient strip|SBT|MLC)/],
  ["electrophoresis", /^(Electrophoresis|Immunofixation|Immunoelectrophoresis|Isoelectric|PAGE|CE\b)/],
  ["chromatography", /^(HPLC|LC|GC|MS\b|MS\.)/],
  ["counting", /^(Automated count|Automated$|Flow cytometry)/],
  ["microscopy", /^(Manual count|Microscopy|Computer assisted|.* stain|Wet preparation|KOH)/],
  ["agglutination", /^(Aggl|HA\b|HAI|Comp fix|Neut)/],
  ["light scattering", /^(Nephelometry|Turbidimetry)/],
  ["coagulation", /^(Coag|Chromo)/],
  ["test strip", /^Test strip/],
  ["calculation", /^Calculated/],
];

/** The family of a LOINC method; empty when it is none. */
export function methodFamily(method: string): string {
  return FAMILIES.find(([, pattern]) => pattern.test(method))?.[0] ?? "";
}
