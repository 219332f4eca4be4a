/**
 * `kill -9` in the middle of an import, of a lot, of a signature: whatever was acknowledged is there, the rest is whole or not at all,
 * and people go on without anybody mending anything. The moments differ, and are shares of how long the work takes on this machine.
 */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ItemPage } from "../src/server/schemas/items.ts";
import type { Lot } from "../src/server/schemas/lots.ts";
import type { Project } from "../src/server/schemas/projects.ts";
import type { Proof, SignoffPart } from "../src/server/schemas/signoff.ts";
import { openWorkspace } from "../src/workspace/open-workspace.ts";
import { readRows } from "../src/workspace/read-rows.ts";
import { rebuild } from "../src/workspace/rebuild.ts";
import { buildProgramInto } from "./built-program.ts";
import { importProject, json, type RemoteClient, upload } from "./client.ts";
import { postgresServer } from "./databases.ts";
import { type Killable, killableServer, type Place } from "./killed-server.ts";
import { exampleFiles } from "./review.ts";
import { killServers } from "./serve-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const LONG = 300_000;
const files = exampleFiles();
const ROWS = (await readRows(files)).rows.length;
const folder = temporaryFolder();
const postgres = postgresServer();
let main: string;
beforeAll(() => {
  main = buildProgramInto(folder.path);
}, LONG);
afterAll(killServers);

/** `n` moments as shares of the time that the work takes, early ones and late ones: each run of the tests draws its own. */
function moments(n: number): number[] {
  return Array.from({ length: n }, (_, i) => 0.05 + (0.85 * (i + Math.random())) / n);
}

// a folder has more to lose than a server that goes on
describe.each([
  ["PGlite", 2],
  ["PostgreSQL", 1],
] as const)("killed on %s", (kind, times) => {
  let server: Killable;
  let place: Place;
  let project: string;
  const at = (path: string) => `/api/projects/${project}${path}`;
  const manager = () => server.people().manager;
  const biologist = () => server.people().biologist;
  const count = async (of: string) => (await json<ItemPage>(manager().get(at(`/items?limit=1&${of}`)))).total;
  const projects = async () => (await json<{ projects: Project[] }>(manager().get("/api/projects"))).projects;
  const newLaboratory = async (name: string) =>
    (await json<{ id: string }>(manager().send("POST", "/api/laboratories", { name }))).id;

  beforeAll(async () => {
    const data = join(folder.path, kind);
    place = kind === "PGlite" ? { data } : { data, databaseUrl: await postgres.createDatabase() };
    server = await killableServer(main, place);
    project = await importProject(manager(), files, "Catalogue");
  }, LONG);

  it(
    "during an upload: the files wait whole, or not at all",
    async () => {
      const took = await timed(() => json(upload(manager(), files)));
      for (const moment of moments(1))
        await inTheMiddle(took * moment, async (ms) => {
          const answer = await server.killDuring(ms, () => json<{ id: string }>(upload(manager(), files)));
          if (answer !== undefined) expect((await manager().get(`/api/imports/${answer.id}`)).status).toBe(200);
          return answer;
        });
    },
    LONG,
  );

  it(
    "while codes are proposed: the job goes on by itself, and no row is left without",
    async () => {
      const laboratory = await newLaboratory(`Propositions ${kind}`);
      const { id } = await json<{ id: string }>(upload(manager(), files));
      const commit = manager().send("POST", `/api/imports/${id}/commit`, { laboratory, name: "P" });
      const { job, project: own } = await json<{ job: string; project: string }>(commit);
      type Seen = { readonly state: string; readonly done: number; readonly total: number };
      const look = () => json<Seen>(manager().get(`/api/jobs/${job}`));
      // in the middle of matching; then, where there are several parts, when some proposals are stored
      for (const share of [0.2, 0.81].slice(0, times)) {
        let seen = await look();
        while (seen.state !== "done" && !(seen.total > 0 && seen.done >= share * seen.total)) {
          await pause(20);
          seen = await look();
        }
        await server.kill(async (open) => {
          if (place.databaseUrl === undefined) return;
          // another process waits for silence before it takes a job over: here that time is over
          const db = await open();
          await db.query("update job set beat_at = beat_at - interval '1 minute' where state = 'running'");
          await db.close();
        });
      }
      const events = await (await manager().get(`/api/jobs/${job}/events`)).text();
      expect(events).toMatch(/^event: done$/m);
      const left = await json<ItemPage>(manager().get(`/api/projects/${own}/items?limit=1&state=todo`));
      expect(left.total).toBe(0);
    },
    LONG,
  );

  it(
    "during the acceptance of a lot: all of its rows are decided, or none",
    async () => {
      const largest = async () => {
        const { lots } = await json<{ lots: Lot[] }>(biologist().get(at("/lots")));
        return lots.sort((a, b) => b.rows - a.rows)[0]!;
      };
      const accept = async ({ key, versions }: Lot) =>
        json<{ batch: string }>(biologist().send("POST", at(`/lots/${encodeURIComponent(key)}/accept`), { versions }));
      const undo = () => json(biologist().send("POST", at("/undo")));
      const lot = await largest();
      expect(lot.rows).toBeGreaterThan(50);
      const took = await timed(() => accept(lot));
      await undo();
      for (const moment of moments(times))
        await inTheMiddle(took * moment, async (ms) => {
          const again = await largest();
          const answer = await server.killDuring(ms, () => accept(again));
          const decided = await count("state=decided");
          expect(answer === undefined ? [0, lot.rows] : [lot.rows]).toContain(decided);
          if (decided > 0) await undo();
          expect(await count("state=decided")).toBe(0);
          return answer;
        });
    },
    LONG,
  );

  it(
    "during a signature: the proof is there and its rows are signed, or neither",
    async () => {
      const every = await allRows(manager(), project);
      const decision = { kind: "local", reason: "", from: "search" };
      const decisions = every.map(({ id, version }) => ({ item: id, version, decision }));
      await json(manager().send("POST", at("/decisions"), { decisions }));
      const chapters = async () =>
        (await json<{ parts: SignoffPart[] }>(biologist().get(at("/signoff")))).parts
          .filter(({ scope, ready }) => scope.kind === "chapter" && ready)
          .sort((a, b) => b.items - a.items);
      const proofs = async () => (await json<{ proofs: Proof[] }>(biologist().get(at("/proofs")))).proofs;
      const sign = ({ scope }: SignoffPart) => json<Proof>(biologist().send("POST", at("/signoff"), { scope }));
      const [first] = await chapters();
      const took = await timed(() => sign(first!));
      for (const moment of moments(times))
        await inTheMiddle(took * moment, async (ms) => {
          const [part] = await chapters();
          const before = { proofs: (await proofs()).length, signed: await count("state=signed") };
          const answer = await server.killDuring(ms, () => sign(part!));
          const after = { proofs: (await proofs()).length, signed: await count("state=signed") };
          const signed = { proofs: before.proofs + 1, signed: before.signed + part!.items };
          expect(answer === undefined ? [before, signed] : [signed]).toContainEqual(after);
          if (after.proofs === before.proofs) expect((await sign(part!)).rows).toBe(part!.items);
          return answer;
        });
    },
    LONG,
  );

  // last: the codes of what is imported here need not be waited for
  it(
    "while rows are stored: the project is there with all of them, or its files wait as before",
    async () => {
      const staged = async () => (await json<{ id: string }>(upload(manager(), files))).id;
      const laboratory = await newLaboratory(`Arrêts ${kind}`);
      const commit = (id: string, name: string) =>
        json<{ job: string; project: string }>(
          manager().send("POST", `/api/imports/${id}/commit`, { laboratory, name }),
        );
      const first = await staged();
      const took = await timed(() => commit(first, "sans arrêt"));
      let attempts = 0;
      for (const moment of moments(times + 1))
        await inTheMiddle(took * moment, async (ms) => {
          const id = await staged();
          const name = `arrêt ${++attempts}`;
          const answer = await server.killDuring(ms, () => commit(id, name));
          const made = (await projects()).find((one) => one.name === name);
          const waits = (await manager().get(`/api/imports/${id}`)).status === 200;
          expect(made?.items ?? 0).toBe(made === undefined ? 0 : ROWS);
          expect(waits).toBe(made === undefined);
          if (answer !== undefined) expect(made?.id).toBe(answer.project);
          // whoever was interrupted asks again
          if (made === undefined) expect((await commit(id, name)).project).not.toBe("");
          return answer;
        });
      for (const one of (await projects()).filter(({ name }) => name.startsWith("arrêt"))) expect(one.items).toBe(ROWS);
    },
    LONG,
  );

  it(
    "all that is left says what its history says, and nothing half-written waits",
    async () => {
      const all = await projects();
      await server.stop();
      const db = await openWorkspace(
        place.databaseUrl === undefined ? { dataDir: place.data } : { databaseUrl: place.databaseUrl },
      );
      for (const { id } of all) expect(await rebuild(db, id)).toMatchObject({ items: ROWS, mended: [] });
      const waiting = await db.query<{ files: number }>(
        "select count(f.*) as files from staged_import i left join staged_file f on f.import = i.id group by i.id",
      );
      expect(new Set(waiting.map(({ files: kept }) => kept))).toEqual(new Set([files.length]));
      expect(await db.query("select id from job where state in ('waiting', 'running') and kind <> 'match'")).toEqual(
        [],
      );
      await db.close();
    },
    LONG,
  );
});

/** Kills after `ms` what `attempt` begins, and earlier when it was answered before that. */
async function inTheMiddle(ms: number, attempt: (ms: number) => Promise<unknown>): Promise<void> {
  for (let left = ms; (await attempt(left)) !== undefined; left /= 2) expect(left).toBeGreaterThan(0.1);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Every row of a project, page by page. */
async function allRows(client: RemoteClient, project: string): Promise<ItemPage["items"]> {
  const rows: ItemPage["items"] = [];
  let next: string | null = "";
  while (next !== null) {
    const after: string = next === "" ? "" : `&cursor=${encodeURIComponent(next)}`;
    const page: ItemPage = await json<ItemPage>(client.get(`/api/projects/${project}/items?limit=500${after}`));
    rows.push(...page.items);
    next = page.next;
  }
  return rows;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
