/** What a write came to, for one item and for many. */
import { getItem } from "../../workspace/get-item.ts";
import type { Conflict, Written } from "../../workspace/types.ts";
import { type Refusal, refuse } from "../http/refusals.ts";
import type { Batch, Conflict as ConflictAnswer } from "../schemas/decisions.ts";
import type { Item } from "../schemas/items.ts";
import type { Services } from "../services.ts";
import { itemAnswer } from "./item-answer.ts";

export function batchAnswer({ batch, items, conflicts, refusals }: Written): Batch {
  return {
    batch,
    changed: items.length,
    conflicts: conflicts.map(conflictAnswer),
    refused: refusals.map(({ item, refused, message }) => ({ item, code: refused, message })),
  };
}

/** The one item as it is after the write; a conflict tells what the other person did, and the item as it is now. */
export async function oneItem(
  { database, references }: Services,
  project: string,
  id: number,
  written?: Written,
): Promise<Item | Refusal> {
  const [refusal] = written?.refusals ?? [];
  if (refusal !== undefined) return refuse(refusal.refused, refusal);
  const item = await getItem(database, project, id);
  if (item === undefined) return refuse("not-found", { message: "Cette ligne n'existe pas dans ce projet." });
  const current = itemAnswer(item, references.current().release);
  const [conflict] = written?.conflicts ?? [];
  if (conflict === undefined) return current;
  const message = `${conflict.by.name} a changé cette ligne entre-temps : comparez avant de décider.`;
  return refuse("conflict", { message, details: { conflict: conflictAnswer(conflict), current } });
}

function conflictAnswer({ item, version, review, by, at, kind }: Conflict): ConflictAnswer {
  const { decision } = review;
  return {
    ...{ item, version, by, at, kind },
    decision:
      decision === undefined
        ? null
        : {
            kind: decision.kind,
            name: decision.name,
            ...(decision.loinc === undefined ? {} : { loinc: decision.loinc }),
            ...(decision.waitingCode === undefined ? {} : { waitingCode: decision.waitingCode }),
          },
  };
}
