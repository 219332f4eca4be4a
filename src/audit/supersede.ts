/** One fault is told once: what a more telling rule says of a row makes others superfluous. */
import type { MappedRow } from "../tables/mapping.ts";
import type { Finding, RuleId } from "./finding.ts";

/** Rule → the rules that say the same of the same row, only less well. */
const SUPERSEDES: Partial<Readonly<Record<RuleId, readonly RuleId[]>>> = {
  "twins-swapped": ["unit-property", "property", "twins", "scale"],
  "unit-property": ["property", "twins"],
  "percent-absolute": ["property", "twins"],
  "specimen-system": ["twins"],
  time: ["twins"],
  component: ["nabm", "challenge"],
};

/** `findings` without those that another one on the same row makes superfluous. Our differing proposal is told only of rows of which nothing else is. */
export function supersede(findings: readonly Finding[]): Finding[] {
  const told = new Map<MappedRow, Set<RuleId>>();
  for (const { row, rule } of findings) told.set(row, (told.get(row) ?? new Set()).add(rule));
  return findings.filter(({ row, rule }) => {
    const rules = told.get(row)!;
    if (rule === "proposal-differs") return [...rules].every((other) => other === rule || other === "not-in-circuit");
    return ![...rules].some((other) => SUPERSEDES[other]?.includes(rule));
  });
}
