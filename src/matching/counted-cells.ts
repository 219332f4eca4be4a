/** Cells of urine that a microscopy counts: without a unit too, `Urine RBC` of a *Urine microscopy* is a number, where a strip merely finds them. */
import { type Binding, LOOSE } from "./binding.ts";
import { isOfSediment } from "./in-sediment.ts";
import type { RowReading } from "./read-row.ts";
import type { Hint } from "./row-hints.ts";

const COUNTED = new Set(["Erythrocytes", "Leukocytes"]);
const COUNT = ["NCnc"];
const MICROSCOPY = /\bmicroscop/i;

/** What the label of `reading` lets expect of the property of such cells, where nothing says it; in a sediment they are counted by field. */
export function countHints(binding: Binding, { label, exams, unit, evidence }: RowReading): Hint[] {
  if (unit !== undefined || !exams.some(({ text }) => MICROSCOPY.test(text)) || exams.some(isOfSediment)) return [];
  const urine = binding.index.release.coded.system.values.indexOf("Urine");
  const systems = evidence.filter(({ axis }) => axis === "system");
  if (systems.length === 0 || systems.some(({ fit }) => fit[urine]! < LOOSE)) return [];
  if (evidence.some(({ axis }) => axis === "property" || axis === "scale")) return [];
  const fit = binding.values("property", COUNT);
  return label.segments.flatMap(({ recognition, text, analytes }) =>
    recognition === "form"
      ? analytes
          .filter(({ component }) => COUNTED.has(component))
          .map(({ base }) => ({ base, axis: "property", fit, values: COUNT, text, said: false }) as const)
      : [],
  );
}
