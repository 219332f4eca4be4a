/** Drugs that poison by how much there is of them: without a unit too, in serum they are dosed, and only in urine merely found. */
import { type Binding, LOOSE } from "./binding.ts";
import type { Evidence } from "./evidence.ts";
import type { RowReading } from "./read-row.ts";
import { OWN_WORDS } from "./row.ts";
import type { Hint } from "./row-hints.ts";

const DOSED = new Set(["Acetaminophen", "Salicylates"]);
/** Laboratories write milligrams of them. */
const QUANTITIES = ["MCnc"];

/** What the label of `reading` lets expect of the property of such drugs, where nothing says it, nor another specimen than serum. */
export function levelHints(binding: Binding, { label, unit, evidence }: RowReading): Hint[] {
  const named = label.segments.some(({ analytes }) => analytes.some(({ component }) => DOSED.has(component)));
  if (!named || unit !== undefined || evidence.some((piece) => !allowsLevel(binding, piece))) return [];
  return label.segments.flatMap(({ recognition, text, analytes }) =>
    recognition === "form"
      ? analytes
          .filter(({ component }) => DOSED.has(component))
          .map(({ base }) => {
            const fit = binding.values("property", QUANTITIES);
            return { base, axis: "property", fit, values: QUANTITIES, text, said: false } as const;
          })
      : [],
  );
}

/** False of what says a property or a scale, a specimen that is not serum, or that the row itself is a screening. */
function allowsLevel({ index }: Binding, { axis, fit, values, source }: Evidence): boolean {
  if (axis === "system") return fit[index.release.coded.system.values.indexOf("Ser/Plas")]! > LOOSE;
  return axis === "time" || (axis === "method" && !(OWN_WORDS.has(source) && values.includes("Screen")));
}
