import { z } from "@hono/zod-openapi";
import { sectionName } from "../../engine/section-names.ts";
import type { MeasuredModel } from "../../matching/model.ts";
import { acceptLot, lotsOf, type Measured } from "../../workspace/lots.ts";
import type { Level } from "../../workspace/types.ts";
import { itemRow } from "../answers/item-answer.ts";
import { batchAnswer } from "../answers/written-answer.ts";
import { route } from "../http/route.ts";
import { Id } from "../schemas/common.ts";
import { Batch } from "../schemas/decisions.ts";
import { AcceptLot, Lot } from "../schemas/lots.ts";

export const LOT_ROUTES = [
  route({
    method: "get",
    path: "/projects/{project}/lots",
    who: "signed-in",
    tag: "Lots",
    summary: "Les propositions qui peuvent être acceptées ensemble, avec la précision mesurée",
    params: z.object({ project: Id }),
    answer: z.object({ lots: z.array(Lot) }),
    async handle({ services: { database, references }, params }) {
      const lots = await lotsOf(database, params.project, (level) => measuredLot(references.measured.lots, level));
      return {
        lots: lots.map((lot) => ({
          ...lot,
          specialtyName: sectionName(lot.specialty),
          sample: lot.sample.map(itemRow),
        })),
      };
    },
  }),
  route({
    method: "post",
    path: "/projects/{project}/lots/{key}/accept",
    who: ["manager", "biologist"],
    tag: "Lots",
    summary: "Accepter un lot ; avec « versions », seulement les lignes telles qu'elles ont été vues",
    params: z.object({ project: Id, key: z.string().max(500) }),
    body: AcceptLot,
    answer: Batch,
    async handle({ services: { database, references }, actor, params, body }) {
      const { terms } = references.current();
      return batchAnswer(await acceptLot(database, actor, params.project, params.key, terms, body.versions));
    },
  }),
];

/** What was measured of a level; nothing when no row of it was. */
export function measuredLot(lots: MeasuredModel["measured"]["lots"], level: Level): Measured | undefined {
  const lot = lots[level];
  return lot !== undefined && lot.rows > 0 ? lot : undefined;
}
