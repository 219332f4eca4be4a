import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode, type Encoding } from "../catalogue/encoding.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { splitRecords } from "../catalogue/records.ts";
import type { SourceFile } from "../catalogue/source-file.ts";
import type { FileKind } from "../catalogue/types.ts";
import { sglCells } from "./sgl-cells.ts";
import { removeAppended, type SglOptions, sglFile } from "./sgl-files.ts";

const DATE = { date: "2026-11-30" };

const source = (kind: FileKind, bytes: Uint8Array): SourceFile => {
  const { files, problems } = readCatalogue([{ name: "f.csv", bytes, kind }]);
  if (files[0] === undefined) throw new Error(problems[0]?.message);
  return files[0];
};

/** The file written back for `text`, every item coded `718-7` with the label `name`. */
const back = (
  kind: FileKind,
  text: string,
  name = "Hémoglobine",
  options: SglOptions = DATE,
  encoding: Encoding = "utf-8",
): string => {
  const file = source(kind, iconv.encode(text, encoding));
  return decode(
    sglFile(
      file,
      sglCells(() => ({ loinc: "718-7", name })),
      options,
    ).bytes,
    file.encoding,
  );
};

describe("the files that go back", () => {
  it("have four cells more for chapters, two for exams and analyses, and their names", () => {
    expect(back("chapters", "H;Hémato;N;NFS\r\nB;Bioch;;\r\n", "x")).toBe(
      "H;Hémato;N;NFS;718-7;x;718-7;x\r\nB;Bioch;;;718-7;x;;\r\n",
    );
    expect(back("exams", "N;NFS;;;;;;GR;Hématies\n")).toBe("N;NFS;;;;;;GR;Hématies;718-7;Hémoglobine\n");
    expect(back("analyses", "HB;Hb;;;;;;;;;;\n")).toBe("HB;Hb;;;;;;;;;;;718-7;Hémoglobine\n");
    const file = source("analyses", Buffer.from("HB;Hb;;;;;;;;;;"));
    expect(sglFile(file, () => [], DATE).name).toBe("LOINC_6_transcodage_demandes_20261130.csv");
    expect(
      sglFile(file, () => [], { ...DATE, names: { analyses: "LOINC_6_transcodage_resultats_AAAAMMJJ.csv" } }).name,
    ).toBe("LOINC_6_transcodage_resultats_20261130.csv");
  });

  it("keep blank lines, a last record without line end, and mixed line ends", () => {
    expect(back("analyses", "A;a;;;;;;;;;;\n\r\nB;b;;;;;;;;;;\r\n \nC;c;;;;;;;;;;", "x")).toBe(
      "A;a;;;;;;;;;;;718-7;x\n\r\nB;b;;;;;;;;;;;718-7;x\r\n \nC;c;;;;;;;;;;;718-7;x",
    );
  });

  it("put codes in one column: missing trailing columns are added, unless that is not wanted", () => {
    expect(back("analyses", "A;a\nB;b;;;;;;;;;;\n", "x")).toBe("A;a;;;;;;;;;;;718-7;x\nB;b;;;;;;;;;;;718-7;x\n");
    expect(back("analyses", "A;a\nB;b;;;;;;;;;;\n", "x", { ...DATE, pad: false })).toBe(
      "A;a;718-7;x\nB;b;;;;;;;;;;;718-7;x\n",
    );
    // Most rows end on one separator more than they need.
    expect(back("chapters", "A;a;;;\nB;b;;;\nC;c;;\n", "x")).toBe(
      "A;a;;;;718-7;x;;\nB;b;;;;718-7;x;;\nC;c;;;;718-7;x;;\n",
    );
    expect(back("chapters", "A;a;;\nB;b;;\nC;c;;;;trop\n", "x")).toBe(
      "A;a;;;718-7;x;;\nB;b;;;718-7;x;;\nC;c;;;;trop;718-7;x;;\n",
    );
  });

  it("name the new columns when there is a header", () => {
    expect(back("analyses", "code;libellé\nA;a\n", "x", { ...DATE, pad: false })).toBe(
      "code;libellé;Code LOINC;Libellé LOINC\nA;a;718-7;x\n",
    );
    expect(
      back("chapters", "code chapitre;libellé chapitre;code sous-chapitre;libellé sous-chapitre\n")
        .split(";")
        .slice(4)
        .join(";"),
    ).toBe("Code LOINC chapitre;Libellé LOINC chapitre;Code LOINC sous-chapitre;Libellé LOINC sous-chapitre\n");
  });

  it("quote as the input does, and where a cell needs it", () => {
    expect(back("analyses", '"A";"a";;;;;;;;;;\n')).toBe('"A";"a";;;;;;;;;;;"718-7";"Hémoglobine"\n');
    expect(back("analyses", "A;a;;;;;;;;;;\n", 'x; "y"')).toBe('A;a;;;;;;;;;;;718-7;"x; ""y"""\n');
    expect(back("analyses", "A\ta\t\t\t\t\t\t\t\t\t\t\n", "x; y")).toBe("A\ta\t\t\t\t\t\t\t\t\t\t\t718-7\tx; y\n");
    expect(back("analyses", 'A;"a\nsuite";;;;;;;;;;\nB;b;;;;;;;;;;', "x")).toBe(
      'A;"a\nsuite";;;;;;;;;;;718-7;x\nB;b;;;;;;;;;;;718-7;x',
    );
  });

  it("give refused rows back with empty cells", () => {
    expect(back("analyses", ";sans code;;;;;;;;;;\nB;b;;;;;;;;;;\n", "x")).toBe(
      ";sans code;;;;;;;;;;;;\nB;b;;;;;;;;;;;718-7;x\n",
    );
  });

  it.each([
    ["windows-1252", "H\xe9matologie", "17 b\xeata-\x9cstradiol >= 2"],
    ["iso-8859-15", "H\xe9matologie c\xbdur", "17 b\xeata-\xbdstradiol >= 2"],
    ["cp850", "H\x82matologie", "17 b\x88ta-oestradiol >= 2"],
    ["macroman", "H\x8ematologie", "17 b\x90ta-\xcfstradiol \xb3 2"],
    ["utf-8", "\xef\xbb\xbfH\xc3\xa9matologie", "17 \xce\xb2-\xc5\x93stradiol \xe2\x89\xa5 2"],
  ])("are written in the encoding of the input: %s", (encoding, label, added) => {
    const file = source("chapters", Buffer.from(`${label};${label};;\r\n`, "latin1"));
    expect(file.encoding).toBe(encoding);
    const { bytes } = sglFile(file, () => ["", "17 β-œstradiol ≥ 2"], DATE);
    expect(Buffer.from(bytes).toString("latin1")).toBe(`${label};${label};;;;${added};;\r\n`);
  });

  it("respelled-character: a warning for each character that the encoding lacks", () => {
    const file = source("analyses", iconv.encode("A;é;;;;;;;;;;\nB;b;;;;;;;;;;\n", "windows-1252"));
    const { problems } = sglFile(
      file,
      sglCells(() => ({ loinc: "1-8", name: "β β ≥" })),
      DATE,
    );
    expect(problems).toMatchObject([
      { severity: "warning", code: "respelled-character", file: "LOINC_6_transcodage_demandes_20261130.csv", line: 1 },
      { severity: "warning", code: "respelled-character", line: 1 },
    ]);
    expect(problems[0]?.message).toContain(
      "« β » n'existe pas dans l'encodage du fichier (windows-1252) : il est écrit « bêta » (4 fois)",
    );
  });
});

describe("what was added can be removed", () => {
  const kinds = fc.constantFrom<FileKind>("chapters", "exams", "analyses");
  const encodings = fc.constantFrom<Encoding>("utf-8", "windows-1252", "iso-8859-15", "cp850", "macroman");
  const lineEnds = fc.constantFrom("\r\n", "\n", "\r");
  const cell = fc.string({
    unit: fc.constantFrom("a", "B", "7", " ", "é", "à", "µ", '"', ";", "\n", "\r\n"),
    maxLength: 6,
  });
  const headers: { readonly [kind in FileKind]: string } = {
    chapters: "libellé chapitre;code chapitre",
    exams: "code examen;libellé examen;code analyse;libellé analyse",
    analyses: "code;libellé;unité;technique;échelle",
  };
  const written = fc.record({
    kind: kinds,
    encoding: encodings,
    bom: fc.boolean(),
    header: fc.boolean(),
    all: fc.boolean(),
    rows: fc.array(
      fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 14 }), lineEnd: lineEnds, blanks: fc.nat(2) }),
      { minLength: 1, maxLength: 6 },
    ),
    lastLineEnd: fc.boolean(),
    blankLines: fc.nat(3),
  });
  type Written = typeof written extends fc.Arbitrary<infer Value> ? Value : never;

  const bytesOf = ({ kind, encoding, bom, header, all, rows, lastLineEnd, blankLines }: Written): Uint8Array => {
    const write = (text: string): string => (all || /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = rows.map(({ cells, lineEnd, blanks }, i) => {
      const end = i === rows.length - 1 && !lastLineEnd ? "" : lineEnd + lineEnd.repeat(blanks);
      return cells.map(write).join(";") + end;
    });
    const text = (header ? `${headers[kind]}\n` : "") + lines.join("") + (lastLineEnd ? "\n".repeat(blankLines) : "");
    return Buffer.concat([
      Buffer.from(bom && encoding === "utf-8" ? [0xef, 0xbb, 0xbf] : []),
      iconv.encode(text, encoding),
    ]);
  };
  const codeOf = sglCells(
    (_, code) => (code.length % 2 === 0 ? undefined : { loinc: "718-7", name: `β-${code}; "é"` }),
    "AUCUN",
  );

  it("which gives the input byte for byte, whatever the cells, encoding, quotes, line ends, header, columns and blank lines", () => {
    let read = 0;
    fc.assert(
      fc.property(written, fc.boolean(), (one, pad) => {
        const bytes = bytesOf(one);
        const [file] = readCatalogue([{ name: "f.csv", bytes, kind: one.kind }]).files;
        if (file === undefined) return;
        read++;
        const out = sglFile(file, codeOf, { ...DATE, pad });
        expect(Buffer.compare(removeAppended(out), bytes)).toBe(0);
        expect(out.appended.every((span) => span.length > 0)).toBe(true);
        rereads(file, out.bytes);
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it("also from any bytes that are read at all", () => {
    fc.assert(
      fc.property(
        kinds,
        fc.string({ unit: fc.constantFrom("a", "\xe9", "\x8d", ";", '"', "\r", "\n"), maxLength: 80 }),
        (kind, text) => {
          const bytes = Buffer.from(text, "latin1");
          const [file] = readCatalogue([{ name: "f.csv", bytes, kind }]).files;
          if (file !== undefined) expect(Buffer.compare(removeAppended(sglFile(file, codeOf, DATE)), bytes)).toBe(0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  /**
   * A reader of the table finds the input's cells in their places, the added ones after them, and blank lines blank.
   */
  function rereads(file: SourceFile, bytes: Uint8Array): void {
    const records = [...splitRecords(bytes, file.bom ? 3 : 0, file.separator, file.encoding)];
    expect(records).toHaveLength(file.records.length);
    const added = file.kind === "chapters" ? 4 : 2;
    for (const [i, record] of file.records.entries()) {
      const cells = records[i]?.cells ?? [];
      expect(cells.slice(0, record.cells.length)).toEqual(record.cells);
      if (record.role === "blank") expect(cells).toEqual(record.cells);
      else expect(cells.length).toBeGreaterThanOrEqual(record.cells.length + added);
    }
  }
});
