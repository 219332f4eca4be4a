/** What happened, across items and projects. */
import type { Parameter, Queries } from "./database.ts";
import { type EventRow, eventOf } from "./events.ts";
import { light } from "./get-item.ts";
import { askedId } from "./ids.ts";
import type { Event } from "./types.ts";

export type HistoryAsked = {
  readonly project?: string;
  /** Account id. */
  readonly person?: string;
  /** ISO 8601: only from this time on. */
  readonly from?: string;
  /** Only events older than the one of this id: the last of the page before. */
  readonly before?: number;
  /** 200 unless said otherwise. */
  readonly limit?: number;
};

/** Events, latest first. A proposal is told by its best candidate. */
export async function history(db: Queries, asked: HistoryAsked = {}): Promise<Event[]> {
  const { project, person, from, before, limit = 200 } = asked;
  const parameters: Parameter[] = [];
  const parts = ["true"];
  const when = (condition: string, value: Parameter | undefined): void => {
    if (value !== undefined) parts.push(condition.replace("?", `$${parameters.push(value)}`));
  };
  when("project = ?", project === undefined ? undefined : askedId(project));
  when("actor = ?", person);
  when("at >= ?", from === undefined ? undefined : new Date(from));
  when("id < ?", before);
  const rows = await db.query<EventRow>(
    `select * from event where ${parts.join(" and ")} order by id desc limit $${parameters.push(limit)}`,
    parameters,
  );
  return rows.map(eventOf).map(light);
}
