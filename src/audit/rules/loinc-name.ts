import { fold } from "../../lexicon/normalise.ts";
import { codeOf, type Release, textOf } from "../../loinc/release.ts";
import { knownReplacement } from "../replacement.ts";
import type { Rule } from "../rule.ts";
import { say } from "../say.ts";

/** The LOINC name beside the code is the very name of another code: one of the two slipped by a line. */
export const loincNameRule: Rule = (row, context) => {
  const { mapped, term } = row;
  if (mapped.name === "" || term === undefined) return undefined;
  const name = fold(mapped.name.trim());
  if (name === fold(term.longName) || name === fold(term.shortName)) return undefined;
  const other = codesByName(context.release).get(name);
  if (other === undefined || other === mapped.loinc) return undefined;
  return say(context, {
    rule: "loinc-name",
    severity: "error",
    words: `« ${mapped.name} »`,
    fr: `Le nom LOINC écrit à côté du code est celui de ${other}.`,
    en: `The LOINC name beside the code is that of ${other}.`,
    replacement: knownReplacement(context, other),
  });
};

const known = new WeakMap<Release, ReadonlyMap<string, string>>();

/** Long and short names, folded, that only one code has. */
function codesByName(release: Release): ReadonlyMap<string, string> {
  let names = known.get(release);
  if (names === undefined) {
    const all = new Map<string, string>();
    const shared = new Set<string>();
    for (let index = 0; index < release.size; index++) {
      const code = codeOf(release, index);
      for (const column of ["longName", "shortName"] as const) {
        const name = fold(textOf(release, column, index));
        if (name === "") continue;
        const other = all.get(name);
        if (other !== undefined && other !== code) shared.add(name);
        all.set(name, code);
      }
    }
    for (const name of shared) all.delete(name);
    names = all;
    known.set(release, names);
  }
  return names;
}
