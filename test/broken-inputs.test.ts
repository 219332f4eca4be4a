/** Catalogues with one fault each, and orders that cannot be carried out: what is said, what is kept, what is written. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Problem } from "../src/catalogue/types.ts";
import type { Proposal } from "../src/matching/proposal.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { zipBytes } from "./zip-bytes.ts";

const ALL = "examples/tout-de-travers";
const SMALL = join(ALL, "13-utf8-et-bom");
const REPORTS = ["propositions.jsonl", "rapport.html", "rapport.xlsx"];
const folder = temporaryFolder();

type Expected = {
  readonly code: number;
  /** `severity code file:line:column`, files by their number; all that is said, in order. */
  readonly problems: readonly string[];
  /** Words that one of the messages holds. */
  readonly says?: readonly (string | RegExp)[];
  /** Numbers of the files that come back. */
  readonly files: readonly number[];
  /** Chapters, sub-chapters, exams and analyses that are proposed for. */
  readonly kept: readonly [number, number, number, number];
};

const CASES: Readonly<Record<string, Expected>> = {
  "01-entete-et-colonnes-melangees": { code: 0, problems: [], files: [4, 5, 6], kept: [3, 2, 4, 5] },
  "02-colonnes-manquantes": {
    code: 1,
    problems: ["error wrong-kind 2", "warning missing-columns 3"],
    says: ["ressemble à LOINC_1 (chapitres) (4 colonnes)", "5 lignes ont moins de 12 colonnes"],
    files: [4, 6],
    kept: [3, 2, 0, 5],
  },
  "03-colonnes-en-trop": {
    code: 1,
    problems: ["warning extra-columns 2", "warning extra-columns 3"],
    says: ["ce qui dépasse est conservé mais non lu"],
    files: [4, 5, 6],
    kept: [3, 2, 4, 5],
  },
  "04-guillemet-non-ferme": {
    code: 1,
    problems: ["warning unclosed-quote 3:2:2"],
    says: ["Corrigez le libellé dans le SGL"],
    files: [4, 5, 6],
    kept: [3, 2, 4, 5],
  },
  "05-codes-manquants": {
    code: 1,
    problems: [
      "error missing-field 2:2:1",
      "error missing-field 2:3:2",
      "error missing-field 2:4:8",
      "warning empty-rows 3",
      "error missing-field 3:2:1",
      "error missing-field 3:3:2",
      "warning analysis-not-ordered 3:5",
    ],
    says: ["« code examen » est vide", "« libellé analyse » est vide"],
    files: [4, 5, 6],
    kept: [3, 2, 2, 3],
  },
  "06-analyses-en-double": {
    code: 1,
    problems: ["warning duplicate-row 3:3", "error conflicting-row 3:4", "warning analysis-not-ordered 3:5"],
    says: ["répète la ligne 2", "autrement que la ligne 2"],
    files: [4, 5, 6],
    kept: [3, 2, 4, 6],
  },
  "07-loinc2-a-la-place-de-loinc3": {
    code: 1,
    problems: ["error wrong-kind 3"],
    says: ["vérifiez que les fichiers n'ont pas été intervertis"],
    files: [4, 5],
    kept: [3, 2, 4, 5],
  },
  "08-classeur-excel-renomme": {
    code: 1,
    problems: ["error not-text 3"],
    says: ["Ceci est un classeur Excel : exportez-le en CSV"],
    files: [4, 5],
    kept: [3, 2, 4, 5],
  },
  "09-fichier-binaire": {
    code: 1,
    problems: ["error not-text 3"],
    says: ["Ceci est un fichier binaire"],
    files: [4, 5],
    kept: [3, 2, 4, 5],
  },
  "10-fichier-vide": {
    code: 1,
    problems: ["error empty-file 3"],
    says: ["Le fichier est vide : exportez-le de nouveau"],
    files: [4, 5],
    kept: [3, 2, 4, 5],
  },
  "11-utf16": { code: 3, problems: [], says: ["UTF-16", "rien n'a été écrit"], files: [], kept: [0, 0, 0, 0] },
  "12-cp850": {
    code: 1,
    problems: ["warning old-encoding 1", "warning old-encoding 2", "warning old-encoding 3"],
    says: ["encodage DOS (cp850)"],
    files: [4, 5, 6],
    kept: [3, 2, 4, 5],
  },
  "13-utf8-et-bom": { code: 0, problems: [], files: [4, 5, 6], kept: [3, 2, 4, 5] },
  "14-sans-loinc1": { code: 0, problems: [], files: [5, 6], kept: [3, 2, 4, 5] },
  "15-seulement-loinc3": { code: 0, problems: [], files: [6], kept: [0, 0, 0, 5] },
  "16-seulement-loinc2": { code: 0, problems: [], files: [5], kept: [3, 2, 4, 5] },
  "17-separateur-tabulation": {
    code: 1,
    problems: ["warning other-separator 1", "warning other-separator 2", "warning other-separator 3"],
    says: ["Le séparateur est la tabulation"],
    files: [4, 5, 6],
    kept: [3, 2, 4, 5],
  },
  "18-fins-de-ligne-melees": {
    code: 1,
    problems: ["warning mixed-line-ends 2:2", "warning mixed-line-ends 3:1"],
    says: ["elles sont conservées"],
    files: [4, 5, 6],
    kept: [3, 2, 4, 5],
  },
  "19-analyse-inconnue-dans-loinc2": {
    code: 1,
    problems: [
      "warning analysis-not-in-results 2:6",
      "warning analysis-not-in-results 2:7",
      "warning unknown-chapter 2:7",
    ],
    says: ["« FANTOME »", "Le chapitre « ZZZ » n'est pas dans LOINC_1"],
    files: [4, 5, 6],
    kept: [3, 2, 5, 5],
  },
  "20-formules-et-html": {
    code: 1,
    problems: [2, 5, 6, 7, 8].map((line) => `warning analysis-not-ordered 3:${line}`),
    says: ["« F2 » (+33 000)", "« ../../F7 »"],
    files: [4, 5, 6],
    kept: [3, 2, 3, 8],
  },
  "21-dossier-vide": {
    code: 3,
    problems: [],
    says: ["ne contient pas d'export nommé LOINC_1", "rien n'a été écrit"],
    files: [],
    kept: [0, 0, 0, 0],
  },
};

describe("each catalogue of tout-de-travers", () => {
  it("has its case here", () => {
    const folders = readdirSync(ALL).sort();
    expect(folders).toEqual([...Object.keys(CASES), "22-tout-a-la-fois"].sort());
  });

  it.each(Object.entries(CASES))("%s", async (name, expected) => {
    const run = await runCli("map", join(ALL, name), "--out", join(folder.path, name), "--date", "20261130", "--json");
    for (const said of expected.says ?? []) expect(run.err).toMatch(said);
    if (expected.files.length === 0) {
      expect(run.code).toBe(expected.code);
      expect(run.out).toBe("");
      expect(existsSync(join(folder.path, name))).toBe(false);
      return;
    }
    const { problems, findings } = JSON.parse(run.out) as { problems: Problem[]; findings: unknown[] };
    // what the SGL would say of the codes depends on the model
    expect(run.code).toBe(findings.length > 0 ? 1 : expected.code);
    expect(problems.map(short)).toEqual(expected.problems);
    for (const problem of problems) expect(run.err).toContain(problem.message);
    expect(returnedIn(name)).toEqual(expected.files);
    expect(keptIn(name)).toEqual(expected.kept);
    expect(changedRecords(name)).toEqual([]);
  });

  it("22-tout-a-la-fois: what can be read is kept, all the rest is named", async () => {
    const name = "22-tout-a-la-fois";
    const run = await runCli("map", join(ALL, name), "--out", join(folder.path, name), "--date", "20261130", "--json");
    expect(run.code).toBe(1);
    const said = (JSON.parse(run.out).problems as Problem[]).map(short);
    expect(said).toContain("error not-text 3");
    expect(said).toContain("error wrong-kind 1");
    expect(said).toContain("warning mixed-line-ends 2:2");
    expect(said).toContain("error missing-field 2:4:1");
    expect(returnedIn(name)).toEqual([5]);
    expect(keptIn(name)).toEqual([2, 1, 2, 2]);
    expect(changedRecords(name)).toEqual([]);
  });
});

function short({ severity, code, file, line, column }: Problem): string {
  const place = [/LOINC_(\d)/.exec(file)?.[1], line || "", column || ""].filter((part) => part !== "");
  return `${severity} ${code} ${place.join(":")}`;
}

function returnedIn(name: string): number[] {
  const written = readdirSync(join(folder.path, name)).sort();
  expect(written.filter((file) => !file.startsWith("LOINC_"))).toEqual(REPORTS);
  return written.filter((file) => file.startsWith("LOINC_")).map((file) => Number(file[6]));
}

function keptIn(name: string): number[] {
  const lines = readFileSync(join(folder.path, name, "propositions.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  const levels = lines.map((line) => (JSON.parse(line) as Proposal).level);
  return ["chapter", "subchapter", "exam", "analysis"].map((level) => levels.filter((one) => one === level).length);
}

/** The records of returned files that do not begin with the bytes that came in, or do not end as they did. */
function changedRecords(name: string): string[] {
  const records = (path: string): string[] => readFileSync(path, "latin1").split(/(\r\n|\n|\r)/);
  return returnedIn(name).flatMap((number) => {
    const find = (at: string, n: number): string =>
      join(at, readdirSync(at).find((file) => file.startsWith(`LOINC_${n}`))!);
    const given = records(find(join(ALL, name), number - 3));
    const returned = records(find(join(folder.path, name), number));
    if (given.length !== returned.length) return [`LOINC_${number}: ${returned.length} pieces for ${given.length}`];
    return returned.filter((record, i) =>
      i % 2 === 0 && given[i] !== "" ? !record.startsWith(given[i]!) : record !== given[i],
    );
  });
}

describe("a reference that cannot be read", () => {
  const xlsx = zipBytes({ "xl/workbook.xml": "<workbook/>" });
  mkdirSync(join(folder.path, "empty"));
  it.each([
    ["is not there", join(folder.path, "Loinc_2.81.zip"), "n'existe pas"],
    ["is a CSV of something else", folder.write("autre.csv", "code;libellé\nA;b\n"), /autre\.csv : .+/],
    ["is no text", folder.write("image.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255])), /image\.png : .+/],
    ["is empty", folder.write("vide.csv", ""), /vide\.csv : .+/],
    [
      "is an archive without Loinc.csv",
      folder.write("autre.zip", zipBytes({ "a.txt": "a" })),
      "ne contient pas Loinc.csv",
    ],
    ["is a broken workbook", folder.write("classeur.xlsx", xlsx), "classeur est abîmé"],
    ["is cut off", folder.write("coupé.zip", xlsx.subarray(0, 40)), /coupé\.zip : .+/],
    ["is a folder without Loinc.csv", join(folder.path, "empty"), "ne contient pas Loinc.csv"],
    ["is a catalogue", SMALL, "ne contient pas Loinc.csv"],
  ])("%s: exit code 4, nothing written", async (_, path, message) => {
    const out = join(folder.path, "no-reference");
    const run = await runCli("map", SMALL, "--out", out, "--reference", path);
    expect(run.code).toBe(4);
    expect(run.err).toMatch(message);
    expect(run.err).not.toMatch(/\n\s+at /);
    expect(existsSync(out)).toBe(false);
  });

  it("is told so by the other commands too", async () => {
    for (const args of [["search", "glucose"], ["show", "2345-7"], ["explain", SMALL, "NA"], ["pack"]]) {
      const missing = join(folder.path, "absent.csv");
      const run = await (args[0] === "pack"
        ? runCli("pack", missing, join(folder.path, "pack"))
        : runCli(...args, "--reference", missing));
      expect(run.code).toBe(4);
    }
    expect(existsSync(join(folder.path, "pack"))).toBe(false);
  });
});

describe("the folder to write to", () => {
  it("is made when it is missing", async () => {
    const out = join(folder.path, "deep", "deeper");
    expect([0, 1]).toContain((await runCli("map", SMALL, "--out", out)).code);
    expect(readdirSync(out).length).toBe(6);
  });

  it.each([
    ["fr", "ce chemin est un fichier, pas un dossier"],
    ["en", "this path is a file, not a folder"],
  ])("cannot be a file: exit code 5, the file is as it was (%s)", async (language, message) => {
    const file = folder.write("fichier", "contenu");
    const run = await runCli("map", SMALL, "--out", file, "--lang", language);
    expect(run.code).toBe(5);
    expect(run.err).toContain(message);
    expect(run.out).toBe("");
    expect(readFileSync(file, "utf8")).toBe("contenu");
  });

  it("cannot be under a file", async () => {
    const run = await runCli("map", SMALL, "--out", join(folder.write("fichier", "contenu"), "out"));
    expect(run.code).toBe(5);
    expect(run.err).toContain("rien n'a été écrit");
  });

  it("keeps its files when one of the new ones cannot take its place", async () => {
    const out = join(folder.path, "taken");
    mkdirSync(join(out, "rapport.xlsx"), { recursive: true });
    folder.write("taken/rapport.html", "ancien");
    expect((await runCli("map", SMALL, "--out", out)).code).toBe(5);
    expect(readdirSync(out).sort()).toEqual(["rapport.html", "rapport.xlsx"]);
    expect(readFileSync(join(out, "rapport.html"), "utf8")).toBe("ancien");
  });

  it("of a pack cannot be a folder", async () => {
    const table = folder.write(
      "Loinc.csv",
      "LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,STATUS,ORDER_OBS,LONG_COMMON_NAME,SHORTNAME\n" +
        "2345-7,Glucose,MCnc,Pt,Ser/Plas,Qn,,CHEM,ACTIVE,Both,Glucose [Mass/volume] in Serum or Plasma,Glucose\n",
    );
    expect((await runCli("pack", table, join(folder.path, "empty"))).code).toBe(5);
    expect(readdirSync(folder.path).filter((name) => /\.(tmp|old)$/.test(name))).toEqual([]);
    expect((await runCli("pack", table, join(folder.path, "small.pack"))).code).toBe(0);
    const show = await runCli("show", "2345-7", "--reference", join(folder.path, "small.pack"));
    expect(show.out).toContain("Glucose [Mass/volume] in Serum or Plasma");
  });
});

describe("an order that is not understood: exit code 2, and what was probably meant", () => {
  const out = join(folder.path, "not-understood");
  it.each([
    ["an unknown option", ["map", SMALL, "--otu", out], "(Did you mean --out?)"],
    ["an unknown command", ["mpa", SMALL, "--out", out], "(Did you mean map?)"],
    ["no output", ["map", SMALL], "--out"],
    ["no input", ["map", "--out", out], "entrées"],
    ["no command", [], "transloinc"],
    ["a date in another form", ["map", SMALL, "--out", out, "--date", "2026-11-30"], "AAAAMMJJ"],
    ["a date that is no date", ["map", SMALL, "--out", out, "--date", "demain"], "AAAAMMJJ"],
    ["a month that is none", ["map", SMALL, "--out", out, "--date", "20261330"], "cette date n'existe pas"],
    ["a day that is none", ["map", SMALL, "--out", out, "--date", "20260230"], "cette date n'existe pas"],
    ["another language", ["map", SMALL, "--out", out, "--lang", "de"], "fr, en"],
    ["another band", ["map", SMALL, "--out", out, "--write", "none"], "auto, review"],
    ["a name with a folder", ["map", SMALL, "--out", out, "--name-6", "../a.csv"], "sans dossier"],
    ["an empty name", ["map", SMALL, "--out", out, "--name-4", ""], "sans dossier"],
    ["one name for two files", ["map", SMALL, "--out", out, "--name-5", "a.csv", "--name-6", "A.csv"], "A.csv"],
    ["a report's name", ["map", SMALL, "--out", out, "--name-6", "rapport.html"], "rapport.html"],
    ["no count", ["search", "glucose", "--limit", "0"], "1 ou plus"],
    ["no LOINC code", ["show", "2345-8"], "n'est pas un code LOINC"],
    ["an item that is not there", ["explain", SMALL, "ABSENT"], "ABSENT"],
  ])("%s", async (_, args, message) => {
    const run = await runCli(...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(message);
    expect(existsSync(out)).toBe(false);
  });

  it("input that is not there: exit code 3", async () => {
    const run = await runCli("map", join(folder.path, "absent"), "--out", out);
    expect(run.code).toBe(3);
    expect(run.err).toContain("n'existe pas");
    expect(existsSync(out)).toBe(false);
  });

  it("help and version are not faults, and the help tells the exit codes", async () => {
    const help = await runCli("--help");
    expect(help.code).toBe(0);
    for (const code of [0, 1, 2, 3, 4, 5, 130]) expect(help.out).toMatch(new RegExp(`^ {2}${code} +\\S`, "m"));
    expect((await runCli("map", "--help")).out).toContain("--write");
    const version = JSON.parse(readFileSync("package.json", "utf8")).version;
    expect((await runCli("--version")).out.trim()).toBe(version);
  });
});
