/** Writes the history. */
import { randomUUID } from "node:crypto";
import type { Queries } from "./database.ts";
import { jsonText } from "./storable-text.ts";
import type { Event, EventKind, Person } from "./types.ts";
import { insertMany } from "./write-many.ts";

export type NewEvent = {
  readonly kind: EventKind;
  readonly project?: string;
  readonly item?: number;
  readonly undoes?: number;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
};

/** What the events of one action share. */
export type Stamp = { readonly actor: Person; readonly at: string; readonly batch: string };

/** A stamp for what `actor` does now. */
export function stampOf({ id, name }: Person): Stamp {
  return { actor: { id, name }, at: new Date().toISOString(), batch: randomUUID() };
}

/** Adds `events` to the history, in order; their ids. */
export async function appendEvents(queries: Queries, stamp: Stamp, events: readonly NewEvent[]): Promise<number[]> {
  if (events.length === 0) return [];
  const { actor, at, batch } = stamp;
  const all = <T>(value: T): T[] => events.map(() => value);
  const rows = await insertMany<{ id: number }>(
    queries,
    "event",
    {
      at: ["timestamptz", all(at)],
      actor: ["text", all(actor.id)],
      actor_name: ["text", all(actor.name)],
      kind: ["text", events.map(({ kind }) => kind)],
      project: ["uuid", events.map(({ project }) => project ?? null)],
      item: ["bigint", events.map(({ item }) => item ?? null)],
      batch: ["uuid", all(batch)],
      undoes: ["bigint", events.map(({ undoes }) => undoes ?? null)],
      before: ["json", events.map(({ before }) => jsonOf(before))],
      after: ["json", events.map(({ after }) => jsonOf(after))],
      reason: ["text", events.map(({ reason }) => reason ?? "")],
    },
    "id",
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/** Adds one event that is about no item; for what other rooms do, such as with accounts. */
export async function logEvent(queries: Queries, actor: Person, event: NewEvent): Promise<void> {
  await appendEvents(queries, stampOf(actor), [event]);
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : jsonText(value);
}

export type EventRow = {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly actor_name: string;
  readonly kind: EventKind;
  readonly project: string | null;
  readonly item: number | null;
  readonly batch: string;
  readonly undoes: number | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
};

/** An event as it stands in the database. */
export function eventOf(row: EventRow): Event {
  const { id, at, actor, actor_name, kind, project, item, batch, undoes, before, after, reason } = row;
  return {
    id,
    at: at.toISOString(),
    actor: { id: actor, name: actor_name },
    kind,
    ...(project !== null && { project }),
    ...(item !== null && { item }),
    batch,
    ...(undoes !== null && { undoes }),
    before,
    after,
    reason,
  };
}
