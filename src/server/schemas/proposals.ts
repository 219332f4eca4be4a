import { z } from "@hono/zod-openapi";
import type { Proposal as MatchingProposal } from "../../matching/proposal.ts";
import { Band, Level } from "./common.ts";

export const AxisReason = z.object({
  value: z.string(),
  evidence: z.string(),
  verdict: z.enum(["supports", "assumed", "contradicts"]),
});

export const Candidate = z
  .object({
    loinc: z.string(),
    name: z.string(),
    /** Absent when the name is LOINC's own, in English. */
    nameLanguage: z.literal("fr").exactOptional(),
    confidence: z.number(),
    axes: z.object({
      component: AxisReason,
      property: AxisReason,
      time: AxisReason,
      system: AxisReason,
      scale: AxisReason,
      method: AxisReason,
    }),
  })
  .openapi("Candidate");

/** As src/matching/proposal.ts says. */
export const Proposal = z
  .object({
    level: Level,
    code: z.string(),
    label: z.string(),
    parent: z.string().exactOptional(),
    band: Band,
    confidence: z.number(),
    candidates: z.array(Candidate),
    question: z.string(),
  })
  .openapi("Proposal") satisfies z.ZodType<MatchingProposal>;
export type Proposal = z.infer<typeof Proposal>;

/** The deciding question answered: fields of the row as they would be (`unit`, `specimen`, `method`…). */
export const Rerank = z
  .object({
    answers: z.partialRecord(
      z.enum(["label", "synonym", "property", "unit", "time", "specimen", "scale", "method"]),
      z.string().max(500),
    ),
  })
  .openapi("Rerank");
export type Rerank = z.infer<typeof Rerank>;
