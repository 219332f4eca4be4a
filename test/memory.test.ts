/** Decisions taken earlier, from a signed table to every output. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import readXlsxFile from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { Proposal } from "../src/matching/proposal.ts";
import { type Run, runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const rows = [
  ["GLU", "Glycémie", "mmol/L", "Sérum"],
  ["NA", "Sodium", "mmol/L", "Sérum"],
  ["CRE", "Créatinine", "µmol/L", "Sérum"],
  ["K", "Potassium", "mmol/L", "Sérum"],
] as const;
const line = ([code, label, unit, specimen]: readonly string[], ...more: string[]): string =>
  `${[code, label, "", "", "", unit, "", "", specimen, "", "", "", ...more].join(";")}\r\n`;
/** Of another laboratory: its own codes, its own spelling. */
const signed = [
  line(["B1", "GLYCEMIE.", "mmol/l", "SERUM"], "14771-0", "Fasting glucose"),
  line(["B2", "sodium", "millimole/L", "SE"], "2951-2", "Sodium"),
  line(["B3", "Creatinine", "umol/L", "Serum"], "2160-0", "Creatinine"),
  line(["B4", "Potassium", "mmol/L", ""], "2823-3", "Potassium"),
];
const input = folder.write("exports/LOINC_3_export_resultats_20261101.csv", rows.map((row) => line(row)).join(""));
folder.write("nord/LOINC_6_transcodage_demandes_20251231.csv", signed.join(""));
const nord = join(folder.path, "nord");
const out = join(folder.path, "out");
const SOURCE = "nord/LOINC_6_transcodage_demandes_20251231.csv";

let run: Run;
let proposals: Map<string, Proposal>;
beforeAll(async () => {
  run = await runCli("map", input, "--memory", nord, "--out", out, "--date", "20261127");
  const lines = readFileSync(join(out, "propositions.jsonl"), "utf8").trim().split("\n");
  proposals = new Map(lines.map((text) => JSON.parse(text) as Proposal).map((one) => [one.code, one]));
}, 60_000);

describe("map --memory", () => {
  it("puts a code that was decided first, marked, whatever the spelling of the row", () => {
    const glucose = proposals.get("GLU")!;
    expect(glucose.candidates[0]).toMatchObject({ loinc: "14771-0", memory: { source: SOURCE, agreement: "exact" } });
    expect(glucose.band).toBe("review");
    expect(glucose.question).toContain(`Déjà codé 14771-0 dans ${SOURCE} : même libellé, même unité, même milieu.`);
    expect(proposals.get("NA")).toMatchObject({
      band: "auto",
      candidates: [{ loinc: "2951-2", memory: { agreement: "exact" } }, ...proposals.get("NA")!.candidates.slice(1)],
    });
  });

  it("sets aside a code that the unit contradicts, and says so", () => {
    const creatinine = proposals.get("CRE")!;
    expect(creatinine.candidates[0]!.loinc).not.toBe("2160-0");
    expect(creatinine.band).toBe("review");
    expect(creatinine.question).toContain("Ce code contredit l'unité « µmol/L ».");
  });

  it("writes to the SGL what may be signed, and nothing that is to be looked at", () => {
    const table = readFileSync(join(out, "LOINC_6_transcodage_demandes_20261127.csv"), "utf8");
    expect(table).not.toContain("14771-0");
    expect(table).toContain(";2951-2;");
  });

  it("tells it in the summary, the report and the workbook", async () => {
    expect(run.out).toContain(
      "Décisions connues : 2 lignes déjà codées (dont 1 à signer en lot) ; proches d'une ligne codée : 1 ; avec un code écarté : 1",
    );
    const page = readFileSync(join(out, "rapport.html"), "utf8");
    // in the question of a row to look at, and in the list to sign
    expect(page).toContain(`Déjà codé 14771-0 dans ${SOURCE}`);
    expect(page).toContain(`<span class="known">Déjà codé 2951-2 dans ${SOURCE}`);
    expect(page).toContain(`<span class="known">Ligne proche codée 2823-3 dans ${SOURCE}`);
    const [head, ...cells] = (await readXlsxFile(readFileSync(join(out, "rapport.xlsx"))))[0]!.data;
    const known = cells.map((row) => row[head!.indexOf("Décisions connues")]);
    expect(known.map((text) => /\d+-\d/.exec(String(text))?.[0])).toEqual(["14771-0", "2951-2", "2160-0", "2823-3"]);
  });
});

it("explain --memory tells what is known, and what would change", async () => {
  const known = await runCli("explain", input, "NA", "--memory", nord);
  expect(known.out).toContain(`  Déjà codé 2951-2 dans ${SOURCE} : même libellé, même unité, même milieu.`);
  const open = folder.write("open/LOINC_3.csv", line(["G", "Glucose", "", "Sérum"]));
  const supposed = await runCli("explain", open, "G");
  expect(supposed.out).toMatch(/^ {2}si l'unité était (mmol\/L : 14749-6|g\/L ou mg\/L : 2345-7) {2}Glucose/m);
});

it.each(["map", "explain"])("%s: a memory without a single code stops, and nothing is written", async (command) => {
  const more = command === "map" ? ["--out", join(folder.path, "none")] : ["NA"];
  const stopped = await runCli(command, input, ...more, "--memory", join(folder.path, "nulle-part"));
  expect(stopped.code).toBe(3);
  expect(stopped.err).toContain("--memory : aucun code LOINC lu dans");
  expect(() => readFileSync(join(folder.path, "none", "propositions.jsonl"))).toThrow();
});
