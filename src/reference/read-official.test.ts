import { describe, expect, it } from "vitest";
import {
  archiveFiles,
  biologieFr,
  circuitXlsx,
  loincZip,
  officialCsv,
  starterTerm,
  xlsx,
} from "../../test/official-files.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { findTerm } from "../loinc/release.ts";
import { loadStarter } from "../loinc/starter.ts";
import { frenchLabel, frenchName } from "./french-names.ts";
import { type ReadOptions, type ReadReferences, readOfficial } from "./read-official.ts";
import { encodeReference } from "./reference-pack.ts";

const folder = temporaryFolder();
const starter = loadStarter();
const read = (paths: readonly string[], more: Partial<ReadOptions> = {}): Promise<ReadReferences> =>
  readOfficial(paths, { starter, now: "2026-11-27T10:00:00.000Z", ...more });
const said = ({ problems }: ReadReferences): string[] =>
  problems.map(({ severity, code, file, line, column }) => `${severity} ${code} ${file} ${line}:${column}`);

const ARCHIVE = {
  terms: ["2345-7", "14749-6", "24331-1", "2093-3"].map((code) => starterTerm(code)),
  mapTo: [
    ["35211-2", "14749-6", ""],
    ["35211-2", "2345-7", "Mass concentration"],
  ],
  panels: { "24331-1": ["2093-3", "14749-6"] },
  french: [
    ["2345-7", "Glucose", "Sérum/Plasma", "Glucose [Masse/Volume] Sérum/Plasma ; Numérique", "sucre; Sérum"],
    ["14749-6", "Glucose", "Sérum/Plasma", "", "Sérum"],
    ["2093-3", "Cholestérol", "Sérum/Plasma", "", "Sérum"],
    ["24331-1", "Bilan lipidique", "Sérum/Plasma", "", "Sérum"],
    ["718-7", "Hémoglobine", "Sang", "", "Sérum"],
  ],
  parts: [
    ["Glucose", "Glucose"],
    ["Cholesterol", "Total cholesterol"],
  ],
  notices: { "2093-3": "Copyright © Somebody. Used with permission." },
} as const;

it("a pack names no place outside the folder that it is installed in", async () => {
  const [made] = (await read([folder.write("Loinc_2.80.zip", loincZip(ARCHIVE))])).references;
  const pack = (facts: object) =>
    folder.write("autre.pack", encodeReference({ ...made!, facts: { ...made!.facts, added: "", ...facts } }));
  const { references } = await read([pack({ version: "../../2.80" })]);
  expect(references[0]!.facts).toMatchObject({ version: "..-..-2.80", added: "2026-11-27T10:00:00.000Z" });
  expect(said(await read([pack({ kind: "../loinc" })]))).toEqual(["error damaged-pack autre.pack 0:0"]);
});

describe("the official archive", () => {
  it("gives the table and what stands beside it", async () => {
    const result = await read([folder.write("Loinc_2.81.zip", loincZip(ARCHIVE))]);
    expect(result.problems).toEqual([]);
    const [{ facts, release, companions }] = result.references as [ReadReferences["references"][number]];
    expect(facts).toMatchObject({
      kind: "loinc",
      version: "2.81",
      title: "LOINC 2.81",
      sources: ["Loinc_2.81.zip"],
      added: "2026-11-27T10:00:00.000Z",
      counts: { terms: 4, frenchNames: 5, replacements: 1, panels: 1, parts: 1 },
    });
    expect(facts.sourceHash).toMatch(/^[\da-f]{64}$/);
    expect(release!.info).toEqual({
      title: "LOINC 2.81",
      version: "2.81",
      source: "Loinc_2.81.zip/LoincTable/Loinc.csv",
    });
    // our search words come from the starter, as for any table
    expect(findTerm(release!, "14749-6")).toEqual(findTerm(starter, "14749-6"));
    expect(companions.replacements.get("35211-2")).toEqual([
      { code: "14749-6", comment: "" },
      { code: "2345-7", comment: "Mass concentration" },
    ]);
    expect(companions.panels).toEqual(new Map([["24331-1", ["2093-3", "14749-6"]]]));
    expect(companions.partNames).toEqual(new Map([["Cholesterol", "Total cholesterol"]]));
    expect(companions.notices.get("2093-3")).toContain("Somebody");
    expect(frenchLabel(companions.french, "2345-7")).toBe("Glucose [Masse/Volume] Sérum/Plasma ; Numérique");
    expect(frenchLabel(companions.french, "14749-6")).toBeUndefined();
    // a word that stands beside many analytes is a specimen, no synonym
    expect(frenchName(companions.french, "2345-7")).toMatchObject({ component: "Glucose", synonyms: "sucre" });
  });

  it("is the same as a folder, and as tables that are given one by one under other names", async () => {
    const files = archiveFiles(ARCHIVE);
    for (const [name, text] of Object.entries(files)) folder.write(`Loinc_2.81/${name}`, text);
    const [unpacked] = (await read([`${folder.path}/Loinc_2.81`])).references;
    const single = Object.entries(files).filter(([name]) => !name.startsWith("AccessoryFiles/LinguisticVariants/de"));
    const paths = single.map(([, text], i) => folder.write(`table ${i}.csv`, text));
    const [apart] = (await read(paths, { version: "2.81" })).references;
    for (const one of [unpacked, apart]) {
      expect(one!.facts.counts).toEqual({ terms: 4, frenchNames: 5, replacements: 1, panels: 1, parts: 1 });
      expect(one!.facts.version).toBe("2.81");
    }
  });

  it("takes its version from its terms when its name does not say it", async () => {
    const terms = [starterTerm("2345-7")];
    const zip = loincZip({ terms, version: "2.8" });
    expect((await read([folder.write("archive.zip", zip)])).references[0]!.facts.version).toBe("2.8");
    const later = folder.write("Loinc.csv", archiveFiles({ terms, version: "2.10" })["LoincTable/Loinc.csv"]!);
    expect((await read([later])).references[0]!.facts.title).toBe("LOINC 2.10");
  });

  it("tells rows without LOINC codes with their lines, and keeps the others", async () => {
    const files = archiveFiles(ARCHIVE);
    const bad = `${files["LoincTable/Loinc.csv"]}"2345-8","Glucose","","","","",""\r\n`;
    const result = await read([folder.write("Loinc.csv", bad)]);
    expect(result.references[0]!.facts.counts.terms).toBe(4);
    expect(said(result)).toEqual(["warning no-loinc-code Loinc.csv 6:0"]);
  });

  it("tells the table that is damaged, and keeps the others", async () => {
    const files = archiveFiles(ARCHIVE);
    folder.write("half/LoincTable/Loinc.csv", files["LoincTable/Loinc.csv"]!);
    folder.write("half/LoincTable/MapTo.csv", `${files["LoincTable/MapTo.csv"]}"1-8","`);
    const result = await read([`${folder.path}/half`], { version: "1" });
    expect(result.references[0]!.facts.counts).toEqual({ terms: 4 });
    expect(said(result)).toEqual([expect.stringMatching(/^error damaged-table half\/LoincTable\/MapTo.csv [45]:0$/)]);
  });

  it("tells how far it is, in bytes", async () => {
    const told: [number, number][] = [];
    await read([folder.write("p.zip", loincZip(ARCHIVE))], { onProgress: (...progress) => told.push(progress) });
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)![0]).toBe(told.at(-1)![1]);
  });
});

describe("the French value sets", () => {
  it("LOINC Biologie FR gives names and the alignment with the NABM", async () => {
    const rows = [
      {
        code: "2345-7",
        label: "Glucose [Masse/Volume] Sérum/Plasma ; Numérique",
        component: "Glucose",
        validated: "15/12/2025",
      },
      {
        code: "718-7",
        label: "Hémoglobine [Masse/Volume] Sang ; Numérique",
        component: "Hémoglobine",
        synonyms: "Hb; HGB",
      },
    ];
    const workbook = await biologieFr(rows, [
      ["0552", "2345-7"],
      [552, "14749-6"],
      ["HN", "718-7"],
    ]);
    const result = await read([folder.write("LOINCFR_JeuDeValeurs.xlsx", workbook)]);
    const [{ facts, companions }] = result.references as [ReadReferences["references"][number]];
    expect(facts).toMatchObject({
      kind: "biologie-fr",
      version: "2026-06-30",
      title: "LOINC Biologie FR 2026-06-30",
      counts: { frenchNames: 2, nabmActs: 1, nabmPairs: 2 },
    });
    expect(frenchName(companions.french, "718-7")).toMatchObject({
      label: "Hémoglobine [Masse/Volume] Sang ; Numérique",
      component: "Hémoglobine",
      synonyms: "Hb; HGB",
    });
    expect(companions.nabm).toEqual(new Map([["0552", ["2345-7", "14749-6"]]]));
    expect(said(result)).toEqual([
      "warning no-nabm-act LOINCFR_JeuDeValeurs.xlsx, feuille « Alignement NABM-LOINC FR » 4:1",
    ]);
  });

  it("Circuit de la biologie gives its members tab by tab, whatever the name of the file", async () => {
    const tabs = { exams: ["24331-1"], analyses: ["2345-7", "718-7"], chapters: ["18719-5"] };
    const result = await read([folder.write("liste.xlsx", await circuitXlsx(tabs))], { version: "2026-06" });
    const [{ facts, companions }] = result.references as [ReadReferences["references"][number]];
    expect(facts).toMatchObject({
      kind: "circuit",
      version: "2026-06",
      counts: { circuitCodes: 4, circuitExams: 1, circuitAnalyses: 2, circuitChapters: 1 },
    });
    expect([...companions.circuit!.all].sort()).toEqual(["18719-5", "2345-7", "24331-1", "718-7"]);
    expect(frenchLabel(companions.french, "718-7")).toBe("Libellé du circuit 718-7");
    expect(result.problems).toEqual([]);
  });

  it("a layout with several columns of codes in one tab parts them by their headings, and leaves withdrawn codes out", async () => {
    const workbook = await xlsx({
      Feuil1: [
        ["LOINC demande", "Libellé demande", "Code LOINC résultat", "Libellé résultat", "statut"],
        ["24331-1", "Bilan lipidique", "2093-3", "Cholestérol", "Actif"],
        ["24331-1", "Bilan lipidique", "2571-8", "Triglycérides", "Supprimé"],
      ],
    });
    const { references } = await read([folder.write("circuit_biologie_20260630.xlsx", workbook)]);
    expect(references[0]!.facts.version).toBe("2026-06-30");
    const { exams, analyses, all } = references[0]!.companions.circuit!;
    expect([[...exams], [...analyses], all.size]).toEqual([["24331-1"], ["2093-3"], 2]);
  });

  it("the same as CSV, in the encoding of a spreadsheet", async () => {
    const text = "Libellé LOINC;Code LOINC\nGlucose sérique;2345-7\nHémoglobine;718-7\n";
    const path = folder.write("circuit résultats.csv", Buffer.from(text, "latin1"));
    const { references } = await read([path]);
    expect([...references[0]!.companions.circuit!.analyses]).toEqual(["2345-7", "718-7"]);
  });

  it("a list that does not say what it is, is asked for", async () => {
    const path = folder.write("liste.csv", "Code LOINC;Groupe\n2345-7;x\n");
    expect(said(await read([path]))).toEqual(["error unknown-value-set liste.csv 0:0"]);
    expect((await read([path], { kind: "circuit" })).references[0]!.companions.circuit!.all).toEqual(
      new Set(["2345-7"]),
    );
  });

  it("codes that a spreadsheet has changed are told where they stand", async () => {
    const path = folder.write("circuit.csv", "Code LOINC;Libellé\n2345-7;a\njuil.-45;b\n718-7;c\n;d\n");
    const result = await read([path]);
    expect(said(result)).toEqual(["warning no-loinc-code circuit.csv 3:1", "warning no-loinc-code circuit.csv 5:1"]);
    expect(result.problems[0]!.message).toContain("« juil.-45 » n'est pas un code LOINC");
  });
});

it("a workbook that would unpack to more than memory holds is refused unread", async () => {
  const bomb = await xlsx({ a: [["Code LOINC"], ["2345-7"]] });
  // the size that the archive's directory tells for its first file
  bomb.writeUInt32LE(0x7fffffff, bomb.indexOf("PK\x01\x02", "latin1") + 24);
  expect(said(await read([folder.write("bomb.xlsx", bomb)]))).toEqual(["error file-too-large bomb.xlsx 0:0"]);
});

describe("what is no official file is refused with the reason, and the others are read", () => {
  it.each([
    ["nothing there", () => `${folder.path}/nowhere.zip`, "unreadable-path"],
    ["an archive cut short", () => folder.write("cut.zip", loincZip(ARCHIVE).subarray(0, 900)), "damaged-archive"],
    [
      "another archive",
      () => folder.write("o/other.csv", officialCsv(["a"], [["b"]])).replace(/\/other.csv$/, ""),
      "nothing-official",
    ],
    [
      "a workbook without codes",
      async () =>
        folder.write(
          "w.xlsx",
          await xlsx({
            a: [
              ["Code", "Nom"],
              ["1", "x"],
            ],
          }),
        ),
      "no-loinc-column",
    ],
    ["a text", () => folder.write("t.txt", "Bonjour"), "no-loinc-column"],
    ["an empty file", () => folder.write("e.csv", ""), "no-loinc-column"],
    ["JSON that is not FHIR", () => folder.write("p.json", '{"name": "x"}'), "not-fhir"],
    ["JSON cut short", () => folder.write("q.json", '{\n "resourceType": '), "damaged-json"],
    [
      "half a pack",
      () => folder.write("h.pack", Buffer.from("TLPK\x01\x00\x00\x00\xff\x00\x00\x00\x00\x00\x00\x00{", "latin1")),
      "damaged-pack",
    ],
  ])("%s", async (_, path, code) => {
    const good = folder.write("circuit.csv", "Code LOINC;Libellé\n2345-7;a\n");
    const result = await read([await path(), good]);
    expect(result.problems.map((problem) => [problem.severity, problem.code])).toEqual([["error", code]]);
    expect(result.problems[0]!.message).toMatch(/[.!]$/);
    expect(result.references.map(({ facts }) => facts.kind)).toEqual(["circuit"]);
  });
});
