/** From proposals to what is written in the table: at most one code an item, and only from the bands that were asked for. */
import type { Band, Proposal } from "../matching/proposal.ts";
import type { Level } from "../matching/row.ts";

/** What the table gives an item; both empty when it has no LOINC code. */
export type Decision = {
  readonly level: Level;
  readonly code: string;
  readonly parent: string;
  readonly loinc: string;
  readonly name: string;
};

/** `auto`: only what may be signed as a lot; `review`: also what must be looked at. */
export type Written = "auto" | "review";

export type TranscodingTable = {
  readonly get: (level: Level, code: string, parent?: string) => Decision | undefined;
  readonly decisions: readonly Decision[];
};

/** The table that `proposals` make when everything down to the band `written` is taken. */
export function tableOf(proposals: readonly Proposal[], written: Written): TranscodingTable {
  const taken: ReadonlySet<Band> = new Set(written === "auto" ? ["auto"] : ["auto", "review"]);
  const decisions = proposals.map((proposal): Decision => {
    const best = taken.has(proposal.band) ? proposal.candidates[0] : undefined;
    return {
      level: proposal.level,
      code: proposal.code,
      parent: proposal.parent ?? "",
      loinc: best?.loinc ?? "",
      name: best?.name ?? "",
    };
  });
  const byKey = new Map(decisions.map((decision) => [keyOf(decision.level, decision.code, decision.parent), decision]));
  return { decisions, get: (level, code, parent = "") => byKey.get(keyOf(level, code, parent)) };
}

function keyOf(level: Level, code: string, parent: string): string {
  return `${level}\t${parent}\t${code}`;
}
