/** Whether everything that servers acknowledged is there, once, and nothing else: read from the database, without the servers. */
import { isDeepStrictEqual } from "node:util";
import type { Database } from "../src/workspace/database.ts";
import type { EventRow } from "../src/workspace/events.ts";
import { applyStep, type ItemState } from "../src/workspace/item-state.ts";
import { rebuild } from "../src/workspace/rebuild.ts";
import type { Acknowledged, Work } from "./load-person.ts";

/** A claim and what speaks against it: nothing, when it holds. */
export type Claim = { readonly claim: string; readonly against: readonly string[] };

/** An event and the version of its row before it. */
type Placed = { readonly event: EventRow; readonly version: number };

/** The claims on a project in which these people worked, and nobody else. */
export async function prove(db: Database, project: string, works: readonly Work[]): Promise<Claim[]> {
  const events = await db.query<EventRow>(
    "select * from event where project = $1 and item is not null order by item, id",
    [project],
  );
  const { placed, gaps, unseen, versions } = replayed(events);
  const stored = await db.query<{ id: number; version: number }>("select id, version from item where project = $1", [
    project,
  ]);
  const { mended } = await rebuild(db, project);
  const people = new Set(works.map(({ person }) => person));
  const theirs = placed.filter(({ event }) => people.has(event.actor));
  const acknowledged = works.flatMap((work) => work.acknowledged.map((one) => ({ ...one, person: work.person })));
  return [
    {
      claim: "every acknowledged decision is in the history, once, on the version that the person had seen",
      against: missing(acknowledged, theirs),
    },
    { claim: "nothing is in the history that was not acknowledged", against: unexpected(acknowledged, theirs) },
    { claim: "what was refused as a conflict left nothing", against: refusedButWritten(works, theirs) },
    { claim: "each change began with the state that the one before it left", against: unseen },
    {
      claim: "versions have no gap, and the last one is the row's",
      against: [
        ...gaps,
        ...stored.filter(({ id, version }) => versions.get(id) !== version).map(({ id }) => `row ${id}`),
      ],
    },
    { claim: "rows computed from the history are the rows that are stored", against: mended.map((id) => `row ${id}`) },
  ];
}

/** Goes through the events of every row, one after the other. */
function replayed(events: readonly EventRow[]) {
  const placed: Placed[] = [];
  const gaps: string[] = [];
  const unseen: string[] = [];
  const versions = new Map<number, number>();
  let state: ItemState | undefined;
  let item: number | null = null;
  for (const event of events) {
    if (event.item !== item) state = undefined;
    item = event.item;
    placed.push({ event, version: state?.version ?? 0 });
    const changes = event.kind === "decided" || event.kind === "undone";
    if (changes && !isDeepStrictEqual(event.before, state?.review)) unseen.push(`event ${event.id} on row ${item}`);
    const after = applyStep(state, event);
    if (changes && after.version !== (state?.version ?? 0) + 1) gaps.push(`event ${event.id} on row ${item}`);
    versions.set(item!, after.version);
    state = after;
  }
  return { placed, gaps, unseen, versions };
}

type Theirs = Acknowledged & { readonly person: string };

function missing(acknowledged: readonly Theirs[], placed: readonly Placed[]): string[] {
  const byName = grouped(placed);
  return acknowledged.flatMap((one) => {
    const found = (byName.get(nameOf(one)) ?? []).filter(
      ({ event, version }) =>
        event.actor === one.person && (one.did !== "decide" || (event.item === one.item && version === one.version)),
    );
    const wanted = one.did === "undo" ? one.changed : 1;
    return found.length === wanted ? [] : [`${nameOf(one)}: ${found.length} of ${wanted}`];
  });
}

function unexpected(acknowledged: readonly Theirs[], placed: readonly Placed[]): string[] {
  const known = new Set(acknowledged.map(nameOf));
  return placed.map(({ event }) => nameOfEvent(event)).filter((name) => !known.has(name));
}

function refusedButWritten(works: readonly Work[], placed: readonly Placed[]): string[] {
  const reasons = new Set(placed.map(({ event }) => event.reason));
  return works.flatMap(({ conflicts }) => conflicts.filter((reason) => reasons.has(reason)));
}

function grouped(placed: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const name = nameOfEvent(one.event);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}

/** What names an action in both accounts of it: people give each reason and each comment once. */
function nameOf(one: Acknowledged): string {
  if (one.did === "decide") return `decided ${one.reason}`;
  return one.did === "comment" ? `commented ${one.text}` : `undone ${one.batch}`;
}

function nameOfEvent({ kind, reason, after, batch }: EventRow): string {
  if (kind === "decided") return `decided ${reason}`;
  return kind === "commented" ? `commented ${String(after)}` : `${kind} ${batch}`;
}
