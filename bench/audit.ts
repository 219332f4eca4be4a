/**
 * How many planted errors an audit finds, and how often it cries wolf: `npm run bench:audit -- [--reference PATH] [--gold DIR…] [--seed N] [--list]`.
 * Among 1,500 right rows 200 wrong ones of ten kinds. A row counts as found when it bears a finding of severity `error` or `warning`.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { auditTable } from "../src/audit/audit.ts";
import type { Finding } from "../src/audit/finding.ts";
import { groundsFor, loadModel, openReleases } from "../src/engine/open-matcher.ts";
import { loadGold } from "../src/evaluation/load-gold.ts";
import { loadStarter } from "../src/loinc/starter.ts";
import type { MappedRow, MappingTable } from "../src/tables/mapping.ts";
import { generatedRows, goldRows, joined } from "./audit-rows.ts";
import { seeded } from "./generate-catalogue.ts";
import { KINDS, plantErrors } from "./plant-errors.ts";

const PORT = fileURLToPath(new URL("../examples/laboratoire-du-port", import.meta.url));
const RIGHT = 1500;
const EACH = 20;

const { values: options } = parseArgs({
  options: {
    reference: { type: "string", multiple: true, default: [] },
    gold: { type: "string", multiple: true, default: [] },
    seed: { type: "string", default: "20261127" },
    list: { type: "boolean", default: false },
  },
});

const { release, starter } = await openReleases(options.reference);
const chance = seeded(Number(options.seed));
const golds = [];
for (const folder of [PORT, ...options.gold]) golds.push(await loadGold(folder));
const fromGold = goldRows(golds);
const total = RIGHT + EACH * KINDS.length;
const taken = new Set(fromGold.rows.map((row) => row.loinc));
const made = generatedRows(loadStarter(), total - Math.min(total, fromGold.rows.length), taken, chance);
const right = {
  rows: [...fromGold.rows, ...made.rows].slice(0, total),
  catalogue: joined([fromGold.catalogue, made.catalogue]),
};
const planted = plantErrors(right, release, EACH, chance);
const table: MappingTable = {
  format: "csv",
  rows: planted.rows,
  catalogue: right.catalogue,
  columns: [],
  problems: [],
};
const grounds = {
  matcher: { ...groundsFor(release, "fr"), model: loadModel() },
  wholeReference: !starter,
  replacements: new Map(),
  circuit: undefined,
};
const started = performance.now();
const { findings } = auditTable(grounds, table);
const seconds = (performance.now() - started) / 1000;

const counted = findings.filter(({ severity }) => severity !== "notice");
const flagged = new Set(counted.map(({ row }) => row));
const wrong = planted.kinds;
const found = [...flagged].filter((row) => wrong.has(row)).length;
console.log(
  `${release.info.title}, ${release.size} terms; seed ${options.seed}; ${fromGold.rows.length} rows from gold catalogues, ${made.rows.length} made from starter terms`,
);
console.log(
  `${planted.rows.length - wrong.size} right rows, ${wrong.size} wrong ones; audited in ${seconds.toFixed(1)} s`,
);
console.log(
  `recall ${percent(found, wrong.size)}, precision ${percent(found, flagged.size)} (${flagged.size - found} right rows with an error or a warning)\n`,
);
console.log(["planted", "rows", "found", "recall", "missed"].map((cell) => cell.padStart(12)).join(""));
for (const kind of KINDS) {
  const rows = [...wrong].filter(([, its]) => its === kind).map(([row]) => row);
  const seen = rows.filter((row) => flagged.has(row)).length;
  console.log(
    [kind, rows.length, seen, percent(seen, rows.length), rows.length - seen]
      .map((cell) => String(cell).padStart(12))
      .join(""),
  );
}
console.log(
  `\n${["rule", "severity", "findings", "on wrong rows", "precision"].map((cell) => cell.padStart(20)).join("")}`,
);
for (const key of [...new Set(findings.map(({ rule, severity }) => `${rule}\t${severity}`))]) {
  const these = findings.filter(({ rule, severity }) => `${rule}\t${severity}` === key);
  const true_ = these.filter(({ row }) => wrong.has(row)).length;
  console.log(
    [...key.split("\t"), these.length, true_, percent(true_, these.length)]
      .map((cell) => String(cell).padStart(20))
      .join(""),
  );
}
if (options.list) {
  console.log("\nRight rows with an error or a warning");
  for (const finding of counted.filter(({ row }) => !wrong.has(row))) console.log(line(finding));
  console.log("\nWrong rows without");
  for (const [row, kind] of wrong)
    if (!flagged.has(row))
      console.log(
        `${kind}: ${described(row)}; right ${right.rows.find((one) => one.code === row.code)!.loinc}; ${findings.filter((one) => one.row === row).map(({ rule }) => rule)}`,
      );
}

function line(finding: Finding): string {
  return `${finding.severity} ${finding.rule}: ${described(finding.row)} | ${finding.reason} ${finding.words} → ${finding.replacement?.loinc ?? ""} ${finding.replacement?.confidence ?? ""}`;
}

function described(row: MappedRow): string {
  const analysis = right.catalogue.analyses.find((one) => one.code === row.code)!;
  const { unit, specimen, method, time, scale } = analysis;
  return `${row.code} « ${row.label} » [${[unit, specimen, method, time, scale].join("|")}] ${row.loinc}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)} %`;
}
