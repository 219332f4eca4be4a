/** What other references change for a table that people have decided: told row by row, never changed. */
import { indexOfCode, nameAt, type Release, termAt } from "../loinc/release.ts";
import type { Status } from "../loinc/term.ts";
import type { Proposal } from "../matching/proposal.ts";
import type { Companions } from "../reference/companions.ts";
import { frenchLabel } from "../reference/french-names.ts";
import type { DecidedRow } from "./read-decided.ts";

/** What the table is held against. */
export type UpgradeSide = { readonly release: Release; readonly companions: Companions };

/** What the table was made with, as far as it is known. */
export type EarlierSide = { readonly release: Release | undefined; readonly companions: Companions };

/** A code that could be taken instead. */
export type Instead = {
  readonly loinc: string;
  readonly name: string;
  /** `fr` for an official French label; else the name is LOINC's, in English. */
  readonly nameLanguage?: "fr";
  /** When to take it, as LOINC says; empty when it always replaces. */
  readonly comment: string;
};

export type Change =
  /** The code is not in the new table at all. */
  | { readonly kind: "absent" }
  /** `before`: it was so already. */
  | { readonly kind: "deprecated"; readonly before: boolean; readonly instead: readonly Instead[] }
  | { readonly kind: "discouraged"; readonly instead: readonly Instead[] }
  | { readonly kind: "out-of-circuit" }
  | { readonly kind: "into-circuit" }
  /** A code that did not exist fits clearly better, or the row had none. */
  | { readonly kind: "better"; readonly instead: readonly [Instead]; readonly confidence: number }
  | { readonly kind: "label"; readonly from: string; readonly to: string };

export type TouchedRow = { readonly row: DecidedRow; readonly changes: readonly Change[] };

/**
 * The rows that `to` touches, each with its changes, in the order of `rows`. `proposals` are those made with `to` for
 * the table's own catalogue. Without an earlier release no code can be called new: better codes are not told, and a
 * label counts as changed when it is none of the code's. Entries and exits of the circuit are told when both sides have it.
 */
export function examineUpgrade(
  rows: readonly DecidedRow[],
  from: EarlierSide,
  to: UpgradeSide,
  proposals: readonly Proposal[],
): TouchedRow[] {
  const keyOf = (level: string, parent: string, code: string): string => [level, parent, code].join("\t");
  const proposed = new Map(proposals.map((one) => [keyOf(one.level, one.parent ?? "", one.code), one]));
  return rows.flatMap((row) => {
    const proposal = proposed.get(keyOf(row.level, row.parent, row.code));
    const changes = row.loinc === "" ? [] : [...status(row, from, to), ...circuit(row, from, to)];
    // LOINC renames what it deprecates: that is no news
    const replaced = changes.some(({ kind }) => kind === "deprecated" || kind === "absent");
    if (row.loinc !== "" && !replaced) changes.push(...label(row, from, to));
    changes.push(...better(row, from, to, proposal, changes));
    return changes.length === 0 ? [] : [{ row, changes }];
  });
}

/** `undefined` when nothing is known of that side. */
function statusOf({ release }: EarlierSide, code: string): Status | "absent" | undefined {
  if (release === undefined) return undefined;
  const index = indexOfCode(release, code);
  return index < 0 ? "absent" : termAt(release, index).status;
}

/** What people read for a code: the official French label, else LOINC's name. */
function nameOf({ release, companions }: UpgradeSide, code: string): string {
  const index = indexOfCode(release, code);
  return frenchLabel(companions.french, code) ?? (index < 0 ? "" : nameAt(release, index));
}

function status({ loinc }: DecidedRow, from: EarlierSide, to: UpgradeSide): Change[] {
  const now = statusOf(to, loinc);
  const then = statusOf(from, loinc);
  const instead = (to.companions.replacements.get(loinc) ?? []).map(({ code, comment }) =>
    insteadOf(to, code, comment),
  );
  if (now === "DEPRECATED") return [{ kind: "deprecated", before: then === "DEPRECATED", instead }];
  if (now === "DISCOURAGED" && then !== now) return [{ kind: "discouraged", instead }];
  return now === "absent" && then !== now ? [{ kind: "absent" }] : [];
}

function circuit({ loinc }: DecidedRow, from: EarlierSide, to: UpgradeSide): Change[] {
  const [then, now] = [from.companions.circuit?.all.has(loinc), to.companions.circuit?.all.has(loinc)];
  if (then === undefined || now === undefined || then === now) return [];
  return [{ kind: now ? "into-circuit" : "out-of-circuit" }];
}

/** Like is compared with like: French labels with French ones, LOINC's names with LOINC's. */
function label({ loinc, name }: DecidedRow, from: EarlierSide, to: UpgradeSide): Change[] {
  const french = (side: EarlierSide): string => frenchLabel(side.companions.french, loinc) ?? "";
  const english = ({ release }: EarlierSide): string => {
    const index = release === undefined ? -1 : indexOfCode(release, loinc);
    return index < 0 ? "" : nameAt(release!, index);
  };
  if (from.release === undefined) {
    const known = name === "" || [french(to), english(to)].includes(name);
    return known ? [] : [{ kind: "label", from: name, to: french(to) || english(to) }];
  }
  const both = french(from) !== "" && french(to) !== "";
  const [then, now] = both ? [french(from), french(to)] : [english(from), english(to)];
  return then === now || name === now || then === "" || now === "" ? [] : [{ kind: "label", from: then, to: now }];
}

/** A new code is clearly better when it is likely, and this many times as likely as the one that was decided. */
const CLEARLY = 3;
const LIKELY = 0.5;

/** A code that the earlier table did not have: clearly better than the decided one, or sure where there was none. */
function better(
  { loinc }: DecidedRow,
  from: EarlierSide,
  to: UpgradeSide,
  proposal: Proposal | undefined,
  others: readonly Change[],
): Change[] {
  const [best] = proposal?.candidates ?? [];
  if (proposal === undefined || best === undefined || from.release === undefined || best.loinc === loinc) return [];
  const decided = proposal.candidates.find((candidate) => candidate.loinc === loinc)?.confidence ?? 0;
  const clear =
    loinc === ""
      ? proposal.band === "auto"
      : proposal.band !== "none" && best.confidence >= LIKELY && best.confidence >= CLEARLY * decided;
  if (!clear) return [];
  const isNew = indexOfCode(from.release, best.loinc) < 0;
  const told = others.some((change) => "instead" in change && change.instead.some((one) => one.loinc === best.loinc));
  if (!isNew || told) return [];
  return [{ kind: "better", instead: [insteadOf(to, best.loinc, "")], confidence: best.confidence }];
}

function insteadOf(to: UpgradeSide, loinc: string, comment: string): Instead {
  const french = frenchLabel(to.companions.french, loinc) !== undefined;
  return { loinc, name: nameOf(to, loinc), ...(french ? { nameLanguage: "fr" } : {}), comment };
}
