import { z } from "@hono/zod-openapi";
import { Id, Instant, Problem } from "./common.ts";

export const FileKind = z.enum(["chapters", "exams", "analyses"]);

/** The encodings that a person may choose when the guess is wrong. */
export const ChosenEncoding = z.enum(["utf-8", "windows-1252", "iso-8859-15", "cp850", "macroman"]);

export const PreviewColumn = z.object({
  /** From 0. */
  index: z.number().int(),
  /** What stands in the header, else empty. */
  heading: z.string(),
  /** The field that it is read as (`code`, `label`, `unit`…); `null`: not read. */
  field: z.string().nullable(),
});

export const PreviewFile = z
  .object({
    /** Stable within the import. */
    id: Id,
    name: z.string(),
    bytes: z.number().int(),
    /** `null`: refused, see problems. */
    kind: FileKind.nullable(),
    encoding: z.string(),
    separator: z.string(),
    header: z.boolean(),
    columns: z.array(PreviewColumn),
    /** Fields that the kind has, in the order of the exchange: what a column may be. `title` is French. */
    fields: z.array(z.object({ field: z.string(), title: z.string(), mandatory: z.boolean() })),
    /** The first rows as they are, decoded. */
    firstRows: z.array(z.array(z.string())),
    rows: z.number().int(),
    problems: z.array(Problem),
  })
  .openapi("PreviewFile");
export type PreviewFile = z.infer<typeof PreviewFile>;

/** What would be imported; nothing is stored before commit. */
export const ImportPreview = z
  .object({
    id: Id,
    expiresAt: Instant,
    files: z.array(PreviewFile),
    /** Remarks on the files together. */
    problems: z.array(Problem),
    counts: z.object({
      chapters: z.number().int(),
      subchapters: z.number().int(),
      exams: z.number().int(),
      analyses: z.number().int(),
    }),
  })
  .openapi("ImportPreview");
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Corrects guesses on some of the files; what is left out stays as it was. */
export const ImportCorrection = z
  .object({
    files: z
      .array(
        z.object({
          id: Id,
          kind: FileKind.optional(),
          encoding: ChosenEncoding.optional(),
          header: z.boolean().optional(),
          /** Column index of each field. */
          columns: z.record(z.string(), z.number().int().min(0).max(1000)).optional(),
        }),
      )
      .min(1),
  })
  .openapi("ImportCorrection");
export type ImportCorrection = z.infer<typeof ImportCorrection>;

/** Into a project that is there (a re-import is a diff), or a new one of a laboratory. */
export const ImportCommit = z
  .union([z.object({ project: Id }), z.object({ laboratory: Id, name: z.string().trim().min(1).max(200) })])
  .openapi("ImportCommit");

export const RowChange = z.object({
  level: z.enum(["chapter", "subchapter", "exam", "analysis"]),
  code: z.string(),
  label: z.string(),
  /** Fields that differ, with the value before and after. */
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** Whether the decision on it is reopened. */
  reopens: z.boolean(),
});

export const ImportDiff = z
  .object({
    added: z.array(RowChange),
    removed: z.array(RowChange),
    changed: z.array(RowChange),
    unchanged: z.number().int(),
  })
  .openapi("ImportDiff");
export type ImportDiff = z.infer<typeof ImportDiff>;
