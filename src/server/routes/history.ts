import { z } from "@hono/zod-openapi";
import { history } from "../../workspace/history.ts";
import { eventAnswer } from "../answers/item-answer.ts";
import { itemNames } from "../answers/item-names.ts";
import { route } from "../http/route.ts";
import { Id, Instant } from "../schemas/common.ts";
import { HistoryEvent } from "../schemas/items.ts";

export const HISTORY_ROUTES = [
  route({
    method: "get",
    path: "/history",
    who: ["admin"],
    tag: "Historique",
    summary: "Ce qui s'est passé, le plus récent d'abord",
    query: z.object({
      project: Id.optional(),
      person: Id.optional(),
      from: Instant.optional(),
      /** `next` of the page before. */
      cursor: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    answer: z.object({ events: z.array(HistoryEvent), next: z.number().int().nullable() }),
    async handle({ services, query: { cursor, limit, ...query } }) {
      const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
      const before = cursor === undefined ? {} : { before: cursor };
      const events = await history(services.database, { ...given, ...before, limit: limit + 1 });
      const shown = events.slice(0, limit);
      const names = await itemNames(services.database, shown);
      const page = shown.map((event) => ({ ...eventAnswer(event), ...names(event) }));
      return { events: page, next: events.length > limit ? page.at(-1)!.id : null };
    },
  }),
];
