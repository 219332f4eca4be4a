import { z } from "@hono/zod-openapi";

/** Identifiers are opaque texts. */
export const Id = z.string().min(1).max(100);

/** Items and events are numbered. */
export const ItemId = z.number().int().nonnegative();

/** The same in an address. */
export const ItemNumber = z.coerce.number().int().nonnegative();

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();

/** A LOINC code by its shape; whether the reference holds it is checked when it is used. */
export const LoincCode = z.string().regex(/^\d{1,7}-\d$/);

export const Level = z.enum(["chapter", "subchapter", "exam", "analysis"]);
export const Band = z.enum(["auto", "review", "none"]);

/** Free text of a person: trimmed, bounded. */
export const Note = z.string().trim().max(4000);

/** What every refusal looks like. `message` is for people, `code` for programs. */
export const ApiError = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      details: z.unknown().optional(),
    }),
  })
  .openapi("Error");
export type ApiError = z.infer<typeof ApiError>;

/** A remark on a file, as src/catalogue makes them. */
export const Problem = z
  .object({
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    file: z.string(),
    line: z.number().int(),
    column: z.number().int(),
    message: z.string(),
  })
  .openapi("Problem");
