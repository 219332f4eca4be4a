/**
 * A file of the laboratory as it came: every byte of every record, in order, and what is needed to write more cells
 * beside them.
 */
import type { Encoding } from "./encoding.ts";
import type { FileKind } from "./types.ts";

/** How one record ends; empty for a last record without line end. */
export type LineEnd = "\r\n" | "\n" | "\r" | "";

export type Separator = ";" | "\t" | "," | "|";

/** `all`: every cell that is not empty stands in quotes; `minimal`: some do; `none`: none does. */
export type Quoting = "none" | "minimal" | "all";

/** Names one item of the catalogue. */
export type ItemKey = {
  readonly level: "chapter" | "subchapter" | "exam" | "analysis";
  /** Local code; the label of a chapter or sub-chapter that has none. */
  readonly code: string;
  /** Of a sub-chapter: the key of its chapter; else empty. */
  readonly parent: string;
};

/** One record: usually a line, several when a quoted cell holds line ends. */
export type SourceRecord = {
  /** First line in the file, from 1. */
  readonly line: number;
  /** Exactly as in the file, without line end (and without the file's byte order mark). */
  readonly bytes: Uint8Array;
  readonly lineEnd: LineEnd;
  readonly role: "header" | "row" | "blank";
  /** Decoded, without quotes, not trimmed. */
  readonly cells: readonly string[];
  /**
   * The items that the record is about: of LOINC_1 the chapter and then its sub-chapter (`undefined` when the record
   * names none), of LOINC_2 the exam, of LOINC_3 the analysis. Empty for a header, a blank line and a row that was
   * refused.
   */
  readonly items: readonly (ItemKey | undefined)[];
};

export type SourceFile = {
  readonly kind: FileKind;
  /** Base name. */
  readonly name: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly separator: Separator;
  readonly quoting: Quoting;
  readonly header: boolean;
  /** What each cell of a row is read as (`code`, `unit`…), in order; `undefined`: nothing. */
  readonly fields: readonly (string | undefined)[];
  /** The most frequent one; each record keeps its own. */
  readonly lineEnd: LineEnd;
  /** The most frequent number of cells of a record. */
  readonly width: number;
  readonly records: readonly SourceRecord[];
};
