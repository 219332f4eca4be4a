/** Stores what matching proposes. */
import { createHash } from "node:crypto";
import type { Proposal } from "../matching/proposal.ts";
import type { Database, Queries } from "./database.ts";
import { appendEvents, type Stamp, stampOf } from "./events.ts";
import { askedId } from "./ids.ts";
import { countAgain, lockStates, type StateRow, stateOf, updateItems } from "./item-rows.ts";
import { applyStep } from "./item-state.ts";
import { rowKey } from "./rows-of-catalogue.ts";
import type { Person } from "./types.ts";

/** Rows of one statement: enough to be quick, few enough that nobody waits long behind it. */
const CHUNK = 500;

export type StoredProposals = {
  readonly changed: number;
  /** They are as they were: no event is written. */
  readonly unchanged: number;
  /** For rows that the project does not have. */
  readonly unknown: number;
};

type Known = {
  readonly id: number;
  readonly level: Proposal["level"];
  readonly parent: string;
  readonly code: string;
  readonly hash: string | null;
};

/**
 * Stores the proposals that differ from those in force. Decisions stay as they are; rows that nobody had looked at go
 * from `todo` to `proposed`. Written by parts, so that people can work meanwhile; storing again what was stored before
 * an interruption changes nothing. `progress` is told how many of how many are done.
 */
export async function storeProposals(
  db: Database,
  actor: Person,
  project: string,
  proposals: readonly Proposal[],
  progress?: (done: number, total: number) => void,
): Promise<StoredProposals> {
  const id = askedId(project);
  const known = await db.query<Known>(
    `select i.id, i.level, i.parent, i.code,
       case when i.state <> 'todo' then md5(e.after::text) end as hash
     from item i left join event e on e.id = i.proposal_event where i.project = $1 and not i.removed`,
    [id],
  );
  const byKey = new Map(known.map((item) => [rowKey(item), item]));
  const stamp = stampOf(actor);
  const totals = { changed: 0, unchanged: 0, unknown: 0 };
  for (let from = 0; from < proposals.length; from += CHUNK) {
    const fresh = new Map<number, Proposal>();
    for (const proposal of proposals.slice(from, from + CHUNK)) {
      const item = byKey.get(rowKey({ ...proposal, parent: proposal.parent ?? "" }));
      if (item === undefined) totals.unknown++;
      else if (item.hash === hashOf(proposal)) totals.unchanged++;
      else fresh.set(item.id, proposal);
    }
    if (fresh.size > 0) await db.transaction((queries) => propose(queries, stamp, id, fresh));
    totals.changed += fresh.size;
    progress?.(Math.min(from + CHUNK, proposals.length), proposals.length);
  }
  await countAgain(db, totals.changed);
  return totals;
}

async function propose(
  queries: Queries,
  stamp: Stamp,
  project: string,
  proposals: ReadonlyMap<number, Proposal>,
): Promise<void> {
  const rows = await lockStates(queries, project, [...proposals.keys()]);
  const given = [...rows.values()].map((row) => {
    const after = proposals.get(row.id)!;
    return { row, after, before: givenWay(row, after) };
  });
  const ids = await appendEvents(
    queries,
    stamp,
    given.map(({ row, before, after }) => ({
      ...{ kind: "proposed", project, item: row.id, after },
      ...(before !== null && { before }),
    })),
  );
  const states = given.map(({ row, before, after }, i) => {
    const state = applyStep(stateOf(row), { id: ids[i]!, kind: "proposed", before, after });
    return [row.id, state] as const;
  });
  await updateItems(queries, new Map(states));
}

/** The first candidate that another one replaces; `null` when it stays or there was no proposal. */
function givenWay({ band, best_loinc, best_name }: StateRow, { candidates }: Proposal): object | null {
  if (band === null || best_loinc === (candidates[0]?.loinc ?? "")) return null;
  return { band, loinc: best_loinc, name: best_name };
}

/** As PostgreSQL hashes the text that it keeps. */
function hashOf(proposal: Proposal): string {
  return createHash("md5").update(JSON.stringify(proposal)).digest("hex");
}
