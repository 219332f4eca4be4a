/** A catalogue from its files to its signature, over HTTP. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importProject, jobDone, json, upload } from "../../../test/client.ts";
import { exampleFiles } from "../../../test/review.ts";
import { runCli } from "../../../test/run-cli.ts";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { testServer } from "../../../test/test-server.ts";
import { history } from "../../workspace/history.ts";
import { verifyProof } from "../../workspace/verify-proof.ts";
import type { Batch } from "../schemas/decisions.ts";
import type { ImportDiff, ImportPreview } from "../schemas/imports.ts";
import type { Item, ItemPage, ItemRow } from "../schemas/items.ts";
import type { Lot } from "../schemas/lots.ts";
import type { Dashboard } from "../schemas/overview.ts";
import type { Proof, SignoffPart } from "../schemas/signoff.ts";

const folder = temporaryFolder();
const server = await testServer({ dataDir: folder.path });
const manager = await server.signIn(["manager"]);
const biologist = await server.signIn(["biologist"]);
const project = await importProject(manager, exampleFiles());
const at = `/api/projects/${project}`;

const rows = async (query = ""): Promise<ItemPage> => json(biologist.get(`${at}/items?limit=500${query}`));
const rowOf = async (code: string, level = "analysis"): Promise<ItemRow> => {
  const found = (await rows(`&level=${level}&q=${encodeURIComponent(code)}`)).items.find((row) => row.code === code);
  if (found === undefined) throw new Error(`no ${level} ${code}`);
  return found;
};
const loinc = (code: string) => ({ kind: "loinc", loinc: code, reason: "", from: "proposal" });
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

describe("an import", () => {
  it("shows what it would bring, takes corrections, and is forgotten when it is given up", async () => {
    const files = exampleFiles().map((file) => ({ ...file, name: file.name.replace("LOINC_3", "resultats") }));
    const preview = await json<ImportPreview>(upload(manager, files));
    expect(preview.counts.analyses).toBeGreaterThan(100);
    const analyses = preview.files.find(({ name }) => name.startsWith("resultats"))!;
    expect(analyses).toMatchObject({ kind: "analyses", encoding: "windows-1252", separator: ";" });
    expect(analyses.columns.slice(0, 2).map(({ field }) => field)).toEqual(["code", "label"]);
    expect(analyses.firstRows).toHaveLength(8);
    const columns = { code: 0, label: 1 };
    const correction = { files: [{ id: analyses.id, kind: "analyses", encoding: "cp850", header: true, columns }] };
    const corrected = await json<ImportPreview>(manager.send("PATCH", `/api/imports/${preview.id}`, correction));
    const file = corrected.files.find(({ id }) => id === analyses.id)!;
    expect(file.encoding).toBe("cp850");
    expect(file.columns.filter(({ field }) => field !== null)).toHaveLength(2);
    expect((await manager.send("DELETE", `/api/imports/${preview.id}`)).status).toBe(204);
    expect((await manager.get(`/api/imports/${preview.id}`)).status).toBe(404);
  });

  it("says what is wrong with files that are no catalogue, and imports nothing", async () => {
    const preview = await json<ImportPreview>(upload(manager, [{ name: "photo.csv", bytes: Buffer.from("%PDF-1.7") }]));
    expect(preview.files[0]).toMatchObject({ kind: null, problems: [{ code: "not-text" }] });
    const laboratories = await json<{ laboratories: { id: string }[] }>(manager.get("/api/laboratories"));
    const body = { laboratory: laboratories.laboratories[0]!.id, name: "Rien" };
    const refused = await manager.send("POST", `/api/imports/${preview.id}/commit`, body);
    expect([refused.status, await codeOf(refused)]).toEqual([409, "nothing-to-do"]);
    expect((await upload(manager, [])).status).toBe(400);
  });

  it("proposes a code for the rows, and tells how far it was", async () => {
    const first = await rows();
    expect(first.total).toBeGreaterThan(700);
    expect(first.items.every(({ state }) => state !== "todo")).toBe(true);
    expect(first.facets?.level.map(({ value }) => value).sort()).toEqual(["analysis", "chapter", "exam", "subchapter"]);
    expect(first.facets?.specialty).toContainEqual({ value: "18719-5", label: "Biochimie", count: expect.any(Number) });
    const { items } = await rows("&level=analysis&band=auto");
    const { facets } = await rows("&level=exam&band=auto");
    expect(facets?.level).toHaveLength(4);
    expect(facets?.band.map(({ value }) => value).sort()).toEqual(["auto", "none", "review"]);
    expect(facets?.state).toEqual([{ value: "proposed", label: "proposed", count: expect.any(Number) }]);
    expect(items.every(({ verdicts, candidate }) => /^[sac]{6}$/.test(verdicts) && candidate !== null)).toBe(true);
    const rest = await rows(`&cursor=${first.next}`);
    expect(rest.facets).toBeNull();
    expect(rest.items[0]!.position).toBeGreaterThanOrEqual(first.items.at(-1)!.position);
  });
});

describe("a decision", () => {
  it("is taken on the version that was seen; who comes second sees what the other did", async () => {
    const row = await rowOf("NA");
    const mine = await json<Item>(
      biologist.send("POST", `${at}/items/${row.id}/decide`, { version: row.version, decision: loinc("2951-2") }),
    );
    expect(mine).toMatchObject({ state: "decided", decision: { loinc: "2951-2", by: { id: biologist.id } } });
    expect(mine.history.map(({ kind }) => kind)).toEqual(["imported", "proposed", "decided"]);
    const late = await manager.send("POST", `${at}/items/${row.id}/decide`, {
      version: row.version,
      decision: { kind: "local", reason: "à nous", from: "search" },
    });
    expect(late.status).toBe(409);
    const { error } = (await late.json()) as { error: { code: string; details: Record<string, unknown> } };
    expect(error).toMatchObject({
      code: "conflict",
      details: {
        conflict: { decision: { loinc: "2951-2" }, by: { id: biologist.id } },
        current: { version: mine.version },
      },
    });
    const undone = await json<Batch>(biologist.send("POST", `${at}/undo`));
    expect(undone.changed).toBe(1);
    expect((await rowOf("NA")).decision).toBeNull();
  });

  it("is refused for a code that the reference lacks, and for half a decision", async () => {
    const { id, version } = await rowOf("NA");
    const decide = (decision: object) => biologist.send("POST", `${at}/items/${id}/decide`, { version, decision });
    expect(await codeOf(await decide(loinc("99999-5")))).toBe("unknown-code");
    expect(await codeOf(await decide({ kind: "loinc", reason: "", from: "search" }))).toBe("invalid");
    expect((await rowOf("NA")).version).toBe(version);
  });

  it("belongs to the specialty of a biologist", async () => {
    const { id, version, specialty } = await rowOf("NA");
    const other = await server.signIn(["biologist"], ["18725-2"]);
    const refused = await other.send("POST", `${at}/items/${id}/decide`, { version, decision: loinc("2951-2") });
    expect([refused.status, await codeOf(refused)]).toEqual([403, "not-allowed"]);
    const own = await server.signIn(["biologist"], [specialty]);
    const done = await own.send("POST", `${at}/items/${id}/decide`, { version, decision: loinc("2951-2") });
    expect(done.status).toBe(200);
  });

  it("can be asked about, commented, read a second time and reopened", async () => {
    const row = await rowOf("K");
    const to = (path: string, body: object, who = biologist) =>
      json<Item>(who.send("POST", `${at}/items/${row.id}/${path}`, body));
    await to("decide", { version: row.version, decision: loinc("2823-3") });
    const asked = await to("ask-second-read", { version: row.version + 1, asked: true });
    expect(asked.secondWanted).toBe(true);
    const commented = await to("comments", { text: "Plasma ou sérum ?" });
    expect(commented.discussion).toMatchObject([{ text: "Plasma ou sérum ?", by: { id: biologist.id } }]);
    const read = await to("second-read", { version: commented.version, agree: true, reason: "" }, manager);
    expect(read.state).toBe("second-read");
    const again = await to("reopen", { version: read.version, reason: "Nouvel automate" });
    expect(again).toMatchObject({ state: "reopened", reopened: "Nouvel automate" });
  });

  it("is helped by the answer to the deciding question, which stores nothing", async () => {
    const asked = (await rows("&level=analysis&sort=confidence")).items.find(({ question }) =>
      /milieu/.test(question),
    )!;
    const item = await json<Item>(biologist.get(`${at}/items/${asked.id}`));
    expect(item.question).toMatchObject({
      axis: "system",
      field: "specimen",
      options: [expect.any(String), expect.any(String)],
    });
    const answers = { [item.question!.field]: item.question!.options[1] };
    const proposal = await json<{ candidates: { axes: { system: { verdict: string } } }[] }>(
      biologist.send("POST", `${at}/items/${asked.id}/rerank`, { answers }),
    );
    expect(proposal.candidates[0]!.axes.system.verdict).toBe("supports");
    expect((await rowOf(asked.code)).version).toBe(asked.version);
  });
});

describe("a lot", () => {
  it("is accepted as it was seen, and undone whole", async () => {
    const { lots } = await json<{ lots: Lot[] }>(biologist.get(`${at}/lots`));
    const lot = lots.find(({ level }) => level === "analysis")!;
    expect(lot).toMatchObject({ precision: server.services.references.measured && { rows: expect.any(Number) } });
    const key = encodeURIComponent(lot.key);
    const batch = await json<Batch>(biologist.send("POST", `${at}/lots/${key}/accept`, { versions: lot.versions }));
    expect(batch).toMatchObject({ changed: lot.rows, conflicts: [], refused: [] });
    const undone = await json<Batch>(biologist.send("POST", `${at}/batches/${batch.batch}/undo`));
    expect(undone.changed).toBe(lot.rows);
    const after = await json<{ lots: Lot[] }>(biologist.get(`${at}/lots`));
    expect(after.lots.find((one) => one.key === lot.key)?.rows).toBe(lot.rows);
  });
});

describe("a new export of the catalogue", () => {
  it("is shown as a diff, then reopens what may mean something else", async () => {
    const row = await rowOf("NA");
    expect(row.state).toBe("decided");
    const changed = exampleFiles((text) => text.replace(/^(NA;.*?)mmol\/L/m, "$1mg/L"));
    const { id } = await json<ImportPreview>(upload(manager, changed));
    const diff = await json<ImportDiff>(manager.get(`/api/imports/${id}/diff?project=${project}`));
    expect(diff).toMatchObject({ added: [], removed: [], changed: [{ code: "NA", reopens: true }] });
    const { job } = await json<{ job: string }>(manager.send("POST", `/api/imports/${id}/commit`, { project }));
    const events = await jobDone(manager, job);
    expect(events).toMatch(/^event: progress$/m);
    expect(await rowOf("NA")).toMatchObject({ state: "reopened", decision: { loinc: "2951-2" }, unit: "mg/L" });
  });
});

describe("a signature", () => {
  it("is refused while rows block it, and leaves a proof that holds against the files of the SGL", async () => {
    const { parts } = await json<{ parts: SignoffPart[] }>(biologist.get(`${at}/signoff`));
    const part = parts.filter(({ scope }) => scope.kind === "chapter").sort((a, b) => a.items - b.items)[0]!;
    const sign = () => biologist.send("POST", `${at}/signoff`, { scope: part.scope });
    const refused = await sign();
    expect(refused.status).toBe(409);
    const { error } = (await refused.json()) as { error: { code: string; details: { message: string }[] } };
    expect(error).toMatchObject({
      code: "blocked",
      details: expect.arrayContaining([
        {
          item: expect.any(Number),
          code: expect.any(String),
          label: expect.any(String),
          message: "Cette ligne n'est pas décidée.",
        },
      ]),
    });

    const { items } = await rows(`&chapter=${encodeURIComponent(part.scope.key)}`);
    const decisions = items.map(({ id, version, candidate, band }) => ({
      item: id,
      version,
      decision:
        candidate && band !== "none" ? loinc(candidate.loinc) : { kind: "not-coded", reason: "", from: "search" },
    }));
    const batch = await json<Batch>(biologist.send("POST", `${at}/decisions`, { decisions }));
    expect(batch.changed).toBe(items.length);
    const proof = await json<Proof>(sign());
    expect(proof.rows).toBe(items.length);
    const text = await (await biologist.get(`${at}/proofs/${proof.id}.json`)).text();
    expect(verifyProof(text)).toMatchObject({ verdict: "intact" });
    const page = await biologist.get(`${at}/proofs/${proof.id}.html`);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(await page.text()).toContain(proof.hash);
    expect((await json<{ proofs: Proof[] }>(biologist.get(`${at}/proofs`))).proofs).toEqual([proof]);
    expect((await biologist.get(`${at}/proofs/nothing.json`)).status).toBe(404);
  });
});

describe("an export", () => {
  it("gives the SGL its files with the laboratory's bytes, a workbook and the table", async () => {
    const answer = await manager.get(`${at}/export/loinc_6?date=2026-11-30`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch('filename="LOINC_6_transcodage_demandes_20261130.csv"');
    expect(Number(answer.headers.get("x-transloinc-warnings"))).toBeGreaterThanOrEqual(0);
    const returned = Buffer.from(await answer.arrayBuffer())
      .toString("latin1")
      .split("\r\n");
    const given = Buffer.from(exampleFiles().find(({ name }) => name.startsWith("LOINC_3"))!.bytes)
      .toString("latin1")
      .split("\r\n");
    expect(returned.every((line, i) => line.replace("mg/L", "mmol/L").startsWith(given[i]!.slice(0, 10)))).toBe(true);
    const events = await history(server.services.database, { project, limit: 5 });
    const logged = events.filter(({ kind }) => kind === "exported").map(({ after }) => after as { files: unknown });
    expect(logged.map(({ files }) => files)).toEqual([
      [{ name: "LOINC_6_transcodage_demandes_20261130.csv", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    ]);
    const book = Buffer.from(await (await manager.get(`${at}/export/xlsx`)).arrayBuffer());
    expect(book.subarray(0, 2).toString()).toBe("PK");
    const table = await (await manager.get(`${at}/export/jsonl`)).text();
    expect(table.trimEnd().split("\n").length).toBe((await rows()).total);
  });

  it("is what was signed, as the command line finds, until somebody changes a code", async () => {
    const { proofs } = await json<{ proofs: Proof[] }>(manager.get(`${at}/proofs`));
    const proof = folder.write("preuve.json", await (await manager.get(`${at}/proofs/${proofs[0]!.id}.json`)).text());
    const tables: string[] = [];
    for (const kind of ["loinc_4", "loinc_5", "loinc_6"]) {
      const answer = await manager.get(`${at}/export/${kind}?date=2026-11-30`);
      const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition")!)![1]!;
      tables.push(folder.write(name, Buffer.from(await answer.arrayBuffer())));
    }
    const alone = await runCli("verify-proof", proof);
    expect([alone.code, alone.out]).toEqual([0, expect.stringContaining("preuve.json : intacte, signée par")]);
    const compared = await runCli("verify-proof", proof, ...tables);
    expect([compared.code, compared.out]).toEqual([0, expect.stringContaining("lignes comparées de la table")]);

    const text = readFileSync(tables[2]!, "latin1");
    const rows = (JSON.parse(readFileSync(proof, "utf8")) as { rows: { level: string; code: string; loinc: string }[] })
      .rows;
    const signed = rows.find(({ level, loinc: code }) => level === "analysis" && code !== "")!;
    const other = text.replace(new RegExp(`^(${signed.code};.*;)${signed.loinc};`, "m"), "$12951-2;");
    const wrong = folder.write("LOINC_6_transcodage_demandes_20261201.csv", Buffer.from(other, "latin1"));
    const mismatch = await runCli("verify-proof", proof, wrong);
    expect([mismatch.code, mismatch.err]).toEqual([
      1,
      expect.stringContaining(`signé ${signed.loinc}, la table dit 2951-2`),
    ]);
    const forged = folder.write("autre.json", readFileSync(proof, "utf8").replaceAll(signed.loinc, "2951-2"));
    const altered = await runCli("verify-proof", forged);
    expect([altered.code, altered.err]).toEqual([1, expect.stringContaining("ALTÉRÉE")]);
    expect((await runCli("verify-proof", tables[0]!)).err).toContain("n'est pas une preuve");
    expect((await runCli("verify-proof", "nulle-part.json")).code).toBe(3);
  });

  it("is refused when the SGL would refuse the table, unless it is forced", async () => {
    const row = await rowOf("NA");
    const decision = loinc("24326-1");
    await json(biologist.send("POST", `${at}/items/${row.id}/decide`, { version: row.version, decision }));
    const refused = await manager.get(`${at}/export/loinc_6`);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      error: { code: "blocked", details: [{ rule: "panel-on-analysis", item: row.id }] },
    });
    expect((await manager.get(`${at}/export/loinc_6?force=1`)).status).toBe(200);
    const { checks } = await json<{ checks: { item: number }[] }>(manager.get(`${at}/checks`));
    expect(checks.map(({ item }) => item)).toContain(row.id);
  });
});

describe("the overview", () => {
  it("has chapters, an exam against its panel, and counts", async () => {
    const { chapters } = await json<{ chapters: { label: string; items: number }[] }>(biologist.get(`${at}/chapters`));
    expect(chapters.reduce((sum, { items }) => sum + items, 0)).toBeGreaterThan(500);
    const exams = (await rows("&level=exam&band=auto")).items;
    const views = await Promise.all(
      exams
        .slice(0, 40)
        .map(({ id }) => json<{ panel: { members: unknown[] | null } | null }>(biologist.get(`${at}/exams/${id}`))),
    );
    expect(views.some(({ panel }) => (panel?.members?.length ?? 0) > 1)).toBe(true);
    const board = await json<Dashboard>(biologist.get(`${at}/dashboard`));
    expect(board.items).toBe((await rows()).total);
    expect(board.byPerson[0]).toMatchObject({ person: biologist.id });
  });

  it("keeps requests for new codes, filled from the row", async () => {
    const { id } = await rowOf("K");
    const made = await json<{ component: string; unit: string }>(
      biologist.send("POST", `${at}/items/${id}/request`, { why: "aucun code" }),
    );
    expect(made).toMatchObject({ component: "Potassium", unit: "mmol/L", why: "aucun code" });
    const { requests } = await json<{ requests: unknown[] }>(biologist.get(`/api/requests?project=${project}`));
    expect(requests).toEqual([made]);
  });
});

describe("what is not there", () => {
  it.each([
    "/api/projects/nothing/items",
    `/api/projects/00000000-0000-4000-8000-000000000000/dashboard`,
    `${at}/items/999999`,
    `${at}/items/x`,
    `/api/jobs/x`,
    `/api/loinc/1-8`,
  ])("%s is not found", async (path) => {
    const answer = await biologist.get(path);
    expect([answer.status, await codeOf(answer)]).toEqual([404, "not-found"]);
  });
});
