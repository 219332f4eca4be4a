/**
 * What other people notice of a large import: `npm run bench:importing -- [--rows N]`. The built server in a process of its own on PGlite;
 * while a catalogue is uploaded, previewed and stored, small requests are asked over and over: a page's file, which needs no database, and
 * the session, which does. It says figures; it passes nothing and fails nothing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { importProject, json, type RemoteClient, remoteClient, upload } from "../test/client.ts";
import { BUILT, serve } from "../test/serve-process.ts";
import { exampleFiles, largeFiles } from "./large-catalogue.ts";
import { TIMES_HEAD, timesLine } from "./times.ts";

const PASSWORD = "une phrase de passe";
const PATHS = ["/icon.svg", "/api/session"];
/** Between two small requests of one kind. */
const EVERY_MS = 25;

const { values: options } = parseArgs({ options: { rows: { type: "string", default: "20000" } } });
const folder = mkdtempSync(join(tmpdir(), "transloinc-bench-"));
const server = await serve(["--data", folder], {}, BUILT);

try {
  const client = await manager(server.address);
  const load = loadavg()[0]!.toFixed(1);
  console.log(`${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, load ${load}, Node.js ${process.version}; PGlite`);
  const files = largeFiles(Number(options.rows));
  await meanwhile(client, "nothing else", () => new Promise((resolve) => setTimeout(resolve, 2000)));
  // lexicon, database and what the machine compiles are warm afterwards
  await importProject(client, exampleFiles(), "Exemple");
  const { id: laboratory } = await json<{ id: string }>(client.send("POST", "/api/laboratories", { name: "Grand" }));
  const { id } = await meanwhile(client, `${options.rows} rows uploaded and previewed`, () =>
    json<{ id: string }>(upload(client, files)),
  );
  await meanwhile(client, `${options.rows} rows read and stored`, () =>
    json(client.send("POST", `/api/imports/${id}/commit`, { laboratory, name: "Grand" })),
  );
} finally {
  await server.stop("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}

async function manager(address: string): Promise<RemoteClient> {
  const admin = await remoteClient(address, "POST", "/api/setup", { login: "admin", name: "A", password: PASSWORD });
  const user = { login: "m", name: "M", roles: ["manager"], password: PASSWORD };
  await json(admin.send("POST", "/api/users", user));
  return remoteClient(address, "POST", "/api/session", { login: "m", password: PASSWORD });
}

/** What `work` gives; tells how long it took, and how long small requests did that came meanwhile. */
async function meanwhile<T>(client: RemoteClient, name: string, work: () => Promise<T>): Promise<T> {
  const asked = PATHS.map((path) => ({ path, times: [] as number[] }));
  const answers: Promise<void>[] = [];
  // whether or not the one before was answered: who waits does not ask less
  const asking = setInterval(() => {
    for (const { path, times } of asked) {
      const begun = performance.now();
      const answer = client.get(path).then((response) => response.arrayBuffer());
      answers.push(answer.then(() => void times.push(performance.now() - begun)));
    }
  }, EVERY_MS);
  const begun = performance.now();
  const done = await work();
  const ms = performance.now() - begun;
  clearInterval(asking);
  await Promise.all(answers);
  const lines = asked.map(({ path, times }) => timesLine(`GET ${path}`, times));
  console.log([`\n${name}: ${ms.toFixed(0)} ms`, TIMES_HEAD, ...lines].join("\n"));
  return done;
}
