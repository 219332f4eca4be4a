/** One of many who review at once: pages through the list, opens rows, decides, comments, takes back. */
import type { Batch } from "../src/server/schemas/decisions.ts";
import type { Item, ItemPage } from "../src/server/schemas/items.ts";
import type { RemoteClient } from "../test/client.ts";
import type { Chance } from "./generate-catalogue.ts";

/** What a server said that it did; `version` is the one that the person had seen. */
export type Acknowledged =
  | { readonly did: "decide"; readonly item: number; readonly version: number; readonly reason: string }
  | { readonly did: "comment"; readonly item: number; readonly text: string }
  | { readonly did: "undo"; readonly batch: string; readonly changed: number };

export type Work = {
  readonly person: string;
  readonly acknowledged: readonly Acknowledged[];
  /** Reasons of decisions that were refused because somebody else was faster. */
  readonly conflicts: readonly string[];
  /** Undoings of which nothing was left to take back. */
  readonly nothingToUndo: number;
  /** Answers that nobody should see, by what they were. */
  readonly errors: readonly string[];
  /** Milliseconds by kind of request. */
  readonly times: ReadonlyMap<string, readonly number[]>;
};

export type Habits = {
  readonly project: string;
  /** Rows that everybody looks at. */
  readonly hot: readonly number[];
  /** Milliseconds between two requests, on average. */
  readonly pause: number;
  /** When to stop, as `performance.now()` tells. */
  readonly until: number;
};

const FILTERS = ["", "&band=review", "&state=proposed", "&missing=unit", "&q=glucose", "&sort=confidence"];
const SHARE = { hot: 0.3, secondPage: 0.5, comment: 0.25, undo: 0.2, local: 0.3 };

/** Works until it is time to stop. */
export async function workAs(client: RemoteClient, name: string, chance: Chance, habits: Habits): Promise<Work> {
  const { project, hot, pause, until } = habits;
  const at = `/api/projects/${project}`;
  const acknowledged: Acknowledged[] = [];
  const conflicts: string[] = [];
  const errors: string[] = [];
  const times = new Map<string, number[]>();
  let nothingToUndo = 0;
  const odds = (share: number): boolean => chance.below(1000) < share * 1000;

  /** The answer and its status, timed; 409 is an answer like others. */
  const ask = async <T>(kind: string, method: string, path: string, body?: unknown) => {
    await new Promise((resolve) => setTimeout(resolve, (chance.below(2000) / 1000) * pause));
    const begun = performance.now();
    const answer = await client.send(method, `${at}${path}`, body);
    const value = (await answer.json()) as T;
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - begun]);
    if (!answer.ok && answer.status !== 409) errors.push(`${kind}: ${answer.status}`);
    return { status: answer.status, value };
  };

  for (let round = 0; performance.now() < until; round++) {
    const filter = chance.pick(FILTERS);
    const first = await ask<ItemPage>("first page, with counts", "GET", `/items?limit=200${filter}`);
    if (first.status !== 200) continue;
    const next = first.value.next;
    const more = next !== null && odds(SHARE.secondPage);
    const page = more
      ? await ask<ItemPage>("next page", "GET", `/items?limit=200${filter}&cursor=${encodeURIComponent(next)}`)
      : first;
    const rows = page.status === 200 ? page.value.items : [];
    const chosen = odds(SHARE.hot) || rows.length === 0 ? chance.pick(hot) : chance.pick(rows).id;
    const item = await ask<Item>("open a row", "GET", `/items/${chosen}`);
    if (item.status !== 200) continue;
    const { version, candidate } = item.value;
    const reason = `${name}, ${round}`;
    const decision =
      candidate === null || odds(SHARE.local)
        ? { kind: "local", reason, from: "search" }
        : { kind: "loinc", loinc: candidate.loinc, reason, from: "proposal" };
    const decided = await ask<Item>("decide", "POST", `/items/${chosen}/decide`, { version, decision });
    if (decided.status === 200) acknowledged.push({ did: "decide", item: chosen, version, reason });
    if (decided.status === 409) conflicts.push(reason);
    if (odds(SHARE.comment)) {
      const text = `remarque de ${reason}`;
      const said = await ask<Item>("comment", "POST", `/items/${chosen}/comments`, { text });
      if (said.status === 200) acknowledged.push({ did: "comment", item: chosen, text });
    }
    if (odds(SHARE.undo)) {
      const undone = await ask<Batch>("undo", "POST", "/undo");
      const changed = undone.status === 200 ? undone.value.changed : 0;
      if (changed > 0) acknowledged.push({ did: "undo", batch: undone.value.batch, changed });
      else nothingToUndo++;
    }
  }
  return { person: client.id, acknowledged, conflicts, nothingToUndo, errors, times };
}
