/** What an SGL checks when it imports the table, checked first. One code an item is the table's own shape and needs no check. */

import type { Severity } from "../catalogue/types.ts";
import { isLoincCode } from "../loinc/code.ts";
import { findTerm, type Release } from "../loinc/release.ts";
import type { Term } from "../loinc/term.ts";
import type { Decision } from "./decide.ts";

export type CheckRule =
  | "check-digit"
  | "unknown"
  | "deprecated"
  | "discouraged"
  | "panel-on-analysis"
  | "result-on-exam"
  | "section-on-analysis"
  | "not-in-circuit"
  | "not-in-nabm";

export type Finding = {
  readonly rule: CheckRule;
  readonly severity: Severity;
  readonly decision: Decision;
  readonly message: string;
};

/** Codes of *Circuit de la biologie*, when that value set is installed. */
export type ValueSet = ReadonlySet<string>;

/** What an SGL would say of `decisions`; items without a code are not looked at. */
export function checkDecisions(decisions: readonly Decision[], release: Release, circuit?: ValueSet): Finding[] {
  return decisions
    .filter((decision) => decision.loinc !== "")
    .flatMap((decision) => {
      const findings: Finding[] = [];
      const say = (rule: CheckRule, severity: Severity, message: string): void =>
        void findings.push({ rule, severity, decision, message });
      const term = findTerm(release, decision.loinc);
      if (!isLoincCode(decision.loinc))
        say("check-digit", "error", `${decision.loinc} n'est pas un code LOINC : sa clé de contrôle est fausse.`);
      else if (term === undefined) say("unknown", "error", `${decision.loinc} n'est pas dans la référence chargée.`);
      else checkTerm(decision, term, say);
      if (circuit && !circuit.has(decision.loinc)) {
        say(
          "not-in-circuit",
          "warning",
          `${decision.loinc} n'est pas dans le jeu de valeurs « Circuit de la biologie » : le SGL le signalera (erreur non bloquante).`,
        );
      }
      return findings;
    });
}

function checkTerm(
  decision: Decision,
  term: Term,
  say: (rule: CheckRule, severity: Severity, message: string) => void,
): void {
  if (term.status === "DEPRECATED") say("deprecated", "error", `${term.code} est périmé : choisissez son remplaçant.`);
  if (term.status === "DISCOURAGED") say("discouraged", "warning", `${term.code} est déconseillé par LOINC.`);
  const panel = term.use === "Order" || term.class.startsWith("PANEL.");
  const section = / studies$/i.test(term.component) && term.property === "";
  if (decision.level === "analysis" && section)
    say("section-on-analysis", "error", `${term.code} est un code de chapitre, pas d'analyse.`);
  else if (decision.level === "analysis" && panel)
    say("panel-on-analysis", "error", `${term.code} est un code d'examen (panel), pas d'analyse.`);
  if (decision.level === "exam" && term.use === "Observation")
    say("result-on-exam", "warning", `${term.code} ne peut pas être prescrit : c'est un code de résultat seul.`);
}
