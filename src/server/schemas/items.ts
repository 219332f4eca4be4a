import { z } from "@hono/zod-openapi";
import { Band, Instant, ItemId, Level } from "./common.ts";
import { DecisionKind, DecisionSource } from "./decisions.ts";
import { Proposal } from "./proposals.ts";

export const ItemState = z.enum(["todo", "proposed", "decided", "second-read", "signed", "reopened"]);
export type ItemState = z.infer<typeof ItemState>;

export const Person = z.object({ id: z.string(), name: z.string() }).openapi("Person");

/** A decision as it stands, with who took it and when. */
export const StandingDecision = z
  .object({
    kind: DecisionKind,
    loinc: z.string().exactOptional(),
    waitingCode: z.string().exactOptional(),
    /** Of the code in the reference. */
    name: z.string(),
    reason: z.string(),
    from: DecisionSource,
    by: Person,
    at: Instant,
  })
  .openapi("StandingDecision");

export const SecondReading = z
  .object({ agree: z.boolean(), reason: z.string(), by: Person, at: Instant })
  .openapi("SecondReading");

/** What may be missing in a row. */
export const Missing = z.enum(["unit", "specimen", "method", "property", "time", "scale", "nabm"]);

/** One row of the list: enough to judge most of them, without the reasons. */
export const ItemRow = z
  .object({
    id: ItemId,
    level: Level,
    code: z.string(),
    label: z.string(),
    /** Of a sub-chapter: key of its chapter. */
    parent: z.string(),
    subchapter: z.string(),
    /** Place in the catalogue, from 0. */
    position: z.number().int(),
    /** Key of its chapter; empty when the catalogue does not say. */
    chapter: z.string(),
    chapterLabel: z.string(),
    /** LOINC section code, else the chapter's label; empty when neither is known. */
    specialty: z.string(),
    /** Label of the first exam that holds it. */
    exam: z.string(),
    unit: z.string(),
    specimen: z.string(),
    method: z.string(),
    state: ItemState,
    version: z.number().int(),
    band: Band,
    /** Of the first candidate, 0 to 1. */
    confidence: z.number(),
    candidate: z.object({ loinc: z.string(), name: z.string() }).nullable(),
    /** How the row bears on each axis of the first candidate, in LOINC's order: `s` supports, `a` assumed, `c` contradicts. */
    verdicts: z.string(),
    question: z.string(),
    decision: StandingDecision.nullable(),
    second: SecondReading.nullable(),
    secondWanted: z.boolean(),
    /** Why it was reopened, else empty. */
    reopened: z.string(),
    /** What the row does not state. */
    missing: z.array(Missing),
    comments: z.number().int(),
  })
  .openapi("ItemRow");
export type ItemRow = z.infer<typeof ItemRow>;

export const ItemQuery = z.object({
  level: Level.optional(),
  chapter: z.string().max(500).optional(),
  specialty: z.string().max(500).optional(),
  band: Band.optional(),
  state: ItemState.optional(),
  /** Account id: items that this person decided. */
  person: z.string().max(100).optional(),
  missing: Missing.optional(),
  /** Words of the label, local code or LOINC code. */
  q: z.string().max(200).optional(),
  /** `true`: only rows that have left the catalogue. */
  removed: z.stringbool().optional(),
  sort: z.enum(["position", "confidence", "-confidence", "label", "code", "state"]).default("position"),
  /** From `next` of the page before. */
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type ItemQuery = z.input<typeof ItemQuery>;

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }));

/** How many items each choice of a filter would show, under the other filters. */
export const ItemFacets = z
  .object({ level: Facet, chapter: Facet, specialty: Facet, band: Facet, state: Facet, person: Facet, missing: Facet })
  .openapi("ItemFacets");
export type ItemFacets = z.infer<typeof ItemFacets>;

export const ItemPage = z
  .object({
    items: z.array(ItemRow),
    total: z.number().int(),
    next: z.string().nullable(),
    /** On the first page only. */
    facets: ItemFacets.nullable(),
  })
  .openapi("ItemPage");
export type ItemPage = z.infer<typeof ItemPage>;

export const HistoryEvent = z
  .object({
    id: z.number().int(),
    at: Instant,
    actor: Person,
    kind: z.string(),
    item: ItemId.exactOptional(),
    project: z.string().exactOptional(),
    batch: z.string(),
    /** Of `undone`: the event whose effect it takes back. */
    undoes: z.number().int().exactOptional(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string(),
    /** The item, where the answer is about several. */
    of: z.object({ level: Level, code: z.string(), label: z.string() }).exactOptional(),
  })
  .openapi("HistoryEvent");
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** The deciding question as data, so that its answers can be buttons. */
export const Question = z.object({
  text: z.string(),
  axis: z.string(),
  /** The field of `rerank` that an answer goes into. */
  field: z.string(),
  /** Two answers; none when the question asks for something else than the value of an axis. */
  options: z.array(z.string()),
});

/** An item whole. */
export const Item = ItemRow.omit({ question: true })
  .extend({
    /** The row's fields as they came (`synonym`, `unit`, `nabm`…). */
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])),
    /** Of an analysis: the exams that hold it; of an exam: its analyses. */
    related: z.array(ItemRow),
    /** Before and after it in the catalogue. */
    neighbours: z.array(ItemRow),
    proposal: Proposal.nullable(),
    question: Question.nullable(),
    /** Oldest first. */
    history: z.array(HistoryEvent),
    discussion: z.array(z.object({ id: z.number().int(), at: Instant, by: Person, text: z.string() })),
  })
  .openapi("Item");
export type Item = z.infer<typeof Item>;
