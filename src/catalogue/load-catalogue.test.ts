import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "./load-catalogue.ts";

const CHAPTERS = "HEMA;Hématologie;NFS;Hémogramme\n";
const ANALYSES = "GR;Hématies;;;TL;T/L;;SGE;Sang total;QN;;1104\n";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "catalogue-"));
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: string): Promise<void> => writeFile(join(folder, name), content);

describe("loading a catalogue", () => {
  it("reads the exports of a folder and leaves all else alone", async () => {
    await put("LOINC_1_export_chapitres_20261101.csv", CHAPTERS);
    await put("LOINC_3_export_resultats_20261101.csv", ANALYSES);
    await put("LOINC_6_transcodage_demandes_20261101.csv", ANALYSES);
    await put("gold.tsv", "x");
    await put("notes sur les analyses.csv", "x");
    await put("~$LOINC_2.csv", "x");
    await mkdir(join(folder, "LOINC_2_dossier"));
    const { files, problems } = await loadCatalogue([folder]);
    expect(problems).toEqual([]);
    expect(files.map((file) => file.name)).toEqual([
      "LOINC_1_export_chapitres_20261101.csv",
      "LOINC_3_export_resultats_20261101.csv",
    ]);
  });

  it("reads CSV files named after what they hold when none is numbered", async () => {
    await put("chapitres.csv", CHAPTERS);
    await put("resultats.md", "x");
    expect(await loadCatalogue([folder])).toMatchObject({ files: [{ name: "chapitres.csv" }], problems: [] });
  });

  it("takes the latest export of each kind, with a warning", async () => {
    await put("LOINC_3_export_resultats_20251101.csv", "X;Ancien\n");
    await put("LOINC_3_export_resultats_20261101.csv", ANALYSES);
    const { catalogue, problems } = await loadCatalogue([folder]);
    expect(catalogue.analyses.map((analysis) => analysis.code)).toEqual(["GR"]);
    expect(problems.map((problem) => problem.code)).toEqual(["older-export"]);
  });

  it("reads files named one by one", async () => {
    await put("a.csv", ANALYSES);
    expect((await loadCatalogue([join(folder, "a.csv")])).catalogue.analyses).toHaveLength(1);
  });

  it("no-export-in-folder: says what is there", async () => {
    await put("divers.csv", "x");
    const { problems } = await loadCatalogue([folder]);
    expect(problems).toMatchObject([
      { severity: "error", code: "no-export-in-folder", message: expect.stringContaining("divers.csv") },
    ]);
  });

  it("unreadable-path: and the others are read", async () => {
    await put("LOINC_3.csv", ANALYSES);
    const { catalogue, problems } = await loadCatalogue([join(folder, "absent.csv"), folder]);
    expect(problems).toMatchObject([
      {
        severity: "error",
        code: "unreadable-path",
        file: "absent.csv",
        message: expect.stringContaining("n'existe pas"),
      },
    ]);
    expect(catalogue.analyses).toHaveLength(1);
  });

  it("file-too-large: by its size, before it is read", async () => {
    await put("LOINC_3.csv", ANALYSES);
    expect((await loadCatalogue([folder], { maxBytes: 5 })).problems).toMatchObject([
      { code: "file-too-large", file: "LOINC_3.csv" },
    ]);
  });
});
