/** Whether a code measures what the acts of its row are paid for, by the official alignment of the NABM. */
import type { Catalogue } from "../catalogue/types.ts";
import { indexOfCode, type Release, valueAt } from "../loinc/release.ts";
import type { NabmAlignment } from "../reference/companions.ts";
import type { Finding } from "./checks.ts";
import type { Decision } from "./decide.ts";

/**
 * A warning for each decided analysis whose acts the alignment knows, when it gives for them neither the code nor
 * another one of the same component: a slip of the act or of the code.
 */
export function checkNabm(
  decisions: readonly Decision[],
  catalogue: Catalogue,
  release: Release,
  nabm: NabmAlignment,
): Finding[] {
  if (nabm.size === 0) return [];
  const acts = new Map(catalogue.analyses.map((analysis) => [analysis.code, analysis.nabm]));
  const analyteOf = (code: string): string => {
    const index = indexOfCode(release, code);
    return index < 0 ? code : valueAt(release, "component", index).split(/[\^/]/)[0]!.toLowerCase();
  };
  const analytes = new Map<string, ReadonlySet<string>>();
  const allowed = (act: string): ReadonlySet<string> => {
    const known = analytes.get(act) ?? new Set((nabm.get(act) ?? []).flatMap((code) => [code, analyteOf(code)]));
    analytes.set(act, known);
    return known;
  };
  return decisions.flatMap((decision): Finding[] => {
    const aligned = (acts.get(decision.code) ?? []).filter((act) => nabm.has(act));
    if (decision.level !== "analysis" || decision.loinc === "" || aligned.length === 0) return [];
    const analyte = analyteOf(decision.loinc);
    if (aligned.some((act) => allowed(act).has(decision.loinc) || allowed(act).has(analyte))) return [];
    const message = `${decision.loinc} ne mesure pas ce que dit l'acte NABM ${aligned.join(", ")} d'après l'alignement officiel : vérifiez l'acte ou le code.`;
    return [{ rule: "not-in-nabm", severity: "warning", decision, message }];
  });
}
