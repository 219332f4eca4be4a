/**
 * Checks every fact of the starter reference against a Loinc.csv: `npm run starter:check -- --against PATH`.
 * A difference is printed unless reference/starter/differences.tsv explains it; exit status 1 when one is left.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readRows } from "../src/lexicon/table.ts";
import { openReference } from "../src/loinc/open-reference.ts";
import { findTerm } from "../src/loinc/release.ts";
import { starterRows } from "../src/loinc/starter.ts";
import { termOfRow } from "../src/loinc/table-row.ts";
import type { Term } from "../src/loinc/term.ts";

const FACTS = [
  "component",
  "property",
  "time",
  "system",
  "scale",
  "method",
  "class",
  "status",
  "use",
  "units",
  "shortName",
  "longName",
] as const satisfies readonly (keyof Term)[];

const { values: options } = parseArgs({ options: { against: { type: "string" } } });
if (options.against === undefined) {
  console.error("usage: npm run starter:check -- --against PATH_TO_Loinc.csv");
  process.exit(2);
}

const explained = new Set(
  readRows("differences.tsv", readFileSync(new URL("../reference/starter/differences.tsv", import.meta.url), "utf8"), [
    "loinc",
    "column",
    "why",
  ])
    .filter((row) => row.why !== "")
    .map((row) => `${row.loinc} ${row.column}`),
);
const reference = await openReference(options.against);
let facts = 0;
let silent = 0;
let known = 0;
let left = 0;
const rows = starterRows();
for (const row of rows) {
  const own = termOfRow(row);
  const theirs = own && findTerm(reference, own.code);
  if (own === undefined || theirs === undefined) {
    left++;
    console.log(`${row.LOINC_NUM}: ${own === undefined ? "not a LOINC code" : "not in the reference"}`);
    continue;
  }
  for (const fact of FACTS) {
    if (String(own[fact]) === "") continue;
    facts++;
    if (own[fact] === theirs[fact]) continue;
    if (String(theirs[fact]) === "") silent++;
    else if (explained.has(`${own.code} ${fact}`)) known++;
    else {
      left++;
      console.log(`${own.code} ${fact}: starter "${own[fact]}", reference "${theirs[fact]}"`);
    }
  }
}
console.log(
  `${rows.length} terms, ${facts} facts: ${facts - silent - known - left} the same, ${silent} of which the reference says nothing, ${known} explained, ${left} unexplained`,
);
process.exit(left === 0 ? 0 : 1);
