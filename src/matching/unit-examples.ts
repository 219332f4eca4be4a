/** How the unit of a row stands beside the units that LOINC gives as examples of a term. */
import { magnitude } from "../lexicon/magnitude.ts";
import type { UnitReading } from "../lexicon/units.ts";
import type { Binding } from "./binding.ts";

/** The example units of a term, and their magnitudes by dimension. */
export type Examples = {
  readonly units: ReadonlySet<string>;
  readonly magnitudes: ReadonlyMap<string, readonly number[]>;
};

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
  return { units, magnitudes };
}

/** Powers of ten that laboratories differ by in the same test (mg/dL and g/L, ng/mL and µg/L), and by how many more a unit is out of reach. */
const USUAL_POWERS = 2;
const FAR_POWERS = 3;

/** 0 when `unit` is as large as an example unit of its dimension, within usual powers; up to 1 when it is another order of things. */
export function farness({ magnitudes }: Examples, unit: UnitReading): number {
  const size = magnitude(unit.ucum);
  const near = magnitudes.get(unit.dimension);
  // A day's urine is given in millilitres or litres alike.
  if (size === undefined || near === undefined || unit.ucum === "" || unit.dimension === "volume") return 0;
  const powers = Math.min(...near.map((other) => Math.abs(other - size)));
  return Math.min(1, Math.max(0, powers - USUAL_POWERS) / FAR_POWERS);
}
