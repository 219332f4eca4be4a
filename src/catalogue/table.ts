/**
 * From the bytes of one file to its records: whether it is text, in which encoding and layout, and which of the three
 * files it is.
 */
import { BOM, chosenEncoding, type DetectedEncoding, detectEncoding, type Encoding } from "./encoding.ts";
import { identify } from "./identify.ts";
import { detectSeparator, type Layout, layoutOf, layoutProblems } from "./layout.ts";
import { type Limits, overBytes, overRows } from "./limits.ts";
import { notText } from "./not-text.ts";
import { errorAt } from "./problems.ts";
import { type RawRecord, splitRecords } from "./records.ts";
import { type ChosenReading, quoteProblems } from "./rows.ts";
import type { FileKind, Problem } from "./types.ts";

export type InputFile = {
  /** Base name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which of the three files it is, when a person said so; else its name and content tell. */
  readonly kind?: FileKind;
  /** The encoding, when a person said so. */
  readonly encoding?: Encoding;
  /** How the rows are read, when a person said so. */
  readonly reading?: ChosenReading;
};

export type Text = { readonly file: InputFile; readonly detected: DetectedEncoding };

/** `file` with its encoding, or why it is not read at all. */
export function checkText(file: InputFile, limits: Limits): Text | Problem {
  const { name, bytes } = file;
  const refusal =
    overBytes(bytes.length, name, limits) ??
    notText(bytes, name) ??
    overRows(bytes, name, limits) ??
    emptiness(bytes, name);
  if (refusal !== undefined) return refusal;
  return {
    file,
    detected: file.encoding === undefined ? detectEncoding(bytes, name) : chosenEncoding(bytes, file.encoding),
  };
}

const BLANK_BYTES: ReadonlySet<number> = new Set([...BOM, 0x09, 0x0a, 0x0d, 0x1a, 0x20]);

function emptiness(bytes: Uint8Array, file: string): Problem | undefined {
  if (!bytes.every((byte) => BLANK_BYTES.has(byte))) return undefined;
  return errorAt({ file }, "empty-file", "Le fichier est vide : exportez-le de nouveau depuis le SGL.");
}

/**
 * The encoding of the file that leaves least doubt: one system wrote them all, so the others have it too where their
 * bytes allow.
 */
export function familyEncoding(texts: readonly Text[]): Encoding {
  const [surest] = texts.toSorted((a, b) => a.detected.possible.length - b.detected.possible.length);
  return surest?.detected.encoding ?? "utf-8";
}

/** A file split into records, of a kind that is known. */
export type Table = {
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly layout: Layout;
  readonly reading: ChosenReading;
  readonly records: readonly RawRecord[];
  /** The records that are not blank lines. */
  readonly filled: readonly RawRecord[];
  readonly problems: readonly Problem[];
};

/** A file split into records, of whatever kind. */
export type Records = Omit<Table, "kind">;

/** The records of `text`. `family` is taken for its encoding where its bytes leave a doubt. */
export function recordsOf({ file, detected }: Text, family: Encoding): Records {
  const { name, bytes, reading = {} } = file;
  const { bom } = detected;
  const encoding = detected.possible.includes(family) ? family : detected.encoding;
  const from = bom ? BOM.length : 0;
  const separator = detectSeparator(bytes, from, encoding);
  const records = [...splitRecords(bytes, from, separator, encoding)];
  const filled = records.filter((record) => !isBlank(record));
  const layout = layoutOf(filled, separator);
  const problems = [...detected.problems, ...layoutProblems(filled, layout, name), ...quoteProblems(filled, name)];
  return { name, bytes, encoding, bom, layout, reading, records, filled, problems };
}

/** The records of `text`, or why it is none of the three files. `family` as for `recordsOf`. */
export function readTable(text: Text, family: Encoding): Table | Problem {
  const read = recordsOf(text, family);
  const { kind } = text.file;
  // who says which column is which has seen what the file holds
  if (kind !== undefined && read.reading.columns !== undefined) return { kind, ...read };
  const cells = read.filled.map((record) => record.cells);
  const identified = identify(read.name, cells, read.layout.width, kind);
  return "problem" in identified ? identified.problem : { kind: identified.kind, ...read };
}

/** Spaces alone, or the character by which DOS ended files. */
function isBlank({ cells }: RawRecord): boolean {
  return cells.length === 1 && cells[0]!.replaceAll("\x1a", "").trim() === "";
}
