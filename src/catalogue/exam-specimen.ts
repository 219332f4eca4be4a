/** The specimen that an analysis has from its exams. */
import type { Exam } from "./types.ts";

/**
 * The specimen that more than half of those of `exams` state that state one; empty when none does or they disagree. Creatinine of serum is also in the
 * clearance, whose exam says urine.
 */
export function specimenOfMost(exams: readonly Pick<Exam, "specimen">[]): string {
  const stated = exams.map(({ specimen }) => specimen).filter((specimen) => specimen !== "");
  return stated.find((specimen) => stated.filter((other) => other === specimen).length > stated.length / 2) ?? "";
}
