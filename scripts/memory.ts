/**
 * Measures what a memory is worth: `npm run memory -- --reference PATH --gold DIR --gold DIR [--gold DIR…]`. Each catalogue is coded with the
 * gold of the others as its memory, and the codes recalled are compared with its own gold, beside those that its rows alone get.
 */
import { parseArgs } from "node:util";
import { groundsFor, loadModel, openReleases } from "../src/engine/open-matcher.ts";
import { loadGold } from "../src/evaluation/load-gold.ts";
import { matchCatalogue } from "../src/matching/match-catalogue.ts";
import { buildMemory, recall } from "../src/matching/memory.ts";
import { memoryEntries } from "../src/matching/memory-entries.ts";
import { memoryRows } from "../src/matching/memory-rows.ts";

const { values: options } = parseArgs({
  options: { reference: { type: "string", multiple: true }, gold: { type: "string", multiple: true } },
});
if (!options.gold || options.gold.length < 2) {
  console.error("usage: npm run memory -- [--reference PATH] --gold DIR --gold DIR [--gold DIR…]");
  process.exit(2);
}
const { release } = await openReleases(options.reference ?? []);
const golds = await Promise.all(options.gold.map(loadGold));
const matcher = { ...groundsFor(release, "fr"), model: loadModel() };

type Tally = { rows: number; memory: number; engine: number };
const tallies = new Map<string, Tally>();
const count = (name: string, memory: boolean, engine: boolean): void => {
  const tally = tallies.get(name) ?? { rows: 0, memory: 0, engine: 0 };
  tally.rows++;
  if (memory) tally.memory++;
  if (engine) tally.engine++;
  tallies.set(name, tally);
};
/** Exams and analyses: what a chapter is called is not in its gold. */
const entriesOf = golds.map(({ name, catalogue, gold }) =>
  memoryEntries(
    catalogue,
    gold.map((item) => ({ ...item, label: "" })),
    name,
  ),
);
golds.forEach((held, g) => {
  const memory = buildMemory(matcher.engine, entriesOf.filter((_, other) => other !== g).flat());
  const gold = new Map(held.gold.map((item) => [`${item.level}\t${item.code}`, item]));
  const rowOf = memoryRows(held.catalogue);
  for (const proposal of matchCatalogue(matcher, held.catalogue)) {
    const key = `${proposal.level}\t${proposal.code}`;
    const item = gold.get(key);
    if (item === undefined || (item.level !== "analysis" && item.level !== "exam")) continue;
    const row = rowOf(proposal.level, proposal.code, proposal.label);
    const right = (loinc: string | undefined): boolean => item.accepted.includes(loinc ?? "");
    const found = recall(memory, row);
    const best = proposal.candidates[0]?.loinc;
    const engine = proposal.band === "none" ? item.loinc === "" : right(best);
    const first = found[0];
    const how =
      first === undefined
        ? "nothing"
        : `${first.agreement}${found.length > 1 ? ", several codes" : first.loinc === best ? ", agrees" : ", differs"}`;
    count(`${proposal.level}: ${how}, ${proposal.band}`, right(first?.loinc), engine);
  }
});
const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`.padStart(9);
console.log(`${"".padEnd(40)}${"rows".padStart(6)}${"memory".padStart(9)}${"engine".padStart(9)}  right`);
for (const [name, { rows, memory, engine }] of [...tallies].sort()) {
  console.log(`${name.padEnd(40)}${String(rows).padStart(6)}${percent(memory, rows)}${percent(engine, rows)}`);
}
