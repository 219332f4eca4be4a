/**
 * Many people at once: `npm run bench:load -- [--people N] [--rows N] [--seconds N] [--pause MS] [--seed N]`. A real PostgreSQL, two
 * processes of the built server on it, and biologists with an account each who review one project, often the same rows. It says how much
 * and how fast, and proves from the database that no decision was lost: it fails when one was, or when an answer was an error.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ItemPage } from "../src/server/schemas/items.ts";
import { openWorkspace } from "../src/workspace/open-workspace.ts";
import { importProject, json, type RemoteClient, remoteClient } from "../test/client.ts";
import { BUILT, type Served, serve } from "../test/serve-process.ts";
import { startPostgres } from "../test/start-postgres.ts";
import { seeded } from "./generate-catalogue.ts";
import { largeFiles } from "./large-catalogue.ts";
import { type Work, workAs } from "./load-person.ts";
import { prove } from "./load-proof.ts";
import { TIMES_HEAD, timesLine } from "./times.ts";

const PASSWORD = "une phrase de passe";
/** Rows that everybody looks at. */
const HOT = 10;
/** Passwords take time to check, by design: so many at once. */
const AT_ONCE = 4;

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "50" },
    rows: { type: "string", default: "5000" },
    seconds: { type: "string", default: "60" },
    pause: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
  },
});
const [people, rows, seconds, pause, seed] = [
  Number(options.people),
  Number(options.rows),
  Number(options.seconds),
  Number(options.pause),
  Number(options.seed),
] as const;

const folder = mkdtempSync(join(tmpdir(), "transloinc-bench-"));
const postgres = await startPostgres(folder);
const servers: Served[] = [];
try {
  const load = loadavg()[0]!.toFixed(1);
  console.log(`${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, load ${load}, Node.js ${process.version}`);
  const DATABASE_URL = await postgres.createDatabase();
  for (const name of ["a", "b"]) servers.push(await serve(["--data", join(folder, name)], { DATABASE_URL }, BUILT));
  const addresses = servers.map(({ address }) => address);
  const admin = await remoteClient(addresses[0]!, "POST", "/api/setup", {
    login: "admin",
    name: "Admin",
    password: PASSWORD,
  });
  const manager = await account(admin, "gestionnaire", ["manager"]);
  const project = await importProject(manager, largeFiles(rows), "Charge");
  const clients: RemoteClient[] = [];
  while (clients.length < people) {
    const next = Array.from({ length: Math.min(AT_ONCE, people - clients.length) }, (_, i) => clients.length + i);
    clients.push(...(await Promise.all(next.map((n) => account(admin, `biologiste-${n}`, ["biologist"])))));
  }
  const { items, total } = await json<ItemPage>(
    manager.get(`/api/projects/${project}/items?level=analysis&state=proposed`),
  );
  const hot = items.slice(0, HOT).map(({ id }) => id);
  console.log(
    `${people} people, ${addresses.length} servers, ${total} analyses; ${seconds} s, ${pause} ms between requests\n`,
  );

  const begun = performance.now();
  const habits = { project, hot, pause, until: begun + 1000 * seconds };
  const works = await Promise.all(
    clients.map((client, i) =>
      workAs(client.at(addresses[i % addresses.length]!), `biologiste-${i}`, seeded(seed + i), habits),
    ),
  );
  tellWork(works, (performance.now() - begun) / 1000);
  await Promise.all(servers.map((server) => server.stop("SIGTERM")));

  const database = await openWorkspace({ databaseUrl: DATABASE_URL });
  const claims = await prove(database, project, works);
  await database.close();
  for (const { claim, against } of claims) {
    console.log(`${against.length === 0 ? "holds" : "FAILS"}: ${claim}`);
    for (const one of against.slice(0, 5)) console.log(`       ${one}`);
  }
  const failed = claims.some(({ against }) => against.length > 0) || works.some(({ errors }) => errors.length > 0);
  process.exitCode = failed ? 1 : 0;
} finally {
  await Promise.all(servers.map((server) => server.stop("SIGKILL")));
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A new account, signed in. */
async function account(by: RemoteClient, login: string, roles: readonly string[]): Promise<RemoteClient> {
  await json(by.send("POST", "/api/users", { login, name: login, roles, password: PASSWORD }));
  return remoteClient(servers[0]!.address, "POST", "/api/session", { login, password: PASSWORD });
}

function tellWork(works: readonly Work[], took: number): void {
  const kinds = new Map<string, number[]>();
  for (const { times } of works)
    for (const [kind, some] of times) kinds.set(kind, [...(kinds.get(kind) ?? []), ...some]);
  const all = [...kinds.values()].flat();
  console.log([TIMES_HEAD, ...[...kinds].map(([kind, times]) => timesLine(kind, times))].join("\n"));
  console.log(timesLine("all", all));
  const acknowledged = works.flatMap((work) => work.acknowledged);
  const count = (did: string): number => acknowledged.filter((one) => one.did === did).length;
  const errors = works.flatMap((work) => work.errors);
  console.log(`
requests a second    ${(all.length / took).toFixed(0)}
acknowledged         ${count("decide")} decisions, ${count("undo")} undoings, ${count("comment")} comments
conflicts            ${works.flatMap(({ conflicts }) => conflicts).length} (somebody else had decided since the row was opened)
nothing to undo      ${works.reduce((sum, work) => sum + work.nothingToUndo, 0)}
errors               ${errors.length}${errors.length === 0 ? "" : ` (${[...new Set(errors)].join("; ")})`}
`);
}
