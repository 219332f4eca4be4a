/** Checks a proof, alone or against the table that an SGL was given. No database is needed. */
import { z } from "zod";
import { numberOf } from "../catalogue/file-kind.ts";
import { errorAt } from "../catalogue/problems.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { InputFile } from "../catalogue/table.ts";
import type { FileKind, Problem } from "../catalogue/types.ts";
import { type Proof, sealOf, tableMark } from "./proof.ts";
import { rowKey } from "./rows-of-catalogue.ts";
import type { TableRow } from "./table.ts";

/** A code that a table gives an item. */
export type GivenCode = Pick<TableRow, "level" | "parent" | "code" | "loinc">;

/** A signed row of which the table says something else; `found` is `null` when the table does not have the row. */
export type Mismatch = { readonly row: Proof["rows"][number]; readonly found: string | null };

/**
 * `unreadable`: no proof at all; `altered`: it is not as it was made; `mismatch`: it is, but the table is not what was
 * signed; `intact`.
 */
export type Verdict =
  | { readonly verdict: "unreadable" }
  | { readonly verdict: "altered"; readonly proof: Proof }
  | { readonly verdict: "mismatch"; readonly proof: Proof; readonly mismatches: readonly Mismatch[] }
  | {
      readonly verdict: "intact";
      readonly proof: Proof /** Signed rows that the table was asked about. */;
      readonly compared: number;
    };

const Readable = z.looseObject({
  format: z.literal("transloinc-proof"),
  version: z.literal(1),
  signedBy: z.object({ id: z.string(), name: z.string() }),
  signedAt: z.string(),
  scope: z.object({ kind: z.enum(["specialty", "chapter"]), key: z.string(), name: z.string() }),
  rows: z.array(
    z.looseObject({
      level: z.enum(["chapter", "subchapter", "exam", "analysis"]),
      parent: z.string(),
      code: z.string(),
      label: z.string(),
      loinc: z.string(),
    }),
  ),
  table: z.object({ rows: z.number(), sha256: z.string() }),
  seal: z.string(),
});

/**
 * What is to be said of the proof `text`. With `table`, its signed rows are looked for there, on the levels that the
 * table has; rows that were not signed do not matter.
 */
export function verifyProof(text: string, table?: readonly GivenCode[]): Verdict {
  const proof = parse(text);
  if (proof === undefined) return { verdict: "unreadable" };
  const { seal, ...document } = proof;
  const mark = tableMark(proof.rows);
  const untouched = sealOf(document) === seal && mark.sha256 === proof.table.sha256 && mark.rows === proof.table.rows;
  if (!untouched) return { verdict: "altered", proof };
  if (table === undefined) return { verdict: "intact", proof, compared: 0 };
  const levels = new Set(table.map(({ level }) => level));
  // An exam has a line for each of its analyses: all of them must say the same.
  const given = new Map<string, string[]>();
  for (const row of table) given.set(rowKey(row), [...(given.get(rowKey(row)) ?? []), row.loinc]);
  const asked = proof.rows.filter(({ level }) => levels.has(level));
  const mismatches = asked.flatMap((row): Mismatch[] => {
    const found = given.get(rowKey(row));
    if (found === undefined) return [{ row, found: null }];
    const other = found.find((loinc) => loinc !== row.loinc);
    return other === undefined ? [] : [{ row, found: other }];
  });
  return mismatches.length > 0
    ? { verdict: "mismatch", proof, mismatches }
    : { verdict: "intact", proof, compared: asked.length };
}

function parse(text: string): Proof | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Readable.safeParse(value).success ? (value as Proof) : undefined;
  } catch {
    return undefined;
  }
}

const KINDS: readonly FileKind[] = ["chapters", "exams", "analyses"];

/**
 * The codes that a returned file gives, read from its own bytes: its name must say LOINC_4, LOINC_5 or LOINC_6. What
 * stands in the place of a missing code (`noLoinc`, by default nothing) is no code.
 */
export function readReturned(
  file: InputFile,
  noLoinc = "",
): { readonly codes: readonly GivenCode[]; readonly problems: readonly Problem[] } {
  const kind = KINDS[(numberOf(file.name) ?? 0) - 4];
  if (kind === undefined) {
    const message =
      "Le nom de ce fichier ne dit pas s'il est LOINC_4, LOINC_5 ou LOINC_6 : redonnez-lui le nom sous lequel il a été exporté.";
    return { codes: [], problems: [errorAt({ file: file.name }, "unknown-kind", message)] };
  }
  const { files, problems } = readCatalogue([{ ...file, name: `LOINC_${KINDS.indexOf(kind) + 1}.csv`, kind }]);
  const codes = (files[0]?.records ?? []).flatMap(({ items, cells }) => {
    const added = cells.slice(cells.length - 2 * (kind === "chapters" ? 2 : 1));
    return items.flatMap((item, i): GivenCode[] => {
      const loinc = (added[2 * i] ?? "").trim();
      return item === undefined ? [] : [{ ...item, loinc: loinc === noLoinc ? "" : loinc }];
    });
  });
  const errors = problems.filter(({ severity }) => severity === "error");
  return { codes, problems: errors.map((problem) => ({ ...problem, file: file.name })) };
}
