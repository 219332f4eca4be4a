import { z } from "@hono/zod-openapi";
import { Band, Id, Instant, Level } from "./common.ts";
import { Decision } from "./decisions.ts";
import { Proposal } from "./proposals.ts";

export const ItemState = z.enum(["todo", "proposed", "decided", "second-read", "signed", "reopened"]);
export type ItemState = z.infer<typeof ItemState>;

/** A decision as it stands, with who took it and when. */
export const StandingDecision = z
  .intersection(Decision, z.object({ name: z.string(), by: z.string(), at: Instant }))
  .openapi("StandingDecision");

/** One row of the list: enough to judge most of them, without the reasons. */
export const ItemRow = z
  .object({
    id: Id,
    level: Level,
    code: z.string(),
    label: z.string(),
    parent: z.string(),
    position: z.number().int(),
    /** Label of its chapter; empty when the catalogue does not say. */
    chapter: z.string(),
    /** LOINC section code, else the chapter's label. */
    specialty: z.string(),
    unit: z.string(),
    specimen: z.string(),
    method: z.string(),
    state: ItemState,
    version: z.number().int(),
    band: Band,
    /** Of the first candidate, 0 to 1. */
    confidence: z.number(),
    /** The first candidate. */
    proposed: z.object({ loinc: z.string(), name: z.string() }).nullable(),
    question: z.string(),
    decision: StandingDecision.nullable(),
    comments: z.number().int(),
  })
  .openapi("ItemRow");
export type ItemRow = z.infer<typeof ItemRow>;

/** What may be missing in a row. */
export const Missing = z.enum(["unit", "specimen", "method", "property", "time", "scale", "nabm"]);

export const ItemQuery = z.object({
  level: Level.optional(),
  chapter: z.string().optional(),
  specialty: z.string().optional(),
  band: Band.optional(),
  state: ItemState.optional(),
  /** Account id: items that this person decided. */
  person: z.string().optional(),
  missing: Missing.optional(),
  /** Words of the label, local code or LOINC code. */
  q: z.string().max(200).optional(),
  sort: z.enum(["position", "confidence", "-confidence", "label", "code", "state"]).default("position"),
  /** From `next` of the page before. */
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type ItemQuery = z.input<typeof ItemQuery>;

export const ItemPage = z
  .object({ items: z.array(ItemRow), total: z.number().int(), next: z.string().nullable() })
  .openapi("ItemPage");
export type ItemPage = z.infer<typeof ItemPage>;

export const HistoryEvent = z
  .object({
    id: Id,
    at: Instant,
    actor: z.string(),
    kind: z.string(),
    item: Id.nullable(),
    project: Id.nullable(),
    batch: Id.nullable(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string(),
  })
  .openapi("HistoryEvent");
export type HistoryEvent = z.infer<typeof HistoryEvent>;

export const ItemComment = z.object({ id: Id, at: Instant, by: z.string(), text: z.string() }).openapi("Comment");

/** An item whole. */
export const Item = z
  .object({
    ...ItemRow.shape,
    /** The row's fields as they came (`synonym`, `unit`, `nabm`…). */
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    /** Of an analysis: the exams that hold it. */
    exams: z.array(z.object({ id: Id, code: z.string(), label: z.string() })),
    /** Rows around it: of an exam its analyses, of an analysis those of its smallest exam. */
    neighbours: z.array(ItemRow),
    proposal: Proposal.nullable(),
    history: z.array(HistoryEvent),
    discussion: z.array(ItemComment),
  })
  .openapi("Item");
export type Item = z.infer<typeof Item>;
