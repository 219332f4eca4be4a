/** Whether two texts of a catalogue say the same in another spelling. */
import { fold } from "../lexicon/normalise.ts";
import type { UnitTable } from "../lexicon/units.ts";

/**
 * True when `a` and `b` differ by nothing but case, accents, spaces, and punctuation that means nothing. What does mean something stays: decimal points,
 * `%`, `/`, `<`, `>`, `+`, and a minus at the end (`CD4-`).
 */
export function sameWords(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

/** True when two units differ by nothing but spaces and the letter for micro; case counts (`g/L` is a mass, `G/L` a number). */
export function sameUnit(a: string, b: string): boolean {
  return a === b || unitSpelling(a) === unitSpelling(b);
}

/** As `sameUnit`, and true too of units that `units` reads alike (`mmol/L`, `mM`). */
export function sameUnitBy(units: Pick<UnitTable, "read">): typeof sameUnit {
  return (a, b) => {
    if (sameUnit(a, b)) return true;
    const read = units.read(a);
    return read !== undefined && read === units.read(b);
  };
}

function bare(text: string): string {
  return fold(text)
    .replace(/(\d)[.,](?=\d)/g, "$1·")
    .replace(/-\s*(?=$|[),;])/g, "−")
    .replace(/[^\p{L}\p{N}·−%‰<>/+]/gu, "");
}

function unitSpelling(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[μΜ]/g, "u")
    .replace(/^mc(?=[gm])/, "u");
}
