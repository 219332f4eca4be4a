/** What becomes of the decisions of an old catalogue when a new export comes. */
import type { ItemDiff } from "../catalogue/diff.ts";
import type { ItemKey } from "../catalogue/source-file.ts";

/** A code that an item of the old catalogue has. An empty cell of a table is no decision: it may be undecided. */
export type EarlierDecision = ItemKey & { readonly loinc: string; readonly name: string };

/** `keep`: the decision carries over; `again`: it must be looked at; `lost`: its item is gone; `new`: there is none yet. */
export type Fate = "keep" | "again" | "lost" | "new";

export type Reimported = ItemDiff & {
  readonly decision: EarlierDecision | undefined;
  readonly fate: Fate;
};

/** The items of `diff`, each with its decision. An item that only has another local code keeps none, but is told the decision of the one it was. */
export function reimport(diff: readonly ItemDiff[], decisions: readonly EarlierDecision[]): Reimported[] {
  const known = new Map(decisions.map((decision) => [keyOf(decision), decision]));
  return diff.map((item): Reimported => {
    const decision = known.get(keyOf(item.status === "added" ? (item.formerly ?? item.key) : item.key));
    return { ...item, decision, fate: fateOf(item, decision) };
  });
}

function fateOf(item: ItemDiff, decision: EarlierDecision | undefined): Fate {
  if (item.status === "removed") return "lost";
  if (decision === undefined) return "new";
  return item.status === "added" || item.again ? "again" : "keep";
}

function keyOf({ level, parent, code }: ItemKey): string {
  return `${level}\t${parent}\t${code}`;
}
