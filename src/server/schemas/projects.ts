import { z } from "@hono/zod-openapi";
import { Id, Instant } from "./common.ts";

export const Laboratory = z.object({ id: Id, name: z.string(), createdAt: Instant }).openapi("Laboratory");
export type Laboratory = z.infer<typeof Laboratory>;

export const NewLaboratory = z.object({ name: z.string().trim().min(1).max(200) }).openapi("NewLaboratory");

/** Which decisions a second person must read. */
export const SecondReadingRule = z.enum(["none", "not-in-lot", "all"]);

export const ProjectChange = z.object({ secondReading: SecondReadingRule }).openapi("ProjectChange");

/** What the project was matched with. */
export const ReferenceUsed = z.object({
  title: z.string(),
  version: z.string(),
  source: z.string(),
  terms: z.number().int(),
});

export const StateCounts = z.object({
  todo: z.number().int(),
  proposed: z.number().int(),
  decided: z.number().int(),
  "second-read": z.number().int(),
  signed: z.number().int(),
  reopened: z.number().int(),
});

export const Project = z
  .object({
    id: Id,
    name: z.string(),
    laboratory: Laboratory,
    createdAt: Instant,
    references: z.array(ReferenceUsed),
    /** 1 for the first import, one more for each re-import. */
    catalogueVersion: z.number().int(),
    secondReading: SecondReadingRule,
    /** Items by state. */
    states: StateCounts,
    items: z.number().int(),
    /** The job that is working on the project, if any. */
    job: Id.nullable(),
    /** LOINC's notice, to show wherever its content is shown. */
    notice: z.string(),
  })
  .openapi("Project");
export type Project = z.infer<typeof Project>;
