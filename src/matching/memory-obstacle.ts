/** Why a code that was given earlier may not be put first: the reference, or the row itself, speaks against it. */
import { valueAt } from "../loinc/release.ts";
import { STATUSES } from "../loinc/term.ts";
import { type Engine, panelTerms } from "./candidates.ts";
import type { Obstacle } from "./proposal.ts";
import type { Row } from "./row.ts";
import { specimenOfField, specimenUntaken } from "./specimen.ts";
import { statedTexts } from "./stated.ts";

const DEPRECATED = STATUSES.indexOf("DEPRECATED");
/** Systems that say nothing of the specimen: of panels, and of terms for any specimen. */
const ANY_SYSTEM: ReadonlySet<string> = new Set(["", "-", "*", "XXX", "^Patient"]);

/** What stands in the way of `term` (-1: not in the reference) for `row`, and the words that it contradicts. */
export function obstacleOf(
  engine: Engine,
  row: Row,
  term: number,
): { readonly obstacle: Obstacle; readonly text: string } | undefined {
  if (term < 0) return { obstacle: "unknown", text: "" };
  const { binding, index, read } = engine;
  const { release } = index;
  if (release.status[term] === DEPRECATED) return { obstacle: "deprecated", text: "" };
  if (row.level === "chapter" || row.level === "subchapter") return undefined;
  if (row.level === "analysis") {
    if (panelTerms(index)[term] === 1) return { obstacle: "panel", text: "" };
    const unit = binding.lexicon.units.read(row.unit) ?? binding.lexicon.units.read(row.unitCode);
    const fit = unit && unit.properties.size > 0 ? binding.weights("property", unit.properties) : undefined;
    if (fit !== undefined && fit[release.coded.property.ids[term]!]! < 0)
      return { obstacle: "unit", text: row.unit || row.unitCode };
  }
  if (specimenUntaken(binding, read(row.label)) !== undefined) return undefined;
  const { specimen } = statedTexts(row);
  const stated = specimenOfField(binding, read, specimen);
  const against = stated !== undefined && stated.fit[release.coded.system.ids[term]!]! < 0;
  return against && !ANY_SYSTEM.has(valueAt(release, "system", term))
    ? { obstacle: "specimen", text: specimen }
    : undefined;
}
