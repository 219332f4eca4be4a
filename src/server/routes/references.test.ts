/** References that an administrator adds and removes while the server runs. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exampleFiles } from "../../../test/review.ts";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { importProject, jobDone, json, testServer } from "../../../test/test-server.ts";
import { zipBytes } from "../../../test/zip-bytes.ts";
import type { HistoryEvent, ItemPage } from "../schemas/items.ts";
import type { Reference, SearchResult } from "../schemas/loinc.ts";
import type { Project } from "../schemas/projects.ts";

const folder = temporaryFolder();
const server = await testServer({ dataDir: folder.path });
const admin = await server.signIn(["admin"]);
const manager = await server.signIn(["manager"]);

const HEADER =
  "LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,STATUS,SHORTNAME,ORDER_OBS,LONG_COMMON_NAME";
const SODIUM =
  "2951-2,Sodium,SCnc,Pt,Ser/Plas,Qn,,CHEM,DEPRECATED,Sodium SerPl-sCnc,Both,Sodium [Moles/volume] in Serum or Plasma";
const NEW =
  "99999-5,Imaginarium,MCnc,Pt,Ser/Plas,Qn,,CHEM,ACTIVE,Imag SerPl-mCnc,Both,Imaginarium [Mass/volume] in Serum or Plasma";
const archive = zipBytes({ "LoincTable/Loinc.csv": `${HEADER}\n${SODIUM}\n${NEW}\n` });

const send = (name: string, bytes: Uint8Array) =>
  admin.raw("POST", `/api/references?name=${encodeURIComponent(name)}`, {
    body: Buffer.from(bytes),
    headers: { "Content-Type": "application/octet-stream" },
  });
const search = (q: string) => json<SearchResult>(manager.get(`/api/loinc/search?q=${encodeURIComponent(q)}`));
const listed = () => json<{ references: Reference[] }>(manager.get("/api/references"));

it("are read by a job, searched at once, and reopen decisions that they contradict", async () => {
  expect((await search("glycémie")).terms[0]?.component).toBe("Glucose");
  const project = await importProject(manager, exampleFiles());
  const at = `/api/projects/${project}`;
  const { items } = await json<ItemPage>(manager.get(`${at}/items?level=analysis&q=NA`));
  const row = items.find(({ code }) => code === "NA")!;
  const decision = { kind: "loinc", loinc: "2951-2", reason: "", from: "proposal" };
  await json(manager.send("POST", `${at}/items/${row.id}/decide`, { version: row.version, decision }));

  const { job } = await json<{ job: string }>(send("Loinc_2.99.zip", archive));
  await jobDone(admin, job);
  expect((await listed()).references).toMatchObject([
    { id: "Loinc_2.99", title: "LOINC 2.99", version: "2.99", terms: 2 },
  ]);
  expect((await search("imaginarium")).terms.map(({ code }) => code)).toEqual(["99999-5"]);
  expect((await search("glycémie")).total).toBe(0);
  expect(readdirSync(join(folder.path, "references"))).toEqual(["Loinc_2.99.pack"]);

  const again = await json<{ job: string }>(manager.send("POST", `${at}/match`));
  expect((await manager.send("POST", `${at}/match`)).status).toBe(409);
  await jobDone(manager, again.job);
  const { state, reopened } = (await json<ItemPage>(manager.get(`${at}/items?level=analysis&q=NA`))).items.find(
    ({ code }) => code === "NA",
  )!;
  expect([state, reopened]).toEqual(["reopened", expect.stringContaining("périmé")]);
  const { references } = await json<Project>(manager.get(at));
  expect(references).toMatchObject([{ title: "LOINC 2.99" }]);

  expect((await admin.send("DELETE", "/api/references/Loinc_2.99")).status).toBe(204);
  expect((await search("glycémie")).total).toBeGreaterThan(0);
  expect((await listed()).references).toEqual([]);
  expect((await admin.send("DELETE", "/api/references/..%2F..%2Fetc")).status).toBe(404);
});

it("stay as they were when a file is none, and say why", async () => {
  const { job } = await json<{ job: string }>(send("photo.zip", Buffer.from("PK\x03\x04 nothing")));
  const events = await (await admin.get(`/api/jobs/${job}/events`)).text();
  expect(events).toMatch(/^event: failed\ndata: .*photo\.zip : /m);
  expect(events).not.toContain(folder.path);
  expect(readdirSync(join(folder.path, "references"))).toEqual([]);
});

it("leave their marks in the history, page by page, items named", async () => {
  const whole = await json<{ events: HistoryEvent[]; next: number | null }>(admin.get("/api/history?limit=1000"));
  expect(whole.events.map(({ kind }) => kind)).toContain("reference-changed");
  const decided = whole.events.find(({ kind }) => kind === "decided")!;
  expect(decided.of).toMatchObject({ level: "analysis", code: "NA" });
  const first = await json<{ events: HistoryEvent[]; next: number }>(admin.get("/api/history?limit=3"));
  const second = await json<{ events: HistoryEvent[] }>(admin.get(`/api/history?limit=3&cursor=${first.next}`));
  expect([...first.events, ...second.events].map(({ id }) => id)).toEqual(whole.events.slice(0, 6).map(({ id }) => id));
});
