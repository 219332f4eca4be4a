/** What a report on a change of references is made of. */
import type { Problem } from "../loinc/problem.ts";
import type { ReleaseInfo } from "../loinc/release.ts";
import type { Language } from "../matching/phrases.ts";
import type { Change, TouchedRow } from "../transcoding/upgrade.ts";

export type UpgradeData = {
  /** What the table is called. */
  readonly title: string;
  /** AAAA-MM-JJ. */
  readonly date: string;
  readonly language: Language;
  /** The references on each side; `earlier` tells whether those before hold a table of LOINC. */
  readonly from: readonly ReleaseInfo[];
  readonly earlier: boolean;
  readonly to: readonly ReleaseInfo[];
  /** Rows of the table, and those of them that bear a code. */
  readonly rows: number;
  readonly coded: number;
  readonly touched: readonly TouchedRow[];
  readonly problems: readonly Problem[];
  readonly version: string;
};

export const CHANGE_KINDS = [
  "absent",
  "deprecated",
  "discouraged",
  "out-of-circuit",
  "better",
  "into-circuit",
  "label",
] as const satisfies readonly Change["kind"][];

/** How many rows have a change of each kind; kinds without any are left out. */
export function changeCounts(touched: readonly TouchedRow[]): readonly (readonly [Change["kind"], number])[] {
  return CHANGE_KINDS.map(
    (kind) => [kind, touched.filter(({ changes }) => changes.some((change) => change.kind === kind)).length] as const,
  ).filter(([, count]) => count > 0);
}
