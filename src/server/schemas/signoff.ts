import { z } from "@hono/zod-openapi";
import { Id, Instant, ItemId } from "./common.ts";
import { Person } from "./items.ts";

export const SignoffScope = z
  .object({ kind: z.enum(["specialty", "chapter"]), key: z.string().max(200) })
  .openapi("SignoffScope");

export const SignoffBlocker = z.object({ item: ItemId, code: z.string(), label: z.string(), message: z.string() });

export const SignoffPart = z
  .object({
    scope: SignoffScope,
    name: z.string(),
    items: z.number().int(),
    signed: z.number().int(),
    ready: z.boolean(),
    /** The first of those that block; `blocking` counts all. */
    blockers: z.array(SignoffBlocker),
    blocking: z.number().int(),
  })
  .openapi("SignoffPart");
export type SignoffPart = z.infer<typeof SignoffPart>;

export const Sign = z.object({ scope: SignoffScope }).openapi("Sign");

export const Proof = z
  .object({
    id: Id,
    at: Instant,
    by: Person,
    scope: SignoffScope,
    name: z.string(),
    rows: z.number().int(),
    /** Within the project, from 1. */
    number: z.number().int(),
    /** SHA-256 of the canonical table, hexadecimal. */
    hash: z.string(),
    /** SHA-256 of the whole proof. */
    seal: z.string(),
  })
  .openapi("Proof");
export type Proof = z.infer<typeof Proof>;
