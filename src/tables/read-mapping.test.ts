import { execFileSync } from "node:child_process";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { mappingOf } from "../../test/a-mapping.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { loincCodes } from "./loinc-cell.ts";
import type { MappingTable } from "./mapping.ts";

const told = ({ rows }: MappingTable): string[][] => rows.map(({ shown, label, loinc }) => [shown, label, loinc]);
const problems = (table: MappingTable): string[] => table.problems.map(({ code }) => code);

describe("CSV and TSV", () => {
  it("finds the columns by their headings, whatever their order and encoding", async () => {
    const text = "Libellé LOINC;Milieu;Code LOINC;Unité;Libellé;Code\r\nSodium;Sérum;2951-2;mmol/L;Natrémie;NA\r\n";
    for (const encoding of ["utf8", "windows-1252"]) {
      const table = await mappingOf(iconv.encode(text, encoding));
      expect(told(table)).toEqual([["NA", "Natrémie", "2951-2"]]);
      expect(table.rows[0]!.name).toBe("Sodium");
      expect(table.catalogue.analyses[0]).toMatchObject({ unit: "mmol/L", specimen: "Sérum" });
      expect(problems(table)).toEqual([]);
    }
  });

  it("finds them by what they hold when there are no headings", async () => {
    const rows = [
      "NA\tSodium\tmmol/L\tSérum\t2951-2",
      "K\tPotassium\tmmol/L\tSérum\t2823-3",
      "NAU\tSodium urinaire\tmmol/L\tUrines\t2955-3",
    ];
    const table = await mappingOf(rows.join("\n"));
    expect(told(table)).toEqual([
      ["NA", "Sodium", "2951-2"],
      ["K", "Potassium", "2823-3"],
      ["NAU", "Sodium urinaire", "2955-3"],
    ]);
    expect(table.catalogue.analyses[2]).toMatchObject({ unit: "mmol/L", specimen: "Urines" });
  });

  it("takes the columns that a person says, by title, letter or number", async () => {
    const text = "a;b;c\n2951-2;Sodium;x\n";
    for (const columns of [
      { loinc: "a", label: "b" },
      { loinc: "A", label: "B" },
      { loinc: "1", label: "2" },
    ])
      expect((await mappingOf(text, "t.csv", columns)).rows[0]).toMatchObject({ loinc: "2951-2", label: "Sodium" });
    const wrong = await mappingOf(text, "t.csv", { loinc: "code" });
    expect(problems(wrong)).toEqual(["no-such-column"]);
    expect(wrong.problems[0]!.message).toContain("« code »");
  });

  it("says what is missing", async () => {
    expect(problems(await mappingOf("code;libelle\nNA;Sodium\n"))).toEqual(["no-loinc-column"]);
    expect(problems(await mappingOf("Code LOINC\n2951-2\n"))).toContain("no-label-column");
    expect(problems(await mappingOf("code;libelle;code loinc\n"))).toEqual(["no-rows"]);
    expect(problems(await mappingOf(""))).toEqual(["empty-file"]);
  });

  it("keeps rows of one local code apart when they say different things, and together when they say the same", async () => {
    const table = await mappingOf(
      "examen;code;libelle;unite;loinc\nA;GLY;Glucose;g/L;2345-7\nB;GLY;Glucose;g/L;2345-7\nB;GLY;Glucose;mmol/L;14749-6\n",
    );
    expect(table.rows.map(({ shown, code, loinc }) => [shown, code, loinc])).toEqual([
      ["GLY", "GLY", "2345-7"],
      ["GLY", "GLY#2", "14749-6"],
    ]);
    expect(table.catalogue.analyses.map(({ exams }) => exams)).toEqual([["A", "B"], ["B"]]);
    expect(table.catalogue.exams.map(({ analyses }) => analyses)).toEqual([["GLY"], ["GLY", "GLY#2"]]);
  });

  it("reads exams and chapters where a column says so", async () => {
    const table = await mappingOf(
      "niveau;code;libelle;loinc\nexamen;BIL;Bilan lipidique;24331-1\nchapitre;BIO;Biochimie;18719-5\nanalyse;NA;Sodium;2951-2\n",
    );
    expect(table.rows.map(({ level }) => level)).toEqual(["exam", "chapter", "analysis"]);
  });

  it("never throws, and says each row's own line", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 }), { maxLength: 8 }),
        async (rows) => {
          const table = await mappingOf(`code;libelle;loinc\n${rows.map((cells) => cells.join(";")).join("\n")}`);
          for (const row of table.rows) expect(row.line).toBeGreaterThan(1);
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => void (await mappingOf(bytes))),
    );
  });
});

describe("a cell of codes", () => {
  it.each([
    ["2951-2", ["2951-2"]],
    [" LOINC:2951-2 ", ["2951-2"]],
    ["http://loinc.org/rdf/2951-2", ["2951-2"]],
    ["2951–2", ["2951-2"]],
    ["2951-2; 2947-0", ["2951-2", "2947-0"]],
    ["2951-2 2947-0", ["2951-2", "2947-0"]],
    ["néant", []],
    ["", []],
    ["29512", ["29512"]],
  ])("%s", (cell, codes) => expect(loincCodes(cell)).toEqual(codes));
});

describe("a workbook", () => {
  const text = (value: string) => ({ value, type: String });
  const sheet = (name: string, rows: string[][]) => ({ sheet: name, data: rows.map((cells) => cells.map(text)) });

  it("is read in the first sheet that has codes, or the one that is named", async () => {
    const bytes = await writeXlsxFile([
      sheet("Lisez-moi", [
        ["Bonjour", ""],
        ["à tous", ""],
      ]),
      sheet("Table", [
        ["Code", "Libellé", "LOINC"],
        ["007", "Sodium", "2951-2"],
        ["'=K", "Potassium", "2823-3"],
      ]),
      sheet("Autre", [
        ["Code", "Libellé", "LOINC"],
        ["CL", "Chlorures", "2075-0"],
      ]),
    ]).toBuffer();
    expect(told(await mappingOf(bytes, "t.xlsx"))).toEqual([
      ["007", "Sodium", "2951-2"],
      ["=K", "Potassium", "2823-3"],
    ]);
    const { readMapping } = await import("./load-mapping.ts");
    const { readers } = await import("../../test/a-mapping.ts");
    const named = (name: string) => readMapping({ name: "t.xlsx", bytes }, { columns: {}, readers, sheet: name });
    expect(told(await named("Autre"))).toEqual([["CL", "Chlorures", "2075-0"]]);
    expect(problems(await named("Rien"))).toEqual(["no-such-sheet"]);
  });

  it("is refused when it is damaged", async () => {
    expect(problems(await mappingOf(Buffer.from("PK\x03\x04 et rien d'autre"), "t.xlsx"))).toEqual([
      "damaged-workbook",
    ]);
  });

  it("is refused when it would unpack to far more than a table", async () => {
    const folder = temporaryFolder();
    const script = `import zipfile,sys
z=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED)
f=z.open("xl/worksheets/sheet1.xml","w",force_zip64=True)
for i in range(600): f.write(b"0"*1048576)
f.close(); z.close()`;
    const path = folder.write("bombe.xlsx", "");
    execFileSync("python3", ["-c", script, path]);
    const { readFileSync } = await import("node:fs");
    expect(problems(await mappingOf(readFileSync(path), "bombe.xlsx"))).toEqual(["workbook-too-large"]);
  });
});

describe("SSSOM", () => {
  const head =
    "#curie_map:\n#  LAB: https://example.org/lab/\nsubject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tunit\tpredicate_modifier\n";

  it("maps subjects to LOINC objects, with columns of its own", async () => {
    const table = await mappingOf(
      `${head}LAB:NA\tSodium\tskos:exactMatch\tLOINC:2951-2\tSodium [Moles/volume]\tsemapv:ManualMappingCuration\tmmol/L\t\nLAB:K\tPotassium\tskos:exactMatch\thttps://loinc.org/2823-3\t\tsemapv:x\tmmol/L\t\nLAB:X\tX\tskos:exactMatch\tLOINC:1-8\t\tsemapv:x\t\tNot\nLAB:Y\tY\tskos:exactMatch\tSNOMED:1\t\tsemapv:x\t\t\n`,
      "t.sssom.tsv",
    );
    expect(table.format).toBe("sssom");
    expect(told(table)).toEqual([
      ["NA", "Sodium", "2951-2"],
      ["K", "Potassium", "2823-3"],
    ]);
    expect(table.catalogue.analyses[0]!.unit).toBe("mmol/L");
  });

  it("maps LOINC subjects to local objects too", async () => {
    const table = await mappingOf(
      `${head}LOINC:2951-2\tSodium\tskos:exactMatch\tLAB:NA\tNatrémie\tsemapv:x\t\t\n`,
      "t.tsv",
    );
    expect(told(table)).toEqual([["NA", "Natrémie", "2951-2"]]);
  });

  it("says when nothing leads to LOINC", async () => {
    expect(problems(await mappingOf(`${head}A:1\ta\tskos:exactMatch\tB:2\tb\tsemapv:x\t\t\n`, "t.tsv"))).toEqual([
      "no-loinc-mapping",
    ]);
  });
});

describe("a ConceptMap", () => {
  const target = (code: string, more: object = {}) => ({
    code,
    display: `name of ${code}`,
    equivalence: "equivalent",
    ...more,
  });
  const map = (group: unknown) => JSON.stringify({ resourceType: "ConceptMap", status: "draft", group });

  it("maps elements of groups that lead to LOINC (R4)", async () => {
    const table = await mappingOf(
      map([
        {
          source: "urn:labo",
          target: "http://loinc.org",
          element: [
            {
              code: "NA",
              display: "Sodium",
              target: [target("2951-2", { dependsOn: [{ property: "urn:labo#unit", value: "mmol/L" }] })],
            },
            { code: "ZZ", display: "Autre", target: [target("", { equivalence: "unmatched" })] },
          ],
        },
        { source: "urn:labo", target: "http://snomed.info/sct", element: [{ code: "NA", target: [target("1")] }] },
      ]),
      "map.json",
    );
    expect(told(table)).toEqual([
      ["NA", "Sodium", "2951-2"],
      ["ZZ", "Autre", ""],
    ]);
    expect(table.catalogue.analyses[0]!.unit).toBe("mmol/L");
  });

  it("reads R5 and Bundles, exams apart, and maps from LOINC", async () => {
    const conceptMap = {
      resourceType: "ConceptMap",
      group: [
        {
          source: "urn:labo:examens",
          target: "http://loinc.org|2.81",
          element: [{ code: "BIL", display: "Bilan", target: [{ code: "24331-1", relationship: "equivalent" }] }],
        },
        {
          source: "http://loinc.org",
          target: "urn:labo",
          element: [{ code: "2823-3", target: [{ code: "K", display: "Potassium", relationship: "equivalent" }] }],
        },
      ],
    };
    const table = await mappingOf(
      JSON.stringify({ resourceType: "Bundle", entry: [{ resource: conceptMap }] }),
      "b.json",
    );
    expect(table.rows.map(({ level, shown, loinc }) => [level, shown, loinc])).toEqual([
      ["exam", "BIL", "24331-1"],
      ["analysis", "K", "2823-3"],
    ]);
  });

  it("never throws, and says what it is not", async () => {
    expect(problems(await mappingOf("{ pas du json", "m.json"))).toEqual(["damaged-json"]);
    expect(problems(await mappingOf('{"resourceType":"Patient"}', "m.json"))).toEqual(["no-concept-map"]);
    expect(problems(await mappingOf(map([]), "m.json"))).toEqual(["no-loinc-mapping"]);
    await fc.assert(
      fc.asyncProperty(fc.json(), async (group) => {
        await mappingOf(
          `{"resourceType":"ConceptMap","group":[{"source":"x","target":"http://loinc.org","element":[${group}]}]}`,
          "m.json",
        );
      }),
    );
  });
});
