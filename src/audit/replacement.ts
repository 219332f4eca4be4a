/** The code that would be right where the given one is not. */
import { findTerm, indexOfCode, nameAt } from "../loinc/release.ts";
import type { Axis } from "../loinc/term.ts";
import type { Candidate } from "../matching/proposal.ts";
import type { AuditContext, Case } from "./case.ts";
import type { Replacement } from "./finding.ts";

/**
 * What the engine would give instead: the best candidate that keeps the component of the given code and is not contradicted on `axis`, else the best one.
 * `undefined` when it has nothing else to propose, or would propose no code.
 */
export function replacementFor(row: Case, context: AuditContext, axis: Axis | "" = ""): Replacement | undefined {
  const { proposal, term } = row;
  if (proposal === undefined || proposal.band === "none") return undefined;
  const others = proposal.candidates.filter(
    ({ loinc }) => loinc !== row.mapped.loinc && findTerm(context.release, loinc)?.status !== "DEPRECATED",
  );
  const sister = others.find(
    (candidate) =>
      axis !== "" &&
      axis !== "component" &&
      candidate.axes.component.value === term?.component &&
      candidate.axes[axis].verdict !== "contradicts" &&
      candidate.axes[axis].value !== term[axis],
  );
  const best = sister ?? (others[0] === proposal.candidates[0] ? others[0] : undefined);
  return best && replacementOf(best);
}

export function replacementOf({ loinc, name, confidence }: Candidate): Replacement {
  return { loinc, name, confidence };
}

/** A replacement that is known from elsewhere; `undefined` when the reference does not hold it. */
export function knownReplacement({ release }: AuditContext, loinc: string): Replacement | undefined {
  const index = indexOfCode(release, loinc);
  return index < 0 ? undefined : { loinc, name: nameAt(release, index) };
}
