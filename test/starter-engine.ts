import { groundsFor, loadModel } from "../src/engine/open-matcher.ts";
import { loadStarter } from "../src/loinc/starter.ts";
import type { Matcher } from "../src/matching/match-catalogue.ts";
import type { Row } from "../src/matching/row.ts";
import { labelRow } from "../src/matching/rows.ts";

/** The matcher that ships, over the starter: made once for a test file. */
export const matcher: Matcher = { ...groundsFor(loadStarter(), "fr"), model: loadModel() };

/** A row that says no more than its label and what is `given`. */
export function aRow(label: string, given: Partial<Row> = {}): Row {
  return { ...labelRow(label), ...given };
}

export { groundsFor, loadModel };
