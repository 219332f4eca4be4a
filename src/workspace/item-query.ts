/** Which items of a project are asked for, as conditions of SQL. */
import { fold } from "../lexicon/normalise.ts";
import type { Band } from "../matching/proposal.ts";
import type { Parameter } from "./database.ts";
import { askedId } from "./ids.ts";
import type { Level, State, Stateable } from "./types.ts";

export type ItemFilter = {
  readonly level?: Level;
  /** Key of a chapter. */
  readonly chapter?: string;
  readonly specialty?: string;
  readonly band?: Band;
  readonly state?: State;
  /** Account id of who took the decision. */
  readonly person?: string;
  /** What the rows do not state. */
  readonly missing?: Stateable;
  /** Words of label, code or synonym, without regard to case and accents, or the beginning of a LOINC code. */
  readonly q?: string;
  /** Only items that are no longer in the catalogue; else only those that are. */
  readonly removed?: boolean;
};

export type Conditions = { readonly where: string; readonly parameters: readonly Parameter[] };

/** What it means in SQL that a row does not state something. */
export const MISSING: { readonly [field in Stateable]: string } = {
  unit: "level = 'analysis' and fields ->> 'unit' = '' and fields ->> 'unitCode' = ''",
  specimen: "level in ('analysis', 'exam') and fields ->> 'specimen' = '' and fields ->> 'specimenCode' = ''",
  method: "level = 'analysis' and fields ->> 'method' = ''",
  property: "level = 'analysis' and fields ->> 'property' = ''",
  time: "level = 'analysis' and fields ->> 'time' = ''",
  scale: "level = 'analysis' and fields ->> 'scale' = ''",
  nabm: "level in ('analysis', 'exam') and fields -> 'nabm' = '[]'",
};

/** The conditions of `filter` on `item_listed`. */
export function conditionsOf(project: string, filter: ItemFilter): Conditions {
  const parameters: Parameter[] = [askedId(project), filter.removed ?? false];
  const parts = ["project = $1", "removed = $2"];
  const equal = (column: string, value: string | undefined): void => {
    if (value !== undefined) parts.push(`${column} = $${parameters.push(value)}`);
  };
  equal("level", filter.level);
  equal("chapter", filter.chapter);
  equal("specialty", filter.specialty);
  equal("band", filter.band);
  equal("state", filter.state);
  equal("decided_by", filter.person);
  if (filter.missing !== undefined) parts.push(`(${MISSING[filter.missing]})`);
  for (const word of fold(filter.q ?? "").split(/\s+/)) {
    if (word === "") continue;
    const literal = word.replace(/[\\%_]/g, "\\$&");
    const inside = parameters.push(`%${literal}%`);
    const start = parameters.push(`${literal}%`);
    parts.push(`(search like $${inside} or loinc like $${start} or best_loinc like $${start})`);
  }
  return { where: parts.join(" and "), parameters };
}
