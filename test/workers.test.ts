/** Proposals are the same whatever the number of threads that made them. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { buildProgramInto } from "./built-program.ts";
import { biologieFr, circuitXlsx } from "./official-files.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
let program: string;
beforeAll(() => {
  program = buildProgramInto(folder.path);
}, 120_000);

function mapped(workers: number, data = "none"): { proposals: string; analyses: string } {
  const out = join(folder.path, `${data} ${workers}`);
  const args = [program, "map", "examples/laboratoire-du-port", "--out", out, "--date", "20261130"];
  const more = ["--workers", String(workers), "--data", join(folder.path, data)];
  const run = spawnSync(process.execPath, [...args, ...more], { encoding: "utf8" });
  expect(run.status, run.stderr).toBeLessThanOrEqual(1);
  const read = (name: string): string => readFileSync(join(out, name), "latin1");
  return { proposals: read("propositions.jsonl"), analyses: read("LOINC_6_transcodage_demandes_20261130.csv") };
}

it("with no thread, one and three", () => {
  const alone = mapped(0);
  expect(alone.proposals.split("\n").length).toBeGreaterThan(700);
  expect(mapped(1)).toEqual(alone);
  expect(mapped(3)).toEqual(alone);
}, 120_000);

it("with official names and the circuit, which threads know too", async () => {
  const files = [
    folder.write("b.xlsx", await biologieFr([{ code: "14749-6", label: "Glucose", synonyms: "Ferritine" }])),
    folder.write("c.xlsx", await circuitXlsx({ analyses: ["14749-6", "2692-2"] })),
  ];
  const added = spawnSync(process.execPath, [
    program,
    "reference",
    "add",
    ...files,
    "--data",
    join(folder.path, "data"),
  ]);
  expect(added.status).toBe(0);
  const alone = mapped(0, "data");
  expect(alone.proposals).not.toBe(mapped(0).proposals);
  expect(mapped(2, "data")).toEqual(alone);
}, 120_000);
