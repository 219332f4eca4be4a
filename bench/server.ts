/**
 * How fast the workbench answers: `npm run bench:server -- [--reference PATH…] [--rows N] [--requests N]`. The built server on a new
 * folder, real requests through its socket: import to proposals of the example laboratory, then reading and deciding in a large
 * project, alone and while another catalogue is matched. It says figures; it passes nothing and fails nothing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { InputFile } from "../src/catalogue/table.ts";
import { readConfig, type ServerConfig } from "../src/server/config.ts";
import { openLog } from "../src/server/log.ts";
import type { ItemPage } from "../src/server/schemas/items.ts";
import type { startServer as StartServer } from "../src/server/start-server.ts";
import { exampleFiles, largeFiles } from "./large-catalogue.ts";

const PASSWORD = "une phrase de passe";

const { values: options } = parseArgs({
  options: {
    reference: { type: "string", multiple: true, default: [] },
    rows: { type: "string", default: "20000" },
    requests: { type: "string", default: "200" },
  },
});
const requests = Number(options.requests);
// the built one: its threads start as they do for people
const built = new URL("../dist/server/start-server.js", import.meta.url).href;
const { startServer } = (await import(built)) as { readonly startServer: typeof StartServer };
const folder = mkdtempSync(join(tmpdir(), "transloinc-bench-"));
const given = { host: "127.0.0.1", port: 0, dataDir: folder, references: options.reference };
const config = readConfig(given, process.env) as ServerConfig;
const started = performance.now();
const server = await startServer(config, openLog({ write: () => undefined }, "silent"));
const origin = server.address;
let cookie = "";
let csrf = "";

try {
  console.log(`${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, Node.js ${process.version}`);
  line("start of the server", performance.now() - started);
  await signIn("/api/setup", { login: "admin", name: "Admin", password: PASSWORD });
  const user = { login: "m", name: "M", roles: ["manager", "biologist"], password: PASSWORD };
  await ask("POST", "/api/users", JSON.stringify(user));
  await signIn("/api/session", { login: "m", password: PASSWORD });

  const example = exampleFiles();
  console.log("\nThe example laboratory, files to proposals");
  await importAs("exemple", example);
  console.log("again, lexicon and database warm");
  await importAs("exemple encore", example);

  const large = largeFiles(Number(options.rows));
  console.log(`\n${options.rows} rows, files to proposals`);
  const project = await importAs("grand", large);
  console.log(`\nRequests, ${requests} of each, milliseconds`);
  await latencies(project);
  console.log("while another catalogue of that size is imported and matched");
  const other = importAs("autre grand", large, false);
  await latencies(project);
  await other;
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function ask<T>(method: string, path: string, body?: string | FormData): Promise<T> {
  const headers: Record<string, string> = { Origin: origin, Cookie: cookie, "X-CSRF-Token": csrf };
  if (typeof body === "string") headers["Content-Type"] = "application/json";
  const answer = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const set = answer.headers.get("set-cookie");
  if (set !== null) cookie = set.split(";")[0]!;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} ${answer.status} ${text}`);
  return (text.startsWith("{") ? JSON.parse(text) : text) as T;
}

async function signIn(path: string, body: object): Promise<void> {
  csrf = (await ask<{ csrf: string }>("POST", path, JSON.stringify(body))).csrf;
}

/** Imports `files` into a project of its own and waits for its proposals; tells the steps. */
async function importAs(name: string, files: readonly InputFile[], told = true): Promise<string> {
  const { id: laboratory } = await ask<{ id: string }>("POST", "/api/laboratories", JSON.stringify({ name }));
  const body = new FormData();
  for (const file of files) body.append("files", new Blob([Buffer.from(file.bytes)]), file.name);
  const begun = performance.now();
  const { id } = await ask<{ id: string }>("POST", "/api/imports", body);
  const previewed = performance.now();
  const commit = JSON.stringify({ laboratory, name });
  const { job, project } = await ask<{ job: string; project: string }>("POST", `/api/imports/${id}/commit`, commit);
  const imported = performance.now();
  const events = await ask<string>("GET", `/api/jobs/${job}/events`);
  if (!events.includes("event: done")) throw new Error(events);
  const done = performance.now();
  if (told) {
    line("upload and preview", previewed - begun);
    line("rows stored", imported - previewed);
    line("matched and proposals stored", done - imported);
    line("files to proposals", done - begun);
  }
  return project;
}

async function latencies(project: string): Promise<void> {
  const at = `/api/projects/${project}`;
  const first = await ask<ItemPage>("GET", `${at}/items?limit=500&level=analysis&state=proposed`);
  const rows = first.items.filter(({ candidate }) => candidate !== null).slice(0, requests);
  await measure("first page of 200 rows, with the counts of the filters", (i) =>
    ask("GET", `${at}/items?limit=200${i % 2 ? "&band=review" : ""}`),
  );
  await measure("next page of 200 rows", () => ask("GET", `${at}/items?limit=200&cursor=${first.next}`));
  await measure("one item whole", (i) => ask("GET", `${at}/items/${rows[i % rows.length]!.id}`));
  await measure("decide on one item", (i) => {
    const { id, version, candidate } = rows[i]!;
    const decision = { kind: "loinc", loinc: candidate!.loinc, reason: "", from: "proposal" };
    return ask("POST", `${at}/items/${id}/decide`, JSON.stringify({ version, decision }));
  });
  await measure("answer to the deciding question of one item", (i) =>
    ask("POST", `${at}/items/${rows[i % rows.length]!.id}/rerank`, JSON.stringify({ answers: { unit: "mmol/L" } })),
  );
  await measure("search LOINC for two words", (i) =>
    ask("GET", `/api/loinc/search?q=${i % 2 ? "sodium" : "glucose"}+urine`),
  );
}

async function measure(name: string, request: (i: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < requests; i++) {
    const begun = performance.now();
    await request(i);
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1000 / requests).toFixed(0);
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(0);
  console.log(
    `  ${name.padEnd(58)} half ${at(0.5).padStart(6)}   95 % ${at(0.95).padStart(6)}   most ${at(1).padStart(6)}   CPU ${cpu.padStart(5)}`,
  );
}

function line(name: string, milliseconds: number): void {
  console.log(`  ${name.padEnd(58)} ${milliseconds.toFixed(0).padStart(8)} ms`);
}
