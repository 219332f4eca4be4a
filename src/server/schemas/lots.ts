import { z } from "@hono/zod-openapi";
import { Level } from "./common.ts";
import { ItemRow } from "./items.ts";

/** Proposals that may be accepted together. */
export const Lot = z
  .object({
    key: z.string(),
    level: Level,
    specialty: z.string(),
    specialtyName: z.string(),
    rows: z.number().int(),
    confidence: z.object({ least: z.number(), most: z.number() }),
    /** Percent of such proposals that were right where it was measured; `null` when it was not. */
    precision: z.object({ percent: z.number(), rows: z.number().int() }).nullable(),
    source: z.enum(["proposal", "memory"]),
    /** The first of them. */
    sample: z.array(ItemRow),
    /** Version of each item, by its id: give them back to accept what was seen. */
    versions: z.record(z.string(), z.number().int()),
  })
  .openapi("Lot");
export type Lot = z.infer<typeof Lot>;

/** The versions that the person saw: an item that has another by now is left alone and named. */
export const AcceptLot = z.object({ versions: z.record(z.string(), z.number().int()).optional() }).openapi("AcceptLot");
