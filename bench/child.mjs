/** One measure in a fresh process, on the built program; prints JSON. Usage: child.mjs start REFERENCE | rows REFERENCE CATALOGUE.json WORKERS */
import { readFileSync } from "node:fs";

const [mode, reference, cataloguePath, workers = "0"] = process.argv.slice(2);
const laps = {};
let last = performance.now();
const lap = (name) => {
  const now = performance.now();
  laps[name] = now - last;
  last = now;
};

const dist = new URL("../dist/", import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const [{ openReleases, loadModel }, { loadLexicon }, { loadStarter, loadStarterPanels }] = await Promise.all([
  load("engine/open-matcher.js"),
  load("lexicon/load-lexicon.js"),
  load("loinc/starter.js"),
]);
const { indexReference } = await load("matching/reference-index.js");
const { buildEngine } = await load("matching/candidates.js");
const { indexPanels } = await load("matching/panel-index.js");
const { matchInThreads } = await load("cli/match-in-threads.js");
const { usualCodes } = await load("engine/usual-terms.js");
// performance.now() counts from the start of the process
laps.program = performance.now();
last = performance.now();

const { release } = await openReleases([reference]);
lap("reference");
const index = indexReference(release);
lap("index");
const lexicon = loadLexicon();
lap("lexicon");
const french = usualCodes(release, loadStarter());
const engine = buildEngine(lexicon, index, french);
const panels = indexPanels(engine, loadStarterPanels(), french);
const matcher = { engine, panels, language: "fr", model: loadModel() };
lap("engine");

const memory = () => ({
  rss: process.memoryUsage().rss,
  peak: process.resourceUsage().maxRSS * 1024,
});

if (mode === "start") {
  const nothing = { synonym: "", property: "", unitCode: "", time: "", specimenCode: "", scale: "", method: "" };
  const row = { ...nothing, code: "A", label: "Glycémie à jeun", unit: "g/L", specimen: "Plasma", nabm: [], exams: [] };
  await matchInThreads(matcher, { chapters: [], exams: [], analyses: [row] }, 0);
  lap("first row");
  console.log(JSON.stringify({ laps, firstProposal: performance.now(), terms: release.size, ...memory() }));
} else {
  const catalogue = JSON.parse(readFileSync(cataloguePath, "utf8"));
  const before = process.cpuUsage();
  const started = performance.now();
  const proposals = await matchInThreads(matcher, catalogue, Number(workers));
  const ms = performance.now() - started;
  const cpu = process.cpuUsage(before);
  console.log(JSON.stringify({ items: proposals.length, ms, cpu: (cpu.user + cpu.system) / 1000, ...memory() }));
}
