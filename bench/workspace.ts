/**
 * How fast the review's storage is: `npm run bench:workspace [-- --rows N]`. Fills a new project with a generated catalogue, on PGlite in a folder and
 * on a PostgreSQL server that is started for it. It says figures; it passes nothing and fails nothing.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadCatalogue } from "../src/catalogue/load-catalogue.ts";
import type { Catalogue } from "../src/catalogue/types.ts";
import { groundsFor, loadModel } from "../src/engine/open-matcher.ts";
import { findTerm } from "../src/loinc/release.ts";
import { loadStarter } from "../src/loinc/starter.ts";
import { matchCatalogue } from "../src/matching/match-catalogue.ts";
import type { Proposal } from "../src/matching/proposal.ts";
import { backup } from "../src/workspace/backup.ts";
import { createProject } from "../src/workspace/create-project.ts";
import type { Database } from "../src/workspace/database.ts";
import { decide } from "../src/workspace/decide.ts";
import { exportSgl } from "../src/workspace/export.ts";
import { itemFacets } from "../src/workspace/item-facets.ts";
import { createLaboratory } from "../src/workspace/laboratories.ts";
import { listItems } from "../src/workspace/list-items.ts";
import { acceptLot, lotsOf } from "../src/workspace/lots.ts";
import { openWorkspace } from "../src/workspace/open-workspace.ts";
import { storeProposals } from "../src/workspace/proposals.ts";
import { rebuild } from "../src/workspace/rebuild.ts";
import { isRefusal } from "../src/workspace/refusal.ts";
import { reimport } from "../src/workspace/reimport.ts";
import { restore } from "../src/workspace/restore.ts";
import type { Actor, Refusal, StoredFile, TermLookup } from "../src/workspace/types.ts";
import { startPostgres } from "../test/start-postgres.ts";
import { filesOf } from "./catalogue-files.ts";
import { generateCatalogue } from "./generate-catalogue.ts";

const SEED = 20261115;
const EXAMPLE = fileURLToPath(new URL("../examples/laboratoire-du-port", import.meta.url));
const person: Actor = { id: randomUUID(), name: "Mesure", roles: ["manager", "biologist", "admin"], specialties: [] };
const terms: TermLookup = (code) => findTerm(loadStarter(), code);

const { values: options } = parseArgs({
  options: { rows: { type: "string", default: "20000" } },
});
const folder = mkdtempSync(join(tmpdir(), "transloinc-bench-"));

try {
  console.log(
    `${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, Node.js ${process.version}`,
  );
  const { catalogue } = await loadCatalogue([EXAMPLE]);
  const generated = generateCatalogue(catalogue, Number(options.rows), SEED);
  const files = filesOf(generated);
  const proposals = proposalsFor(catalogue, generated);
  const bytes = proposals.reduce((sum, proposal) => sum + JSON.stringify(proposal).length, 0);
  console.log(`${proposals.length} rows; proposals ${mib(bytes)}\n`);
  await measure("PGlite", () => openWorkspace({ dataDir: join(folder, randomUUID()) }), files, proposals);
  const postgres = await startPostgres(folder);
  try {
    const databaseUrl = await postgres.createDatabase();
    await measure("PostgreSQL", () => openWorkspace({ databaseUrl }), files, proposals);
  } finally {
    await postgres.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(
  name: string,
  open: () => Promise<Database>,
  files: readonly StoredFile[],
  proposals: readonly Proposal[],
): Promise<void> {
  console.log(name);
  const db = await timed("open and migrate", open);
  const laboratory = given(await createLaboratory(db, person, randomUUID()));
  const { project } = given(
    await timed("import the files", () =>
      createProject(db, person, { laboratory: laboratory.id, name: "Mesure", files, references: [] }),
    ),
  );
  await timed("store the proposals", () => storeProposals(db, person, project.id, proposals));
  await timed("store them again (nothing changes)", () => storeProposals(db, person, project.id, proposals));
  const page = await timed("first page of 200", () => listItems(db, project.id));
  await timed("page by confidence, filtered", () =>
    listItems(db, project.id, { level: "analysis", state: "proposed", sort: "confidence", missing: "unit" }),
  );
  await timed("search two words", () => listItems(db, project.id, { q: "glucose urines" }));
  await timed("counts for the filters", () => itemFacets(db, project.id));
  await timed("decide on one row", () =>
    decide(
      db,
      person,
      project.id,
      [{ item: page.items[0]!.id, choice: { kind: "local", reason: "", from: "search" } }],
      terms,
    ),
  );
  const [lot] = (await timed("find the lots", () => lotsOf(db, project.id, () => undefined))).sort(
    (a, b) => b.rows - a.rows,
  );
  await timed(`accept the largest lot (${lot!.rows} rows)`, () =>
    acceptLot(db, person, project.id, lot!.key, terms, lot!.versions),
  );
  await timed("import the same files again", () => reimport(db, person, project.id, files));
  await timed("export LOINC_4, 5 and 6", () => exportSgl(db, person, project.id, { date: "2026-11-30" }));
  await timed("rebuild all items from the history", () => rebuild(db, project.id));
  const path = join(folder, `${name}.gz`);
  await timed("backup", () => backup(db, path));
  console.log(`  ${"size of the backup".padEnd(46)} ${mib(statSync(path).size)}`);
  await db.close();
  const fresh = await openWorkspace({});
  await timed("restore it in PGlite", () => restore(fresh, path, person));
  await fresh.close();
  console.log();
}

/**
 * Runs `work`; prints how long it took, how much this process computed meanwhile (all of it on PGlite, which lives in it), and how long at most
 * nothing else could run on the main thread.
 */
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  const cells = [ms, (user + system) / 1000, delay.max / 1e6].map((value) => `${value.toFixed(0)} ms`.padStart(9));
  console.log(`  ${name.padEnd(46)} ${cells[0]}   computing ${cells[1]}   main thread held ${cells[2]}`);
  return result;
}

function given<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(value.message);
  return value;
}

/** A proposal for each row of `generated`: that of the row it was copied from. Matching is measured elsewhere. */
function proposalsFor(source: Catalogue, generated: Catalogue): Proposal[] {
  const matched = matchCatalogue({ ...groundsFor(loadStarter(), "fr"), model: loadModel() }, source);
  const byKey = new Map(matched.map((proposal) => [`${proposal.level} ${proposal.code}`, proposal]));
  const copies = (level: Proposal["level"], rows: readonly { readonly code: string; readonly label: string }[]) =>
    rows.flatMap(({ code, label }): Proposal[] => {
      const original = byKey.get(`${level} ${code}`) ?? byKey.get(`${level} ${code.replace(/-\d+$/, "")}`);
      return original === undefined ? [] : [{ ...original, code, label }];
    });
  const sections = matched.filter(({ level }) => level === "chapter" || level === "subchapter");
  return [...sections, ...copies("exam", generated.exams), ...copies("analysis", generated.analyses)];
}

function mib(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
