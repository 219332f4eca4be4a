/** One measured process: `add <data> <file>` or `start <data>`. Prints one JSON line. */
import { performance } from "node:perf_hooks";

const [mode, data, ...files] = process.argv.slice(2);
const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
/** Milliseconds of all cores that the process has used. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const peak = () => process.resourceUsage().maxRSS * 1024;

if (mode === "add") {
  const { addReferences } = await load("cli/commands/reference-add.js");
  const started = performance.now();
  const log = console.log;
  console.log = () => {};
  const code = await addReferences(files, { data, lang: "fr", json: true });
  log(JSON.stringify({ code, ms: performance.now() - started, cpu: cpu(), peak: peak() }));
} else {
  const { openReleases, groundsFor, loadModel } = await load("engine/open-matcher.js");
  const { matchCatalogue } = await load("matching/match-catalogue.js");
  const { loadStarter } = await load("loinc/starter.js");
  loadStarter();
  const program = performance.now();
  const cpuBefore = cpu();
  const { release, companions } = await openReleases([], { data });
  const opened = performance.now();
  const cpuOpened = cpu();
  const grounds = groundsFor(release, "fr");
  const ready = performance.now();
  const cpuReady = cpu();
  const nothing = { synonym: "", property: "", unitCode: "", time: "", specimenCode: "", scale: "", method: "" };
  const row = { ...nothing, code: "A", label: "Glycémie à jeun", unit: "g/L", specimen: "Plasma", nabm: [], exams: [] };
  matchCatalogue({ ...grounds, model: loadModel() }, { chapters: [], exams: [], analyses: [row] });
  const first = performance.now();
  console.log(
    JSON.stringify({
      terms: release.size,
      french: companions.french.reduce((sum, names) => sum + names.codes.length, 0),
      circuit: companions.circuit?.all.size ?? 0,
      program,
      open: opened - program,
      grounds: ready - opened,
      match: first - ready,
      cpuOpen: cpuOpened - cpuBefore,
      cpuGrounds: cpuReady - cpuOpened,
      peak: peak(),
    }),
  );
}
