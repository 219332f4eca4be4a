/** Cells are counted by volume or by field of the microscope: a unit says which, and so speaks for or against a technique. */
import type { UnitReading } from "../lexicon/units.ts";
import type { Binding, Fit } from "./binding.ts";
import { remembering } from "./remembering.ts";

/** How techniques end that count by field, high or low in power. */
const FIELDS = [".HPF", ".LPF"];
/** Numbers in a volume, logarithms of them too. */
const BY_VOLUME = /number\/volume$/;

/** How well each technique fits what `unit` counts by; `undefined` when it says nothing of it. */
export function countedBy(binding: Binding, unit: UnitReading | undefined): Fit | undefined {
  if (unit === undefined) return undefined;
  if (BY_VOLUME.test(unit.dimension)) return fitOf(binding, "");
  const field = FIELDS.find((power) => unit.ucum.endsWith(`[${power.slice(1)}]`));
  return field === undefined ? undefined : fitOf(binding, field);
}

/** 1 for techniques that count by `field`, -1 for those that count by another; those that count by none are left alone. */
const fitOf = remembering(
  ({ index }, field): Fit =>
    Float32Array.from(index.release.coded.method.values, (method) => {
      const own = FIELDS.find((power) => method.endsWith(power));
      return own === undefined ? 0 : own === field ? 1 : -1;
    }),
);
