import { z } from "@hono/zod-openapi";
import { Id, Instant, ItemId, LoincCode, Note } from "./common.ts";

export const DecisionKind = z.enum(["loinc", "waiting", "local", "not-coded"]);
export const DecisionSource = z.enum(["proposal", "search", "lot", "memory"]);

/** What a person decides: a LOINC code, a waiting code, the local code alone, or not to be coded. */
export const Decision = z
  .object({
    kind: DecisionKind,
    loinc: LoincCode.optional(),
    waitingCode: z.string().trim().min(1).max(100).optional(),
    reason: Note.default(""),
    from: DecisionSource,
  })
  .refine((decision) => (decision.kind === "loinc") === (decision.loinc !== undefined), { path: ["loinc"] })
  .refine((decision) => (decision.kind === "waiting") === (decision.waitingCode !== undefined), {
    path: ["waitingCode"],
  })
  .openapi("Decision");
export type Decision = z.infer<typeof Decision>;

/** `version`: that of the item as the person saw it. */
export const Decide = z.object({ version: z.number().int(), decision: Decision }).openapi("Decide");

export const BulkDecide = z
  .object({
    decisions: z
      .array(z.object({ item: ItemId, version: z.number().int(), decision: Decision }))
      .min(1)
      .max(20_000),
  })
  .openapi("BulkDecide");

export const Comment = z.object({ text: Note.min(1) }).openapi("NewComment");
export const SecondRead = z
  .object({ version: z.number().int(), agree: z.boolean(), reason: Note.default("") })
  .openapi("SecondRead");
export const AskSecondReading = z.object({ version: z.number().int(), asked: z.boolean() }).openapi("AskSecondReading");
export const Reopen = z.object({ version: z.number().int(), reason: Note.min(1) }).openapi("Reopen");

/** Somebody was faster: what they did, so that nothing is lost. */
export const Conflict = z
  .object({
    item: ItemId,
    /** The version that is there now. */
    version: z.number().int(),
    /** What they decided, if that is what they did. */
    decision: z
      .object({
        kind: DecisionKind,
        loinc: z.string().exactOptional(),
        waitingCode: z.string().exactOptional(),
        name: z.string(),
      })
      .nullable(),
    by: z.object({ id: Id, name: z.string() }),
    at: Instant,
    /** What they did (`decided`, `signed`, `undone`…). */
    kind: z.string(),
  })
  .openapi("Conflict");
export type Conflict = z.infer<typeof Conflict>;

/** A bulk action: `batch` undoes it whole. */
export const Batch = z
  .object({
    /** Empty when nothing was changed. */
    batch: z.string(),
    /** Items that were changed. */
    changed: z.number().int(),
    conflicts: z.array(Conflict),
    /** Items that were left alone, and why. */
    refused: z.array(z.object({ item: ItemId, code: z.string(), message: z.string() })),
  })
  .openapi("Batch");
export type Batch = z.infer<typeof Batch>;
