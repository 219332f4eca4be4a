/** A decided table against another reference, by the command line; the worked example word for word. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { LOINC_NOTICE } from "../src/loinc/term.ts";
import type { UpgradeData } from "../src/report/upgrade-data.ts";
import { circuitXlsx, loincZip, starterTerm } from "./official-files.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const EXAMPLE = "examples/changement-de-version";
const at = (name: string): string => join(EXAMPLE, name);
const folder = temporaryFolder();
const nothing = join(folder.path, "no-data");

const example = (...more: readonly string[]) =>
  runCli(
    ...["upgrade", at("table"), "--data", nothing],
    ...["--from", at("extrait-2025-01"), at("circuit-2025-01.csv")],
    ...["--to", at("extrait-2026-06"), at("circuit-2026-06.csv"), ...more],
  );

describe("the worked example", () => {
  it("gives the text that stands beside it, and changes nothing", async () => {
    const table = at("table/LOINC_6_transcodage_demandes_20250131.csv");
    const before = [readFileSync(table), statSync(table).mtimeMs];
    const { code, out, err } = await example();
    expect(out).toBe(readFileSync(at("attendu.txt"), "utf8"));
    expect([code, err]).toEqual([1, `${LOINC_NOTICE}\n`]);
    expect([readFileSync(table), statSync(table).mtimeMs]).toEqual(before);
  });

  it("is the same as JSON, page and workbook", async () => {
    const out = join(folder.path, "changements");
    const run = await example("--out", out, "--json");
    const data = JSON.parse(run.out) as UpgradeData;
    expect(JSON.parse(readFileSync(join(out, "changements.json"), "utf8"))).toEqual(data);
    const touched = data.touched.map(({ row, changes }) => [row.code, ...changes.map(({ kind }) => kind)].join(" "));
    expect(touched).toEqual([
      "NFS label",
      "GLY deprecated out-of-circuit",
      "GLY deprecated out-of-circuit",
      "MG deprecated out-of-circuit",
      "LDH discouraged out-of-circuit",
      "DFG better",
      "COVID better",
      "K out-of-circuit",
      "PLQ into-circuit",
    ]);
    const page = readFileSync(join(out, "changements.html"), "utf8");
    expect(page).toContain("Périmé (3)");
    expect(page).toContain(
      '<span class="code">2601-3</span> <span lang="en">Magnesium [Moles/volume] in Serum or Plasma</span>',
    );
    expect(page).toContain(LOINC_NOTICE.slice(0, 60));
    const [sheet, about] = await readXlsxFile(readFileSync(join(out, "changements.xlsx")));
    expect(sheet!.data).toHaveLength(1 + data.touched.reduce((sum, { changes }) => sum + changes.length, 0));
    expect(sheet!.data.find((row) => row[1] === "LDH")![7]).toBe("LOINC_6_transcodage_demandes_20250131.csv, ligne 3");
    expect(about!.data.flat()).toContain(LOINC_NOTICE);
  });

  it("in English", async () => {
    const { out } = await example("--lang", "en");
    expect(out).toContain("Left Circuit de la biologie. The SGL will warn, without blocking.");
  });
});

describe("installed versions", () => {
  const terms = (status: "ACTIVE" | "DEPRECATED") => [
    starterTerm("718-7", { status }),
    starterTerm("2951-2"),
    starterTerm("2345-7"),
  ];
  const table = folder.write(
    "table/LOINC_6_transcodage_demandes_20260101.csv",
    ["HB;Hémoglobine", "NA;Sodium"].map((row, i) => `${row};;;;;;;;;;;${["718-7", "2951-2"][i]};label\n`).join(""),
  );
  const data = join(folder.path, "data");
  const upgrade = (...args: readonly string[]) => runCli("upgrade", table, "--data", data, "--json", ...args);
  const touched = (out: string): string[] =>
    (JSON.parse(out) as UpgradeData).touched.flatMap(({ row, changes }) =>
      changes.map((change) => `${row.code} ${change.kind}`),
    );

  it("are named by version; the one before is compared with", async () => {
    const mapTo = [["718-7", "2345-7", "When it is sweet"]];
    const files = [
      folder.write("Loinc_2.80.zip", loincZip({ version: "2.80", terms: terms("ACTIVE") })),
      folder.write("Loinc_2.81.zip", loincZip({ version: "2.81", terms: terms("DEPRECATED"), mapTo })),
      folder.write("circuit 2026-01.xlsx", await circuitXlsx({ analyses: ["718-7", "2951-2"] })),
      folder.write("circuit 2026-06.xlsx", await circuitXlsx({ analyses: ["718-7"] })),
    ];
    for (const file of files) expect((await runCli("reference", "add", file, "--data", data)).code).toBe(0);

    const loinc = await upgrade("--to", "2.81");
    expect(touched(loinc.out)).toEqual(["HB deprecated"]);
    const { from, to } = JSON.parse(loinc.out) as UpgradeData;
    expect([from, to].map((side) => side!.map(({ title }) => title))).toEqual([
      ["LOINC 2.80", "Circuit de la biologie 2026-06"],
      ["LOINC 2.81", "Circuit de la biologie 2026-06"],
    ]);
    expect(touched((await upgrade("--to", "2.81", "circuit-2026-06")).out)).toEqual([
      "HB deprecated",
      "NA out-of-circuit",
    ]);
    expect(touched((await upgrade("--to", "2.80", "--from", "2.81")).out)).toEqual([]);
  });

  it("without an earlier version only what is wrong now is told, and the report says so", async () => {
    expect(touched((await upgrade("--to", "2.80")).out)).toEqual(["HB label", "NA label"]);
    const { out } = await runCli("upgrade", table, "--data", data, "--to", "2.80");
    expect(out).toContain("inconnue");
  });
});

describe("what cannot be examined is told", () => {
  it.each([
    ["no --to", ["upgrade", at("table")], 2, "--to"],
    ["no table", ["upgrade", folder.path, "--to", at("extrait-2026-06")], 3, "Aucune table à examiner"],
    ["no such reference", ["upgrade", at("table"), "--to", "2.99"], 4, "2.99 : ce fichier ou dossier n'existe pas"],
    ["no --apply", ["upgrade", at("table"), "--to", at("extrait-2026-06"), "--apply"], 2, "unknown option '--apply'"],
  ])("%s", async (_, args, code, message) => {
    const run = await runCli(...args, "--data", nothing);
    expect([run.code, run.err.includes(message)]).toEqual([code, true]);
  });

  it("a folder that cannot be written", async () => {
    const run = await example("--out", folder.write("a file", ""));
    expect(run.code).toBe(5);
  });
});
