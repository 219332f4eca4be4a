/** How the unit of a row stands beside the units that LOINC gives as examples of a term. */
import { magnitude } from "../lexicon/magnitude.ts";
import type { UnitReading } from "../lexicon/units.ts";
import type { Binding } from "./binding.ts";

/** The example units of a term, and their magnitudes by dimension. */
export type Examples = {
  readonly units: ReadonlySet<string>;
  readonly magnitudes: ReadonlyMap<string, readonly number[]>;
  /** What their amounts are amounts of, where two ways to count give other figures. */
  readonly equivalents: ReadonlySet<string>;
};

/** D-dimer in fibrinogen equivalents is twice that in D-dimer units. */
const EQUIVALENT = /\{(FEU|DDU)\}/;
const equivalentOf = (ucum: string): string | undefined => EQUIVALENT.exec(ucum)?.[1];

/** The example units of a term, as its reference writes them: `mg/dL;g/L`. */
export function exampleUnits({ lexicon }: Binding, text: string): Examples {
  const units = new Set(
    text
      .split(";")
      .map((unit) => unit.trim())
      .filter((unit) => unit !== ""),
  );
  const magnitudes = new Map<string, number[]>();
  for (const unit of units) {
    const dimension = lexicon.units.read(unit)?.dimension;
    const size = magnitude(unit);
    if (dimension !== undefined && size !== undefined)
      magnitudes.set(dimension, [...(magnitudes.get(dimension) ?? []), size]);
  }
  const equivalents = new Set([...units].map(equivalentOf).filter((equivalent) => equivalent !== undefined));
  return { units, magnitudes, equivalents };
}

/** True when `unit` is an example unit, or counts in the same equivalents as one. */
export function isExample({ units, equivalents }: Examples, { ucum }: UnitReading): boolean {
  return units.has(ucum) || equivalents.has(equivalentOf(ucum) ?? "");
}

/** True when the examples count in equivalents and `unit` does not say which. */
export function leavesEquivalent({ equivalents }: Examples, { ucum }: UnitReading): boolean {
  return equivalents.size > 0 && equivalentOf(ucum) === undefined;
}

/** Powers of ten that laboratories differ by in the same test (mg/dL and g/L, ng/mL and µg/L), and by how many more a unit is out of reach. */
const USUAL_POWERS = 2;
const FAR_POWERS = 3;
/** Cells of blood are counted one by one (`/mm3`) or in thousands. */
const USUAL_POWERS_OF_COUNTS = 3;

/** 0 when `unit` is as large as an example unit of its dimension, within usual powers; up to 1 when it is another order of things or counts in other equivalents. */
export function farness({ magnitudes, equivalents }: Examples, unit: UnitReading): number {
  const equivalent = equivalentOf(unit.ucum);
  if (equivalent !== undefined && equivalents.size > 0 && !equivalents.has(equivalent)) return 1;
  const size = magnitude(unit.ucum);
  const near = magnitudes.get(unit.dimension);
  // A day's urine is given in millilitres or litres alike.
  if (size === undefined || near === undefined || unit.ucum === "" || unit.dimension === "volume") return 0;
  const powers = Math.min(...near.map((other) => Math.abs(other - size)));
  const usual = unit.dimension === "number/volume" ? USUAL_POWERS_OF_COUNTS : USUAL_POWERS;
  return Math.min(1, Math.max(0, powers - usual) / FAR_POWERS);
}
