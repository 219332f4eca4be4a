import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { loadDecided } from "./load-decided.ts";

const folder = temporaryFolder();
const row = (code: string): string => `${code};Analyse;;;;;;;;;;;14749-6;Glucose\n`;

it("of a folder the latest table is read, and nothing else", async () => {
  folder.write("out/LOINC_6_transcodage_demandes_20261130.csv", row("NEW"));
  folder.write("out/LOINC_6_transcodage_demandes_20260630.csv", row("OLD"));
  folder.write("out/LOINC_3_export_resultats_20261115.csv", "NEW;Analyse\n");
  folder.write("out/rapport.html", "<html>");
  const { rows, problems } = await loadDecided([`${folder.path}/out`]);
  expect(rows.map(({ code, loinc }) => [code, loinc])).toEqual([["NEW", "14749-6"]]);
  expect(problems.map(({ code, file }) => [code, file])).toEqual([
    ["older-export", "LOINC_6_transcodage_demandes_20260630.csv"],
  ]);
});

it("paths without a table are told", async () => {
  folder.write("empty/a.txt", "a");
  const { rows, problems } = await loadDecided([`${folder.path}/empty`, `${folder.path}/nowhere`]);
  expect(rows).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(["no-table-in-folder", "unreadable-path"]);
});

it("a file that is named is read whatever its name", async () => {
  const { rows } = await loadDecided([folder.write("resultats.csv", row("A"))]);
  expect(rows.map(({ file, line, code }) => [file, line, code])).toEqual([["resultats.csv", 1, "A"]]);
});
