import { z } from "@hono/zod-openapi";
import { Id, ItemId, Level } from "./common.ts";
import { ItemRow, Person } from "./items.ts";
import { StateCounts } from "./projects.ts";

const Counted = { items: z.number().int(), undecided: z.number().int() };

export const ChapterNode = z
  .object({
    key: z.string(),
    label: z.string(),
    specialty: z.string(),
    item: ItemId.nullable(),
    ...Counted,
    subchapters: z.array(z.object({ key: z.string(), label: z.string(), item: ItemId.nullable(), ...Counted })),
  })
  .openapi("ChapterNode");
export type ChapterNode = z.infer<typeof ChapterNode>;

/** An exam's analyses against the members of the panel that it would take. */
export const ExamView = z
  .object({
    exam: ItemRow,
    members: z.array(z.object({ item: ItemRow, inPanel: z.boolean() })),
    panel: z
      .object({
        loinc: z.string(),
        name: z.string(),
        /** `null` when the reference does not say which analyses the panel holds. */
        members: z.array(z.object({ loinc: z.string(), name: z.string(), present: z.boolean() })).nullable(),
      })
      .nullable(),
  })
  .openapi("ExamView");
export type ExamView = z.infer<typeof ExamView>;

export const Dashboard = z
  .object({
    items: z.number().int(),
    states: StateCounts,
    bands: z.object({ auto: z.number().int(), review: z.number().int(), none: z.number().int() }),
    bySpecialty: z.array(
      z.object({ specialty: z.string(), name: z.string(), items: z.number().int(), states: StateCounts }),
    ),
    byPerson: z.array(z.object({ person: Id, name: z.string(), decided: z.number().int() })),
    byDay: z.array(z.object({ day: z.string(), decided: z.number().int() })),
    /** Analyses by confidence of their first candidate: 0 to 10 %, and so on to 90 to 100 %. */
    confidence: z.array(z.number().int()),
  })
  .openapi("Dashboard");
export type Dashboard = z.infer<typeof Dashboard>;

export const Check = z
  .object({
    rule: z.string(),
    severity: z.enum(["error", "warning"]),
    item: ItemId.nullable(),
    level: Level,
    /** Of a sub-chapter: its chapter's key. */
    parent: z.string(),
    code: z.string(),
    label: z.string(),
    loinc: z.string(),
    message: z.string(),
  })
  .openapi("Check");
export type Check = z.infer<typeof Check>;

/** A request for a new code, filled in with what is known. */
export const CodeRequest = z
  .object({
    /** Of the event that holds it. */
    id: z.number().int(),
    item: ItemId,
    at: z.string(),
    by: Person,
    code: z.string(),
    label: z.string(),
    component: z.string(),
    property: z.string(),
    time: z.string(),
    system: z.string(),
    scale: z.string(),
    method: z.string(),
    unit: z.string(),
    nabm: z.array(z.string()),
    synonyms: z.array(z.string()),
    why: z.string(),
  })
  .openapi("CodeRequest");
export type CodeRequest = z.infer<typeof CodeRequest>;

/** Fields that the person corrects; the others are filled from the row and its best candidate. */
export const NewCodeRequest = CodeRequest.omit({ id: true, item: true, at: true, by: true, code: true, label: true })
  .partial()
  .openapi("NewCodeRequest");
