/** References that an administrator adds and removes while the server runs. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importProject, jobDone, json } from "../../../test/client.ts";
import { biologieFr, circuitXlsx, loincZip, starterTerm } from "../../../test/official-files.ts";
import { exampleFiles } from "../../../test/review.ts";
import { runCli } from "../../../test/run-cli.ts";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { testServer } from "../../../test/test-server.ts";
import { zipBytes } from "../../../test/zip-bytes.ts";
import type { HistoryEvent, Item, ItemPage } from "../schemas/items.ts";
import type { Reference, SearchResult } from "../schemas/loinc.ts";
import type { Check } from "../schemas/overview.ts";
import type { Project } from "../schemas/projects.ts";

const folder = temporaryFolder();
const official = temporaryFolder();
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
    { id: "loinc-2.99", kind: "loinc", title: "LOINC 2.99", version: "2.99", terms: 2, inUse: true },
  ]);
  expect((await search("imaginarium")).terms.map(({ code }) => code)).toEqual(["99999-5"]);
  expect((await search("glycémie")).total).toBe(0);
  expect(readdirSync(join(folder.path, "references"))).toEqual(["loinc-2.99.pack"]);

  const again = await json<{ job: string }>(manager.send("POST", `${at}/match`));
  expect((await manager.send("POST", `${at}/match`)).status).toBe(409);
  await jobDone(manager, again.job);
  const { state, reopened } = (await json<ItemPage>(manager.get(`${at}/items?level=analysis&q=NA`))).items.find(
    ({ code }) => code === "NA",
  )!;
  expect([state, reopened]).toEqual(["reopened", expect.stringContaining("périmé")]);
  const { references } = await json<Project>(manager.get(at));
  expect(references).toMatchObject([{ title: "LOINC 2.99" }]);

  expect((await admin.send("DELETE", "/api/references/loinc-2.99")).status).toBe(204);
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

it("weigh in what is searched, proposed, decided and checked, whichever program installed them", async () => {
  const terms = ["2951-2", "2345-7", "718-7"].map((code) => starterTerm(code));
  const names = [{ code: "2951-2", label: "Sodium officiel", component: "Sodium", synonyms: "natron" }];
  // the act that the catalogue gives to sodium, aligned with glucose
  const acts = [["1609", "2345-7"]] as const;
  const add = (name: string, bytes: Uint8Array) =>
    runCli("reference", "add", official.write(name, bytes), "--data", folder.path);
  expect((await add("Loinc_2.81.zip", loincZip({ terms }))).code).toBe(0);
  expect((await add("LOINCFR_JeuDeValeurs.xlsx", await biologieFr(names, acts))).code).toBe(0);
  const { job } = await json<{ job: string }>(send("Circuit été.xlsx", await circuitXlsx({ analyses: ["718-7"] })));
  await jobDone(admin, job);
  const { references } = await listed();
  expect(references.map(({ kind, counts }) => [kind, counts.circuitAnalyses ?? 0])).toEqual([
    ["loinc", 0],
    ["biologie-fr", 0],
    ["circuit", 1],
  ]);
  expect(references[2]).toMatchObject({
    sources: ["Circuit été.xlsx"],
    sha256: expect.stringMatching(/^[\da-f]{64}$/),
  });
  expect((await search("natron")).terms).toMatchObject([{ code: "2951-2", officialFrench: "Sodium officiel" }]);

  const at = `/api/projects/${await importProject(manager, exampleFiles(), "Avec le circuit")}`;
  const row = (await json<ItemPage>(manager.get(`${at}/items?level=analysis&q=NA`))).items.find(
    ({ code }) => code === "NA",
  )!;
  expect(row.candidate).toMatchObject({ loinc: "2951-2", name: "Sodium officiel" });
  const decision = { kind: "loinc", loinc: "2951-2", reason: "", from: "proposal" };
  const decided = await json<Item>(
    manager.send("POST", `${at}/items/${row.id}/decide`, { version: row.version, decision }),
  );
  expect(decided.decision).toMatchObject({ name: "Sodium officiel" });
  const { checks } = await json<{ checks: Check[] }>(manager.get(`${at}/checks`));
  expect(checks.map(({ code, rule }) => [code, rule])).toEqual([
    ["NA", "not-in-circuit"],
    ["NA", "not-in-nabm"],
  ]);
  for (const { id } of references) expect((await admin.send("DELETE", `/api/references/${id}`)).status).toBe(204);
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
