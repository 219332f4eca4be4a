import { beforeAll, beforeEach, expect, it } from "vitest";
import { onBothDatabases } from "../../test/databases.ts";
import { aProject, exampleFiles, manager } from "../../test/review.ts";
import { dropOldArrivals, sendAhead } from "./arriving-rows.ts";
import type { Database } from "./database.ts";
import { dropExpiredImports, dropStagedImport, restageImport, stagedImport, stageImport } from "./import-staging.ts";
import {
  beatJob,
  claimJob,
  currentJob,
  dropOldJobs,
  enqueueJob,
  failJob,
  finishJob,
  getJob,
  releaseJob,
  releaseOrphans,
  SILENT_SECONDS,
} from "./jobs.ts";
import { readRows } from "./read-rows.ts";

const MATCH = { kind: "match", payload: { a: 1 } };

onBothDatabases((source) => {
  let db: Database;
  let other: Database;
  beforeAll(async () => {
    db = await source.open();
    other = await source.again(db);
  }, 120_000);
  beforeEach(() => db.query("delete from job"));
  const silence = (seconds: number) =>
    db.query("update job set beat_at = now() - make_interval(secs => $1)", [seconds]);

  it("are taken oldest first, each by one worker, by those who know their kind", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push(await enqueueJob(db, manager, MATCH));
    await enqueueJob(db, manager, { kind: "reference", payload: null });
    const claims = await Promise.all(
      Array.from({ length: 9 }, (_, i) => claimJob(i % 2 ? db : other, `w${i}`, ["match"])),
    );
    const taken = claims.flatMap((job) => (job === undefined ? [] : [job.id]));
    expect([...taken].sort()).toEqual([...ids].sort());
    expect((await claimJob(db, "w", ["match"]))?.id).toBeUndefined();
    expect((await claimJob(db, "w", ["match", "reference"]))?.kind).toBe("reference");
  });

  it("show how far they are and what they came to", async () => {
    const project = await aProject(db);
    const id = await enqueueJob(db, manager, { ...MATCH, project });
    expect(await getJob(db, id)).toMatchObject({
      state: "waiting",
      project,
      payload: { a: 1 },
      by: { name: "Gestionnaire" },
    });
    expect((await currentJob(db, project))!.id).toBe(id);
    await claimJob(db, "w", ["match"]);
    expect(await beatJob(db, id, "w", { done: 3, total: 10 })).toBe(true);
    expect(await getJob(db, id)).toMatchObject({ state: "running", done: 3, total: 10 });
    expect(await finishJob(db, id, "w", { changed: 5 })).toBe(true);
    expect(await getJob(db, id)).toMatchObject({ state: "done", done: 10, result: { changed: 5 } });
    expect(await currentJob(db, project)).toBeUndefined();
    const failed = await enqueueJob(db, manager, MATCH);
    await claimJob(db, "w", ["match"]);
    await failJob(db, failed, "w", "fichier illisible");
    expect(await getJob(db, failed)).toMatchObject({ state: "failed", message: "fichier illisible" });
    expect(await getJob(db, "nothing")).toBeUndefined();
    expect(await dropOldJobs(db)).toBe(0);
    await db.query("update job set finished_at = now() - interval '31 days' where id = $1", [failed]);
    expect(await dropOldJobs(db)).toBe(1);
  });

  it("pass on to another worker when theirs falls silent, which then must stop", async () => {
    const id = await enqueueJob(db, manager, MATCH);
    await claimJob(db, "dead", ["match"]);
    await silence(SILENT_SECONDS - 5);
    expect(await claimJob(other, "next", ["match"])).toBeUndefined();
    await silence(SILENT_SECONDS + 5);
    expect((await claimJob(other, "next", ["match"]))!.id).toBe(id);
    expect(await beatJob(db, id, "dead", { done: 1, total: 1 })).toBe(false);
    expect(await finishJob(db, id, "dead")).toBe(false);
    expect(await finishJob(other, id, "next")).toBe(true);
  });

  it("are handed over at once by a worker that leaves, however often", async () => {
    const id = await enqueueJob(db, manager, MATCH);
    for (const worker of ["a", "b", "c", "d"]) {
      expect((await claimJob(other, worker, ["match"]))!.id).toBe(id);
      expect(await releaseJob(db, id, "somebody else")).toBe(false);
      expect(await releaseJob(db, id, worker)).toBe(true);
    }
    expect(await getJob(db, id)).toMatchObject({ state: "waiting" });
  });

  it("go on when a folder is opened again, unless they ended it several times", async () => {
    const id = await enqueueJob(db, manager, MATCH);
    for (const worker of ["a", "b", "c"]) {
      expect((await claimJob(db, worker, ["match"]))!.id).toBe(id);
      expect(await releaseOrphans(db)).toBe(1);
    }
    expect(await claimJob(db, "d", ["match"])).toBeUndefined();
    expect(await getJob(db, id)).toMatchObject({ state: "failed", message: expect.stringContaining("plusieurs fois") });
  });

  it("are given up when they killed several workers", async () => {
    const id = await enqueueJob(db, manager, MATCH);
    for (const worker of ["a", "b", "c"]) {
      expect((await claimJob(db, worker, ["match"]))!.id).toBe(id);
      await silence(SILENT_SECONDS + 5);
    }
    expect(await claimJob(db, "d", ["match"])).toBeUndefined();
    expect(await getJob(db, id)).toMatchObject({ state: "failed", message: expect.stringContaining("plusieurs fois") });
  });

  it("forget rows that arrived and went nowhere, after a day", async () => {
    const { rows } = await readRows(exampleFiles());
    const [old, fresh] = [await sendAhead(db, rows), await sendAhead(db, rows.slice(0, 3))];
    await db.query("update arriving_row set at = now() - interval '25 hours' where arrival = $1", [old]);
    await dropOldArrivals(db);
    const left = await db.query("select arrival, count(*) as rows from arriving_row group by arrival");
    expect(left).toEqual([{ arrival: fresh, rows: 3 }]);
  });

  it("keep uploads until they are imported or their time is over", async () => {
    const file = { name: "LOINC_3.csv", bytes: Buffer.from([0xe9, 0, 255]), encoding: "windows-1252" } as const;
    const id = await stageImport(db, manager, [file, { ...file, name: "LOINC_1.csv" }]);
    const staged = (await stagedImport(db, id))!;
    expect(staged.files.map(({ name, encoding, bytes }) => [name, encoding, [...bytes]])).toEqual([
      ["LOINC_3.csv", "windows-1252", [0xe9, 0, 255]],
      ["LOINC_1.csv", "windows-1252", [0xe9, 0, 255]],
    ]);
    expect(await restageImport(db, id, [{ ...file, kind: "analyses" }])).toBe(true);
    expect((await stagedImport(db, id))!.files).toMatchObject([{ name: "LOINC_3.csv", kind: "analyses" }]);
    expect(await dropStagedImport(db, id)).toBe(true);
    expect(await dropStagedImport(db, id)).toBe(false);
    expect(await restageImport(db, id, [file])).toBe(false);
    const old = await stageImport(db, manager, [file], -1);
    expect(await stagedImport(db, old)).toBeUndefined();
    expect(await dropExpiredImports(db)).toBe(1);
    expect(await db.query("select * from staged_file")).toEqual([]);
    expect(await stagedImport(db, "nothing")).toBeUndefined();
  });
});
