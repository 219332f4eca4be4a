/** Words made of an analyte and where it is measured: `aldolasémie`, `kaliurie`, `glycorachie`. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { analyteSense, type Hints, type Sense } from "../lexicon/senses.ts";

const SUFFIXES: readonly (readonly [ending: string, systems: readonly string[]])[] = [
  ["aemie", ["Ser/Plas", "Ser", "Plas", "Bld"]],
  ["emie", ["Ser/Plas", "Ser", "Plas", "Bld"]],
  ["urie", ["Urine"]],
  // cut off
  ["emi", ["Ser/Plas", "Ser", "Plas", "Bld"]],
  ["uri", ["Urine"]],
  ["orachie", ["CSF"]],
  ["rachie", ["CSF"]],
];
/** What French names of analytes end with, and drop before such a suffix. */
const ENDINGS = ["e", "ine", "ate", "", "ium", "ose", "ol", "one"];
const SHORTEST = 4;
/** A made word is a little less sure than a form of the lexicon. */
const SURE = 0.85;

const MEASURED: Hints = { system: [], property: [], time: [], scale: ["Qn"], method: [] };

/** The analytes that `key` may name, with the systems that its suffix implies, and measured, not looked for, where the lexicon gives no hints; none when it has no such suffix or its stem means nothing. */
export function suffixed({ forms }: Pick<Lexicon, "forms">, key: string): Sense[] {
  for (const [ending, system] of SUFFIXES) {
    const stem = key.slice(0, -ending.length);
    if (!key.endsWith(ending) || stem.length < SHORTEST) continue;
    for (const more of ENDINGS) {
      const analytes = (forms.get(stem + more) ?? []).filter((sense) => sense.kind === "analyte");
      if (analytes.length > 0)
        return analytes.map(({ component, prior, hints }) =>
          analyteSense(component, prior * SURE, { ...(hints ?? MEASURED), system }),
        );
    }
  }
  return [];
}
