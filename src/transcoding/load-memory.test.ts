import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { loadMemory } from "./load-memory.ts";

const folder = temporaryFolder();
const analysis = "A1;Glucose;;;MMOL;mmol/L;PT;;;QN;;0552;14749-6;Glucose [Moles/volume] in Serum or Plasma\n";
const exam = "E1;Glycémie;;BIO;;Plasma fluoré;0552;A1;Glucose;14749-6;Glucose [Moles/volume] in Serum or Plasma\n";

it("a folder's exams give their specimen to its analyses; its name tells laboratories apart", async () => {
  folder.write("nord/LOINC_5_transcodage_demandes_20260101.csv", exam);
  folder.write("nord/LOINC_6_transcodage_demandes_20260101.csv", analysis);
  const { entries, problems, empty } = await loadMemory([`${folder.path}/nord/`]);
  expect(entries.map(({ level, source, specimen, loinc }) => [level, source, specimen, loinc])).toEqual([
    ["exam", "nord/LOINC_5_transcodage_demandes_20260101.csv", "Plasma fluoré", "14749-6"],
    ["analysis", "nord/LOINC_6_transcodage_demandes_20260101.csv", "Plasma fluoré", "14749-6"],
  ]);
  expect([problems, empty]).toEqual([[], []]);
});

it("files are read one by one, two of a kind too", async () => {
  const paths = ["LOINC_6_a.csv", "LOINC_6_b.csv"].map((name) => folder.write(name, analysis));
  const { entries } = await loadMemory(paths);
  expect(entries.map(({ source, specimen }) => [source, specimen])).toEqual([
    ["LOINC_6_a.csv", ""],
    ["LOINC_6_b.csv", ""],
  ]);
});

it("paths without a code are told", async () => {
  const uncoded = folder.write("sans/LOINC_6.csv", "A1;Glucose;;;;;;;;;;;;\n");
  const nowhere = `${folder.path}/nowhere`;
  const { entries, empty, problems } = await loadMemory([uncoded, nowhere]);
  expect(entries).toEqual([]);
  expect(empty).toEqual([uncoded, nowhere]);
  expect(problems.map(({ code }) => code)).toContain("unreadable-path");
});

it("the output of map as it is is taken, with a remark", async () => {
  folder.write("out/LOINC_6_transcodage_demandes_20260101.csv", analysis);
  folder.write("out/propositions.jsonl", "{}\n");
  const { entries, problems } = await loadMemory([`${folder.path}/out`]);
  expect(entries).toHaveLength(1);
  expect(problems).toMatchObject([{ code: "unreviewed-memory", severity: "warning" }]);
});
