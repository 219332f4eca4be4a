import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Encoding, encode } from "./encoding.ts";
import { splitRecords } from "./records.ts";
import type { Separator } from "./source-file.ts";

const split = (text: string, separator: Separator = ";", encoding: Encoding = "utf-8") => [
  ...splitRecords(encode(text, encoding), 0, separator, encoding),
];
const cells = (text: string, separator?: Separator) => split(text, separator).map((record) => record.cells);

describe("records", () => {
  it("ends them by CRLF, LF, CR or the end of the file", () => {
    const records = split("a;b\r\nc\nd\re");
    expect(records.map((record) => record.cells)).toEqual([["a", "b"], ["c"], ["d"], ["e"]]);
    expect(records.map((record) => record.lineEnd)).toEqual(["\r\n", "\n", "\r", ""]);
  });

  it("keeps empty cells and blank lines", () => {
    expect(cells(";a;\n\n;\n")).toEqual([["", "a", ""], [""], ["", ""]]);
    expect(cells("")).toEqual([]);
  });

  it("reads separators, doubled quotes and line ends inside quotes, and counts lines rightly", () => {
    const records = split('"a;b";"c ""d"""\n"e\r\nf";g\nh');
    expect(records.map((record) => record.cells)).toEqual([["a;b", 'c "d"'], ["e\r\nf", "g"], ["h"]]);
    expect(records.map((record) => record.line)).toEqual([1, 2, 4]);
  });

  it("takes a quote inside a cell for data", () => {
    const [record] = split('TP 12";5" 7;x');
    expect(record).toMatchObject({ cells: ['TP 12"', '5" 7', "x"], unclosed: [] });
  });

  it.each([
    ["until the end of the file", 'A;"ouvert;x\nB;b;y\nC;c;z'],
    ["but there are quoted cells later", 'A;"ouvert;x\nB;"b";y\nC;"c";z'],
    ["at the end of its line", 'A;x;"ouvert\n"B";"b";y\nC;c;z'],
  ])("does not let an unclosed quote swallow the file: %s", (_, text) => {
    const records = split(text);
    expect(records).toHaveLength(3);
    expect(records[0]?.unclosed).toHaveLength(1);
    expect(records[0]?.cells).toContain('"ouvert');
    expect(records[2]?.cells.slice(0, 2)).toEqual(["C", "c"]);
  });

  it("does not let it swallow more than some lines when a stray quote seems to close it", () => {
    const text = `A;"ouvert;x\n${"B;b;y\n".repeat(30)}C;12";z\n`;
    expect(split(text)).toHaveLength(32);
  });

  it("reads a cell that opens with a quoted word as it is", () => {
    expect(split('"AAN" positif;x')[0]).toMatchObject({ cells: ['"AAN" positif', "x"], unclosed: [1] });
  });

  it("gives back every byte of any input", () => {
    const anyBytes = fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: fc.constantFrom("a", ";", '"', "\r", "\n", "é") }).map((text) => encode(text, "windows-1252")),
    );
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const records = [...splitRecords(bytes, 0, ";", "windows-1252")];
        const back = Buffer.concat(
          records.flatMap(({ start, end, lineEnd }) => [bytes.subarray(start, end), Buffer.from(lineEnd)]),
        );
        expect(Buffer.compare(back, bytes)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it("reads back whatever cells were written, in any encoding, with any separator", () => {
    const separators: readonly Separator[] = [";", ",", "\t", "|"];
    const character = fc.constantFrom("a", "B", "7", " ", "é", "µ", "œ", '"', ";", ",", "\t", "|", "\n", "\r");
    const table = fc.array(fc.array(fc.string({ unit: character, maxLength: 8 }), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...separators),
        fc.constantFrom<Encoding>("utf-8", "windows-1252", "iso-8859-15"),
        fc.constantFrom("\r\n", "\n", "\r"),
        fc.boolean(),
        (rows, separator, encoding, lineEnd, all) => {
          const write = (cell: string): string =>
            all || /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
          const text = rows.map((row) => row.map(write).join(separator) + lineEnd).join("");
          expect(split(text, separator, encoding).map((record) => record.cells)).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });
});
