/** The unit that a label states itself: `Créatinine (mg/L)`, `Leuco/mm3`. */
import { formKey } from "../lexicon/tokens.ts";
import type { UnitReading } from "../lexicon/units.ts";
import type { Binding } from "./binding.ts";

const FRACTION = /[\p{L}µ%][\p{L}\p{N}µ*^.]*\/[\p{L}\p{N}µ*^.²³]+/gu;
const COUNTED_IN = /^(mm3|mm³|µl|ul|champ)$/i;

/** The first fraction of units in `text` that the lexicon knows (`mg/L`, `UI/mL`, `g/24h`), with its place; what is counted (`Leuco/mm3`) is left to be read. */
export function unitIn(binding: Binding, text: string): { unit: UnitReading; start: number; end: number } | undefined {
  for (const match of text.matchAll(FRACTION)) {
    const unit = binding.lexicon.units.read(match[0]);
    if (!unit?.dimension.includes("/")) continue;
    const slash = match[0].indexOf("/");
    const counted = isCounted(binding, match[0].slice(0, slash), match[0].slice(slash + 1));
    const start = match.index + (counted ? slash : 0);
    return { unit, start, end: match.index + match[0].length };
  }
  return undefined;
}

/** True when `text` is what is counted (`GB/mm3`), not the unit that two letters may be (`MG/L`). */
function isCounted({ lexicon }: Binding, text: string, per: string): boolean {
  const names = lexicon.forms.get(formKey(text))?.some(({ kind }) => kind === "analyte") === true;
  return names && (text.length > 2 || COUNTED_IN.test(per));
}
