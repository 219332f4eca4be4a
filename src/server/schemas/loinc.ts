import { z } from "@hono/zod-openapi";
import type { Term as LoincTerm } from "../../loinc/term.ts";

/** As src/loinc/term.ts says. */
export const Term = z
  .object({
    code: z.string(),
    component: z.string(),
    property: z.string(),
    time: z.string(),
    system: z.string(),
    scale: z.string(),
    method: z.string(),
    status: z.enum(["", "ACTIVE", "TRIAL", "DISCOURAGED", "DEPRECATED"]),
    class: z.string(),
    use: z.enum(["", "Order", "Observation", "Both", "Subset"]),
    rank: z.number().int(),
    units: z.string(),
    shortName: z.string(),
    longName: z.string(),
    related: z.string(),
    french: z.string(),
  })
  .openapi("Term") satisfies z.ZodType<LoincTerm>;
export type Term = z.infer<typeof Term>;

const axis = z.string().max(200).optional();

export const SearchQuery = z.object({
  q: z.string().max(200).default(""),
  component: axis,
  property: axis,
  system: axis,
  time: axis,
  scale: axis,
  method: axis,
  /** What the code must be fit for. */
  kind: z.enum(["analysis", "exam", "chapter"]).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SearchQuery = z.input<typeof SearchQuery>;

const Facet = z.array(z.object({ value: z.string(), count: z.number().int() }));

export const SearchResult = z
  .object({
    terms: z.array(Term),
    total: z.number().int(),
    /** The most frequent values of each axis among all that were found. */
    facets: z.object({ component: Facet, property: Facet, time: Facet, system: Facet, scale: Facet, method: Facet }),
    reference: z.object({ title: z.string(), version: z.string() }),
    notice: z.string(),
  })
  .openapi("SearchResult");
export type SearchResult = z.infer<typeof SearchResult>;

export const TermResult = z
  .object({ term: Term, reference: z.object({ title: z.string(), version: z.string() }), notice: z.string() })
  .openapi("TermResult");
export type TermResult = z.infer<typeof TermResult>;

export const Reference = z
  .object({
    id: z.string(),
    title: z.string(),
    version: z.string(),
    terms: z.number().int(),
    bytes: z.number().int(),
  })
  .openapi("Reference");
export type Reference = z.infer<typeof Reference>;
