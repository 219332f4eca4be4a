import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "./read-catalogue.ts";
import type { InputFile } from "./table.ts";

const CHAPTERS = "HEMA;Hématologie;NFS;Hémogramme\r\nBIOC;Biochimie;;\r\n";
const EXAMS = "NFS;Numération;;HEMA;NFS;Sang;1104;GR;Hématies\r\nNFS;Numération;;HEMA;NFS;Sang;1104;GB;Leucocytes\r\n";
const ANALYSES = "GR;Hématies;;;TL;T/L;;SGE;Sang total;QN;;1104\r\nGB;Leucocytes;;;GL;G/L;;SGE;Sang total;QN;;1104\r\n";

const file = (name: string, text: string, encoding = "windows-1252"): InputFile => ({
  name,
  bytes: iconv.encode(text, encoding, { addBOM: false }),
});
const chapters = (text: string): InputFile => file("LOINC_1.csv", text);
const exams = (text: string): InputFile => file("LOINC_2.csv", text);
const analyses = (text: string): InputFile => file("LOINC_3.csv", text);

const read = (...files: InputFile[]) => readCatalogue(files);
/** Severity, code, file, line and column of each problem. */
const told = (...files: InputFile[]): string[] =>
  read(...files).problems.map(
    ({ severity, code, file: name, line, column }) => `${severity} ${code} ${name}:${line}:${column}`,
  );

describe("reading a catalogue", () => {
  it("links three files without a problem", () => {
    const { catalogue, files, problems } = read(chapters(CHAPTERS), exams(EXAMS), analyses(ANALYSES));
    expect(problems).toEqual([]);
    expect(catalogue.chapters.map((chapter) => chapter.label)).toEqual(["Hématologie", "Biochimie"]);
    expect(catalogue.exams).toMatchObject([
      { code: "NFS", chapter: "HEMA", subchapter: "NFS", analyses: ["GR", "GB"] },
    ]);
    expect(catalogue.analyses).toMatchObject([
      { code: "GR", unit: "T/L", nabm: ["1104"], exams: ["NFS"] },
      { code: "GB", unit: "G/L" },
    ]);
    expect(files.map(({ records: _, fields: __, ...about }) => about)).toEqual([
      {
        kind: "chapters",
        name: "LOINC_1.csv",
        encoding: "windows-1252",
        bom: false,
        separator: ";",
        quoting: "none",
        lineEnd: "\r\n",
        width: 4,
        header: false,
      },
      {
        kind: "exams",
        name: "LOINC_2.csv",
        encoding: "windows-1252",
        bom: false,
        separator: ";",
        quoting: "none",
        lineEnd: "\r\n",
        width: 9,
        header: false,
      },
      // Pure ASCII: taken for what the other files are.
      {
        kind: "analyses",
        name: "LOINC_3.csv",
        encoding: "windows-1252",
        bom: false,
        separator: ";",
        quoting: "none",
        lineEnd: "\r\n",
        width: 12,
        header: false,
      },
    ]);
  });

  it.each(["utf-8", "windows-1252", "iso-8859-15"])("gives the same catalogue from %s", (encoding) => {
    const { catalogue } = read(
      file("LOINC_1.csv", CHAPTERS, encoding),
      file("LOINC_2.csv", EXAMS, encoding),
      file("LOINC_3.csv", ANALYSES, encoding),
    );
    expect(catalogue).toEqual(read(chapters(CHAPTERS), exams(EXAMS), analyses(ANALYSES)).catalogue);
  });

  it("takes a file whose bytes fit several encodings for what the surest of the others is", () => {
    const sure = file("LOINC_3.csv", "A;Œstradiol;Sœur;;;;;;;;;\r\n", "iso-8859-15");
    const { files } = read(chapters(CHAPTERS), file("LOINC_2.csv", "N;n;;;;;;A;a\r\n"), sure);
    expect(files.map((one) => one.encoding)).toEqual(["iso-8859-15", "iso-8859-15", "iso-8859-15"]);
  });

  it("reads a byte order mark, a header in another order, quotes, and keeps line numbers", () => {
    const bytes = Buffer.from('\ufeff"Libellé chapitre";"Code chapitre"\n\n"Héma;tologie";"HEMA"\n');
    const { catalogue, files, problems } = read({ name: "LOINC_1.csv", bytes });
    expect(problems).toEqual([]);
    expect(catalogue.chapters).toEqual([{ code: "HEMA", label: "Héma;tologie", subchapters: [] }]);
    expect(files[0]).toMatchObject({
      encoding: "utf-8",
      bom: true,
      header: true,
      quoting: "all",
      lineEnd: "\n",
      width: 2,
    });
    expect(files[0]?.records.map(({ line, role }) => [line, role])).toEqual([
      [1, "header"],
      [2, "blank"],
      [3, "row"],
    ]);
    expect(Buffer.from(files[0]!.records[0]!.bytes).toString()).toBe('"Libellé chapitre";"Code chapitre"');
  });

  it("tells which items each record is about; none when it was refused", () => {
    const { files } = read(
      chapters("HEMA;Hématologie;;Hémogramme\n;;X;Y\nBIOC;Biochimie"),
      exams(EXAMS),
      analyses(ANALYSES),
    );
    expect(files.map((one) => one.records.map((record) => record.items))).toEqual([
      [
        [
          { level: "chapter", code: "HEMA", parent: "" },
          { level: "subchapter", code: "Hémogramme", parent: "HEMA" },
        ],
        [],
        [{ level: "chapter", code: "BIOC", parent: "" }, undefined],
      ],
      [[{ level: "exam", code: "NFS", parent: "" }], [{ level: "exam", code: "NFS", parent: "" }]],
      [[{ level: "analysis", code: "GR", parent: "" }], [{ level: "analysis", code: "GB", parent: "" }]],
    ]);
  });

  it.each([
    ["no LOINC_3", [chapters(CHAPTERS), exams(EXAMS)], [2, 1, 2]],
    ["no LOINC_2", [chapters(CHAPTERS), analyses(ANALYSES)], [2, 0, 2]],
    ["no LOINC_1", [exams(EXAMS), analyses(ANALYSES)], [1, 1, 2]],
    ["none", [], [0, 0, 0]],
  ])("goes on with %s", (_, files, counts) => {
    const { catalogue, problems } = read(...files);
    expect(problems).toEqual([]);
    expect([catalogue.chapters.length, catalogue.exams.length, catalogue.analyses.length]).toEqual(counts);
  });

  it("takes a file for what a person says it is", () => {
    expect(readCatalogue([{ ...file("a.csv", "GR;Hématies\n"), kind: "analyses" }]).catalogue.analyses).toHaveLength(1);
  });

  it("never throws, whatever the bytes", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "é", ";", '"', "\n", "\r", "code analyse", "libellé", " "),
      maxLength: 60,
    });
    const bytes = fc.oneof(
      fc.uint8Array(),
      text.map((one) => iconv.encode(one, "windows-1252")),
    );
    fc.assert(
      fc.property(fc.constantFrom("LOINC_1.csv", "LOINC_2.csv", "LOINC_3.csv", "x.csv"), bytes, (name, content) => {
        readCatalogue([{ name, bytes: content }]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("problems of a whole file", () => {
  it.each([
    ["empty-file", chapters("")],
    ["empty-file", { name: "LOINC_1.csv", bytes: Uint8Array.of(0xef, 0xbb, 0xbf, 0x0d, 0x0a) }],
    ["not-text", chapters("%PDF-1.4")],
    ["utf-16", { name: "LOINC_1.csv", bytes: Buffer.from("\ufeffA;b", "utf16le") }],
    ["unknown-kind", file("a.csv", "x;y")],
    ["wrong-kind", analyses(EXAMS)],
    ["returned-file", file("LOINC_4_transcodage_chapitres.csv", CHAPTERS)],
    ["no-rows", chapters("code chapitre;libellé chapitre\n")],
  ])("%s", (code, one) => {
    expect(told(one)).toEqual([`error ${code} ${one.name}:0:0`]);
  });

  it("file-too-large, too-many-rows: refused before being read", () => {
    expect(readCatalogue([chapters(CHAPTERS)], { maxBytes: 10 })).toMatchObject({
      files: [],
      problems: [{ code: "file-too-large" }],
    });
    expect(readCatalogue([chapters(CHAPTERS)], { maxRows: 1 })).toMatchObject({
      files: [],
      problems: [{ code: "too-many-rows" }],
    });
  });

  it("refuses one file and reads the others", () => {
    const { catalogue, files, problems } = read(analyses("%PDF-1.4"), exams(EXAMS));
    expect(problems.map((problem) => problem.code)).toEqual(["not-text"]);
    expect(files.map((one) => one.kind)).toEqual(["exams"]);
    expect(catalogue.analyses).toHaveLength(2);
  });

  it.each([
    ["other-separator", chapters("HEMA,Hématologie,NFS,Hémogramme\nBIOC,Biochimie,,\n")],
    ["other-separator", chapters("HEMA\tHématologie\tNFS\tHémogramme; formule\nBIOC\tBiochimie\t\t\n")],
    ["old-encoding", file("LOINC_1.csv", CHAPTERS, "cp850")],
    ["uncertain-encoding", { name: "LOINC_1.csv", bytes: Buffer.from([...Buffer.from("A;Hématologie;;"), 0xff]) }],
    [
      "invalid-utf8",
      { name: "LOINC_1.csv", bytes: Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from("A;H\xe9m;;\n", "latin1")]) },
    ],
    ["extra-columns", chapters("HEMA;Hématologie;NFS;Hémogramme;x\nBIOC;Biochimie;;\n")],
    ["missing-columns", chapters("HEMA;Hématologie;NFS;Hémogramme\nBIOC;Biochimie\n")],
    ["empty-rows", chapters(`${CHAPTERS};;;\r\n;;;\r\n`)],
  ])("%s: read all the same", (code, one) => {
    expect(told(one)).toEqual([`warning ${code} LOINC_1.csv:0:0`]);
    expect(read(one).catalogue.chapters.length).toBeGreaterThan(0);
  });

  it("older-export", () => {
    expect(told(file("LOINC_1_20251101.csv", CHAPTERS), file("LOINC_1_20261101.csv", CHAPTERS))).toEqual([
      "warning older-export LOINC_1_20251101.csv:0:0",
    ]);
  });
});

describe("problems of a line", () => {
  it("missing-field: names line and column, keeps the row out, goes on", () => {
    const files = [
      analyses("GR;Hématies;;;;;;;;;;\r\nGB; ;;;;;;;;;;\r\n;Plaquettes;;;;;;;;;;\r\nHB;Hémoglobine;;;;;;;;;;\r\n"),
    ];
    expect(told(...files)).toEqual(["error missing-field LOINC_3.csv:2:2", "error missing-field LOINC_3.csv:3:1"]);
    expect(read(...files).catalogue.analyses.map((analysis) => analysis.code)).toEqual(["GR", "HB"]);
  });

  it("missing-column: a header without a mandatory column", () => {
    expect(told(analyses("code analyse;unité\nGR;T/L\n"))).toEqual(["error missing-column LOINC_3.csv:1:0"]);
  });

  it("unread-columns: headings of something else", () => {
    expect(told(chapters("libellé chapitre;code chapitre;Service\nHémato;H;x\n"))).toEqual([
      "warning unread-columns LOINC_1.csv:1:0",
    ]);
  });

  it("unclosed-quote: line and column, and the next lines are read", () => {
    const files = [analyses('GR;"Hématies;;;;;;;;;;\nGB;Leucocytes;;;;;;;;;;\n')];
    expect(told(...files)).toEqual(["warning unclosed-quote LOINC_3.csv:1:2"]);
    expect(read(...files).catalogue.analyses.map((analysis) => analysis.label)).toEqual(['"Hématies', "Leucocytes"]);
  });

  it("mixed-line-ends: at the first that differs", () => {
    expect(told(chapters("A;a;;\r\nB;b;;\r\nC;c;;\nD;d;;\r\n"))).toEqual(["warning mixed-line-ends LOINC_1.csv:3:0"]);
  });

  it("duplicate-row: the same again", () => {
    expect(told(analyses(ANALYSES + ANALYSES))).toEqual([
      "warning duplicate-row LOINC_3.csv:3:0",
      "warning duplicate-row LOINC_3.csv:4:0",
    ]);
    expect(told(chapters(CHAPTERS + CHAPTERS))).toHaveLength(2);
    expect(told(exams(EXAMS + EXAMS))).toHaveLength(2);
    expect(read(analyses(ANALYSES + ANALYSES)).catalogue.analyses).toHaveLength(2);
  });

  it("conflicting-row: the same code with another content", () => {
    expect(told(analyses(`${ANALYSES}GR;Hématies;;;;%;;;;;;\r\n`))).toEqual(["error conflicting-row LOINC_3.csv:3:0"]);
    expect(told(exams(`${EXAMS}NFS;Autre;;HEMA;NFS;;;PLQ;Plaquettes\r\n`))).toEqual([
      "warning conflicting-row LOINC_2.csv:3:0",
    ]);
    expect(told(chapters(`${CHAPTERS}HEMA;Hémato;X;x\r\n`))).toEqual(["warning conflicting-row LOINC_1.csv:3:0"]);
    expect(told(chapters(`${CHAPTERS}HEMA;Hématologie;NFS;Autre\r\n`))).toEqual([
      "warning conflicting-row LOINC_1.csv:3:0",
    ]);
  });
});

describe("problems between files", () => {
  it("analysis-not-in-results, analysis-not-ordered", () => {
    const alone = analyses("GR;Hématies;;;;;;;;;;\nPLQ;Plaquettes;;;;;;;;;;\n");
    expect(told(exams(EXAMS), alone)).toEqual([
      "warning analysis-not-in-results LOINC_2.csv:2:0",
      "warning analysis-not-ordered LOINC_3.csv:2:0",
    ]);
  });

  it("unknown-chapter, unknown-subchapter", () => {
    const rows = "A;a;;AUTO;;;;x;X\nB;b;;HEMA;ZZZ;;;y;Y\nC;c;;HEMA;NFS;;;z;Z\nD;d;;;;;;t;T\n";
    expect(told(chapters(CHAPTERS), exams(rows))).toEqual([
      "warning unknown-chapter LOINC_2.csv:1:0",
      "warning unknown-subchapter LOINC_2.csv:2:0",
    ]);
  });

  it("tells five of many and counts the rest", () => {
    const many = Array.from({ length: 20 }, (_, i) => `A${i};Analyse ${i};;;;;;;;;;\r\n`).join("");
    const { problems } = read(exams(EXAMS), analyses(ANALYSES + many));
    expect(problems).toHaveLength(6);
    expect(problems[5]?.message).toContain("15 autres");
  });
});
