import { expect, it } from "vitest";
import { lexiconTargets } from "../scripts/lexicon-targets.ts";
import { readTables } from "../src/lexicon/load-lexicon.ts";
import { readRows } from "../src/lexicon/table.ts";

const tables = readTables();
const targets = lexiconTargets(tables);
const witnessed = readRows("witnesses.tsv", tables.get("witnesses.tsv")!, ["target", "loinc"]).map((row) => row.target);

// When one of these fails: npx tsx scripts/lexicon-witnesses.ts --against PATH_TO_Loinc.csv

it("every target of the lexicon exists in LOINC", () => {
  expect(targets.length).toBeGreaterThan(1000);
  const known = new Set(witnessed);
  expect(targets.filter((target) => !known.has(target))).toEqual([]);
});

it("no witness is left from an older lexicon", () => {
  const wanted = new Set(targets);
  expect(witnessed.filter((target) => !wanted.has(target))).toEqual([]);
});
