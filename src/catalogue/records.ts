/**
 * Bytes split into records and cells. By hand rather than by csv-parse: the table that goes back must hold every byte
 * of every record, and its parser neither says where a record and its line end lie nor goes on after a quote that is
 * never closed.
 */
import { decode, type Encoding } from "./encoding.ts";
import type { LineEnd, Separator } from "./source-file.ts";

/** A record as it stands in the bytes. */
export type RawRecord = {
  /** First line, from 1. */
  readonly line: number;
  /** Offset of the first byte. */
  readonly start: number;
  /** Offset after the last byte, before the line end. */
  readonly end: number;
  readonly lineEnd: LineEnd;
  readonly cells: readonly string[];
  /** How many cells stand in quotes. */
  readonly quoted: number;
  /** How many cells are not empty and stand without quotes. */
  readonly bare: number;
  /** Columns, from 1, of cells that open a quote without closing it rightly: they were read as they are. */
  readonly unclosed: readonly number[];
};

/** A quoted cell that goes over more lines has rather lost its closing quote. */
const MOST_LINES_IN_A_CELL = 20;

const NOT_ASCII = /[\u0080-\u00ff]/;

/**
 * The records of `bytes` from offset `from`, one after the other: their bytes and line ends together are all the bytes.
 * CRLF, LF and CR end a record outside quotes. A quote counts only at the start of a cell; when it is not closed before
 * a separator or a line end, the cell is data.
 */
export function* splitRecords(
  bytes: Uint8Array,
  from: number,
  separator: Separator,
  encoding: Encoding,
): Generator<RawRecord> {
  // One character a byte: offsets in `view` are offsets in the bytes.
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const textOf = (start: number, end: number): string => {
    const slice = view.slice(start, end);
    return NOT_ASCII.test(slice) ? decode(bytes.subarray(start, end), encoding) : slice;
  };
  let at = from;
  let line = 1;
  while (at < view.length) {
    const start = at;
    const firstLine = line;
    const cells: string[] = [];
    const unclosed: number[] = [];
    let quoted = 0;
    let bare = 0;
    for (;;) {
      const close = view[at] === '"' ? closingQuote(view, at, separator) : undefined;
      const end = close === undefined ? endOfCell(view, at, separator) : close + 1;
      if (close !== undefined) {
        cells.push(textOf(at + 1, close).replaceAll('""', '"'));
        line += lineEndsIn(view.slice(at, close));
        quoted++;
      } else {
        cells.push(textOf(at, end));
        if (view[at] === '"') unclosed.push(cells.length);
        if (end > at) bare++;
      }
      at = end;
      if (view[at] !== separator) break;
      at++;
    }
    const end = at;
    const lineEnd = lineEndAt(view, at);
    at += lineEnd.length;
    line++;
    yield { line: firstLine, start, end, lineEnd, cells, quoted, bare, unclosed };
  }
}

/**
 * Offset of the quote that closes the one at `open`, `undefined` when text follows it, when there is none, or when it
 * is too far.
 */
function closingQuote(view: string, open: number, separator: Separator): number | undefined {
  let quote = view.indexOf('"', open + 1);
  while (quote >= 0 && view[quote + 1] === '"') quote = view.indexOf('"', quote + 2);
  if (quote < 0) return undefined;
  const next = view[quote + 1];
  const closes = next === undefined || next === separator || next === "\n" || next === "\r";
  return closes && lineEndsIn(view.slice(open, quote)) < MOST_LINES_IN_A_CELL ? quote : undefined;
}

function endOfCell(view: string, start: number, separator: Separator): number {
  let at = start;
  while (at < view.length && view[at] !== separator && view[at] !== "\n" && view[at] !== "\r") at++;
  return at;
}

function lineEndAt(view: string, at: number): LineEnd {
  if (view[at] === "\n") return "\n";
  if (view[at] !== "\r") return "";
  return view[at + 1] === "\n" ? "\r\n" : "\r";
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
