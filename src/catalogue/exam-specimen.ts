/** The specimen that an analysis has from its exams. */
import { fold } from "../lexicon/normalise.ts";
import type { Exam } from "./types.ts";

/** The specimen that those of `exams` agree on that state one; empty when none does, or they disagree: creatinine may be in a clearance, too. */
export function agreedSpecimen(exams: readonly Pick<Exam, "specimen">[]): string {
  const stated = exams.map(({ specimen }) => specimen.trim()).filter((specimen) => specimen !== "");
  return new Set(stated.map(fold)).size === 1 ? stated[0]! : "";
}
