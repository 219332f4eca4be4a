import { z } from "@hono/zod-openapi";
import type { NamedTerm } from "../../loinc/term.ts";
import { COUNTED, REFERENCE_KINDS } from "../../reference/reference.ts";

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
    /** From LOINC Biologie FR, the French variant or Circuit de la biologie, when one of them is installed. */
    officialFrench: z.string().exactOptional(),
  })
  .openapi("Term") satisfies z.ZodType<NamedTerm>;
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
    kind: z.enum(REFERENCE_KINDS),
    title: z.string(),
    version: z.string(),
    /** Of LOINC; 0 for what has no terms of its own. */
    terms: z.number().int(),
    /** How many things of each sort it holds. */
    counts: z.partialRecord(z.enum(COUNTED), z.number().int()),
    bytes: z.number().int(),
    /** When it was added, ISO 8601. */
    added: z.string(),
    /** Names of the files that it was read from, and their SHA-256. */
    sources: z.array(z.string()),
    sha256: z.string(),
    /** The latest of its kind: the one that is worked with. */
    inUse: z.boolean(),
  })
  .openapi("Reference");
export type Reference = z.infer<typeof Reference>;
