/** What official files change in matching, in labels and in checks: each against the same catalogue without them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Proposal } from "../src/matching/proposal.ts";
import {
  type BiologieRow,
  biologieFr,
  type CircuitTabs,
  circuitXlsx,
  loincZip,
  starterTerm,
} from "./official-files.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
let count = 0;

type Mapped = {
  readonly of: (code: string) => Proposal;
  readonly file: (name: string) => string;
  readonly out: string;
};

type Official = {
  readonly biologie?: readonly BiologieRow[];
  readonly nabm?: readonly (readonly [string, string])[];
  readonly circuit?: CircuitTabs;
  readonly zip?: Buffer;
};

/** Maps a catalogue of `analyses` (code;libellé;…) and `exams` with the starter and these official files installed. */
async function mapped(
  analyses: readonly string[],
  official: Official = {},
  exams: readonly string[] = [],
): Promise<Mapped> {
  const name = `c${count++}`;
  const data = join(folder.path, name, "data");
  const input = join(folder.path, name, "in");
  folder.write(`${name}/in/LOINC_3_export_resultats_20261127.csv`, analyses.map((line) => `${line}\r\n`).join(""));
  if (exams.length > 0)
    folder.write(`${name}/in/LOINC_2_export_demandes_20261127.csv`, exams.map((line) => `${line}\r\n`).join(""));
  const files = [
    ...(official.biologie || official.nabm
      ? [["b.xlsx", await biologieFr(official.biologie ?? [{ code: "718-7" }], official.nabm)] as const]
      : []),
    ...(official.circuit ? [["c.xlsx", await circuitXlsx(official.circuit)] as const] : []),
    ...(official.zip ? [["Loinc_2.81.zip", official.zip] as const] : []),
  ].map(([file, bytes]) => folder.write(`${name}/${file}`, bytes));
  if (files.length > 0) expect((await runCli("reference", "add", ...files, "--data", data)).code).toBe(0);
  const out = join(folder.path, name, "out");
  const run = await runCli("map", input, "--out", out, "--data", data, "--date", "20261127", "--write", "review");
  expect([0, 1]).toContain(run.code);
  const proposals = readFileSync(join(out, "propositions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Proposal);
  return {
    of: (code) => proposals.find((proposal) => proposal.code === code)!,
    file: (file) => readFileSync(join(out, file), "utf8"),
    out: run.out,
  };
}

const row = (code: string, label: string, { unit = "", specimen = "", nabm = "" } = {}): string =>
  `${code};${label};;;;${unit};;;${specimen};;;${nabm}`;
const best = (proposal: Proposal): string => proposal.candidates[0]?.loinc ?? "";

describe("Circuit de la biologie", () => {
  it("is preferred in ranking", async () => {
    const lines = [row("G", "Glycémie", { specimen: "Sang" })];
    const without = await mapped(lines);
    const [first, second] = without.of("G").candidates;
    const withFirst = await mapped(lines, { circuit: { analyses: [first!.loinc] } });
    const withSecond = await mapped(lines, { circuit: { analyses: [second!.loinc] } });
    expect(best(withFirst.of("G"))).toBe(first!.loinc);
    expect(best(withSecond.of("G"))).toBe(second!.loinc);
  });

  it("is what the SGL's check is made against, and the summary says so", async () => {
    const lines = [row("NA", "Sodium", { unit: "mmol/L", specimen: "Sérum" })];
    const without = await mapped(lines);
    expect(without.out).toContain("n'est pas installé");
    const inside = await mapped(lines, { circuit: { analyses: ["2951-2"] } });
    expect([best(inside.of("NA")), inside.out.includes("tous les codes écrits sont dans")]).toEqual(["2951-2", true]);
    const outside = await mapped(lines, { circuit: { analyses: ["2345-7"] } });
    expect(outside.file("rapport.html")).toContain("2951-2 n&#39;est pas dans le jeu de valeurs");
  });
});

describe("official French names", () => {
  // nobody says "vésulanine": without the official synonym nothing tells what it is
  const lines = [row("V", "Vésulanine", { unit: "mmol/L", specimen: "Sérum" })];

  it("let a row be found that was not", async () => {
    expect(best((await mapped(lines)).of("V"))).not.toBe("14749-6");
    const biologie = [{ code: "14749-6", component: "Glucose", synonyms: "Vésulanine" }];
    expect(best((await mapped(lines, { biologie })).of("V"))).toBe("14749-6");
    const french = [["14749-6", "Vésulanine", "Sérum/Plasma", "", ""]] as const;
    const zip = loincZip({ terms: [starterTerm("14749-6"), starterTerm("2951-2")], french });
    expect(best((await mapped(lines, { zip })).of("V"))).toBe("14749-6");
  });

  it("stand as labels in LOINC_6, reports and propositions; codes without one keep LOINC's name", async () => {
    const label = "Sodium [Moles/Volume] Sérum/Plasma ; Numérique";
    const serum = { unit: "mmol/L", specimen: "Sérum" };
    const two = [row("NA", "Sodium", serum), row("K", "Potassium", serum)];
    const result = await mapped(two, { biologie: [{ code: "2951-2", label, component: "Sodium" }] });
    const [na, k] = ["NA", "K"].map((code) => result.of(code).candidates[0]!);
    expect([na!.loinc, na!.name, na!.nameLanguage]).toEqual(["2951-2", label, "fr"]);
    expect([k!.name, k!.nameLanguage]).toEqual(["Potassium [Moles/volume] in Serum or Plasma", undefined]);
    expect(result.file("LOINC_6_transcodage_demandes_20261127.csv")).toContain(`2951-2;"${label}"`);
    const report = result.file("rapport.html");
    expect(report).toContain(` lang="fr">${label}<`);
    expect(report).toContain(' lang="en">Potassium [Moles/volume] in Serum or Plasma<');
    expect(report).toContain("LOINC Biologie FR 2026-06-30");
  });
});

describe("the official alignment of the NABM", () => {
  it("is evidence for what an act measures, and a check", async () => {
    const lines = [row("X", "Dosage spécialisé", { nabm: "9876", unit: "mmol/L" })];
    expect(best((await mapped(lines)).of("X"))).not.toBe("2951-2");
    const aligned = await mapped(lines, { nabm: [["9876", "2951-2"]] });
    expect(aligned.of("X").candidates.map(({ loinc }) => loinc)).toContain("2951-2");
    const other = [row("NA", "Sodium", { unit: "mmol/L", specimen: "Sérum", nabm: "9876" })];
    const contradicted = await mapped(other, { nabm: [["9876", "718-7"]] });
    expect(contradicted.of("NA").candidates[0]!.loinc).toBe("2951-2");
    expect(contradicted.file("rapport.html")).toContain("2951-2 ne mesure pas ce que dit l&#39;acte NABM 9876");
    const agreed = await mapped(other, { nabm: [["9876", "2951-2"]] });
    expect(agreed.file("rapport.html")).not.toContain("ne mesure pas ce que dit");
  });
});

describe("notices of third parties", () => {
  it("stand in the report when a code that bears one is proposed", async () => {
    const terms = [starterTerm("2951-2"), starterTerm("718-7")];
    const notices = { "2951-2": "Copyright © Somebody", "718-7": "Copyright © Nobody" };
    const lines = [row("NA", "Sodium", { unit: "mmol/L", specimen: "Sérum" })];
    const report = (await mapped(lines, { zip: loincZip({ terms, notices }) })).file("rapport.html");
    expect([report.includes("© Somebody"), report.includes("© Nobody")]).toEqual([true, false]);
  });
});

describe("panels of the official archive", () => {
  it("join those of the starter: an exam becomes the panel whose members its analyses are", async () => {
    const serum = { unit: "mmol/L", specimen: "Sérum" };
    const analyses = [row("NA", "Sodium", serum), row("K", "Potassium", serum), row("UREE", "Urée", serum)];
    const exams = ["NA", "K", "UREE"].map((code) => `MIX;Profil du port;;;;;;${code};${code}`);
    // neither its name nor the starter makes it a panel of these
    const PANEL = "34550-4";
    const codes = ["2951-2", "2823-3", "22664-7"];
    const terms = [PANEL, ...codes].map((code) => starterTerm(code));
    const plain = await mapped(analyses, { zip: loincZip({ terms }) }, exams);
    const withPanels = await mapped(analyses, { zip: loincZip({ terms, panels: { [PANEL]: codes } }) }, exams);
    expect(best(plain.of("MIX"))).not.toBe(PANEL);
    expect(best(withPanels.of("MIX"))).toBe(PANEL);
  });
});
