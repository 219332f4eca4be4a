import { beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../test/databases.ts";
import { aPerson, aProject, autoProposal, itemOf, loincChoice, manager, terms } from "../../test/review.ts";
import type { Database } from "./database.ts";
import { decide } from "./decide.ts";
import { getItem } from "./get-item.ts";
import { storeProposals } from "./proposals.ts";
import { reopen, secondRead } from "./review-actions.ts";
import { undoBatch, undoLast } from "./undo.ts";

const GLUCOSE_MASS = "2345-7";
const GLUCOSE_MOLES = "14749-6";
const anne = aPerson("Anne", "biologist");
const bruno = aPerson("Bruno", "biologist");

onBothDatabases((source) => {
  let db: Database;
  let project: string;
  const glucose = () => itemOf(db, project, "analysis", "GLYJ");
  beforeAll(async () => {
    db = await source.open();
    project = await aProject(db);
  }, 120_000);

  it("keeps what was decided, by whom, when and what the reference said", async () => {
    const { id, version, state } = await glucose();
    expect(state).toBe("todo");
    const { items, conflicts, refusals } = await decide(
      db,
      anne,
      project,
      [{ item: id, version, choice: loincChoice(GLUCOSE_MASS, { reason: "unité g/L" }) }],
      terms,
    );
    expect({ conflicts, refusals }).toEqual({ conflicts: [], refusals: [] });
    expect(items[0]).toMatchObject({
      state: "decided",
      version: version + 1,
      decision: { loinc: GLUCOSE_MASS, reason: "unité g/L", from: "proposal", by: { id: anne.id, name: "Anne" } },
    });
    expect(items[0]!.decision!.name).toMatch(/Glucose/);
    expect(items[0]!.decision!.term).toMatch(/^Glucose:MCnc:Pt:Ser\/Plas:Qn::/);
  });

  it("shows who was faster, and changes nothing", async () => {
    const seen = await glucose();
    const faster = await decide(
      db,
      bruno,
      project,
      [{ item: seen.id, version: seen.version, choice: loincChoice(GLUCOSE_MOLES) }],
      terms,
    );
    const slower = await decide(
      db,
      anne,
      project,
      [{ item: seen.id, version: seen.version, choice: loincChoice(GLUCOSE_MASS) }],
      terms,
    );
    expect(slower).toMatchObject({ batch: "", items: [], refusals: [] });
    expect(slower.conflicts).toMatchObject([
      {
        item: seen.id,
        version: seen.version + 1,
        kind: "decided",
        by: { name: "Bruno" },
        review: { decision: { loinc: GLUCOSE_MOLES } },
      },
    ]);
    expect((await glucose()).decision).toEqual(faster.items[0]!.decision);
  });

  it("loses nothing when two decide at once on two connections", async () => {
    const other = await source.again(db);
    const seen = await glucose();
    const change = { item: seen.id, version: seen.version };
    const results = await Promise.all([
      decide(db, anne, project, [{ ...change, choice: loincChoice(GLUCOSE_MASS) }], terms),
      decide(other, bruno, project, [{ ...change, choice: loincChoice(GLUCOSE_MOLES) }], terms),
    ]);
    const won = results.filter(({ items }) => items.length === 1);
    const lost = results.filter(({ conflicts }) => conflicts.length === 1);
    expect([won.length, lost.length]).toEqual([1, 1]);
    const now = await glucose();
    expect(now.version).toBe(seen.version + 1);
    expect(now.decision).toEqual(won[0]!.items[0]!.decision);
    expect(lost[0]!.conflicts[0]!.review.decision).toEqual(now.decision);
  });

  it("does not wait for itself when two write the same rows in opposite orders", async () => {
    const other = await source.again(db);
    const rows = await Promise.all(["GLYJ", "GLYJM", "GLYPP"].map((code) => itemOf(db, project, "analysis", code)));
    const changes = rows.map(({ id }) => ({ item: id, choice: loincChoice(GLUCOSE_MASS) }));
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        decide(i % 2 ? db : other, anne, project, i % 2 ? changes : [...changes].reverse(), terms),
      ),
    );
    expect(results.map(({ items }) => items.length)).toEqual([3, 3, 3, 3, 3, 3]);
  });

  it.each([
    [{ kind: "loinc", loinc: "2345-8" }, "invalid-decision", "clé de contrôle"],
    [{ kind: "loinc" }, "invalid-decision", "manque"],
    [{ kind: "loinc", loinc: "99999-5" }, "unknown-code", "99999-5"],
    [{ kind: "waiting" }, "invalid-decision", "code d'attente"],
    [{ kind: "local", loinc: GLUCOSE_MASS }, "invalid-decision", "LOINC"],
    [{ kind: "not-coded", waitingCode: "X1" }, "invalid-decision", "attente"],
  ] as const)("refuses %o", async (choice, code, words) => {
    const before = await glucose();
    const { batch, refusals } = await decide(
      db,
      anne,
      project,
      [{ item: before.id, version: before.version, choice: { reason: "", from: "search", ...choice } }],
      terms,
    );
    expect({ batch, refusals }).toMatchObject({ batch: "", refusals: [{ item: before.id, refused: code }] });
    expect(refusals[0]!.message).toContain(words);
    expect(await glucose()).toEqual(before);
  });

  it("keeps texts that no database takes as they are", async () => {
    const { id, version } = await glucose();
    const choice = loincChoice(GLUCOSE_MASS, { reason: "nul \0 moitié \ud83d fin" });
    await decide(db, anne, project, [{ item: id, version, choice }], terms);
    expect((await glucose()).decision!.reason).toBe("nul  moitié \ufffd fin");
  });

  it("refuses biologists of other specialties and readers", async () => {
    await storeProposals(db, manager, project, [autoProposal("chapter", "BIO", "18719-5")]);
    const { id, specialty } = await glucose();
    expect(specialty).toBe("18719-5");
    const change = { item: id, choice: loincChoice(GLUCOSE_MASS) };
    for (const [person, allowed] of [
      [aPerson("Hématologue", "biologist", ["18723-7"]), false],
      [aPerson("Biochimiste", "biologist", ["18719-5"]), true],
      [aPerson("Lecteur", "reader"), false],
      [aPerson("Administrateur", "admin"), false],
      [manager, true],
    ] as const) {
      const { items, refusals } = await decide(db, person, project, [change], terms);
      expect([person.name, items.length, refusals.map(({ refused }) => refused)]).toEqual([
        person.name,
        allowed ? 1 : 0,
        allowed ? [] : ["not-allowed"],
      ]);
    }
  });

  it("finds no item of another project", async () => {
    const { id } = await glucose();
    const other = await aProject(db);
    for (const wrong of [other, "no-uuid"]) {
      const { refusals } = await decide(db, anne, wrong, [{ item: id, choice: loincChoice(GLUCOSE_MASS) }], terms);
      expect(refusals).toMatchObject([{ refused: "not-found" }]);
      expect(await getItem(db, wrong, id)).toBeUndefined();
    }
  });

  it("has a second reader who is somebody else", async () => {
    const { id } = await glucose();
    const { items } = await decide(db, anne, project, [{ item: id, choice: loincChoice(GLUCOSE_MASS) }], terms);
    const { version } = items[0]!;
    const own = await secondRead(db, anne, project, [{ item: id, version, agree: true, reason: "" }]);
    expect(own.refusals).toMatchObject([{ refused: "same-reader" }]);
    const silent = await secondRead(db, bruno, project, [{ item: id, version, agree: false, reason: " " }]);
    expect(silent.refusals).toMatchObject([{ refused: "invalid-decision" }]);
    const against = await secondRead(db, bruno, project, [
      { item: id, version, agree: false, reason: "plasma fluoré" },
    ]);
    expect(against.items[0]).toMatchObject({
      state: "reopened",
      decision: { loinc: GLUCOSE_MASS },
      second: { agree: false, by: { name: "Bruno" } },
      reopened: "plasma fluoré",
    });
    await decide(db, anne, project, [{ item: id, choice: loincChoice(GLUCOSE_MOLES) }], terms);
    const agreed = await secondRead(db, bruno, project, [{ item: id, agree: true, reason: "" }]);
    expect(agreed.items[0]).toMatchObject({ state: "second-read", decision: { loinc: GLUCOSE_MOLES } });
  });

  it("reopens with a reason, and keeps the decision in sight", async () => {
    const { id } = await glucose();
    const silent = await reopen(db, anne, project, [{ item: id, reason: "" }]);
    expect(silent.refusals).toMatchObject([{ refused: "invalid-decision" }]);
    const { items } = await reopen(db, anne, project, [{ item: id, reason: "nouvel automate" }]);
    expect(items[0]).toMatchObject({
      state: "reopened",
      reopened: "nouvel automate",
      decision: { loinc: GLUCOSE_MOLES },
    });
    const again = await reopen(db, anne, project, [{ item: id, reason: "encore" }]);
    expect(again.refusals).toMatchObject([{ refused: "not-decided" }]);
  });

  it("undoes single actions and whole batches, and undoes the undoing", async () => {
    const others = await Promise.all(["CHOLG", "HDLG", "TGG"].map((code) => itemOf(db, project, "analysis", code)));
    const before = await glucose();
    const changes = [before, ...others].map(({ id }) => ({ item: id, choice: loincChoice(GLUCOSE_MASS) }));
    const { batch } = await decide(db, anne, project, changes, terms);
    const undone = await undoBatch(db, bruno, project, batch);
    expect(undone.items).toHaveLength(changes.length);
    const restored = await glucose();
    expect({ ...restored, version: 0 }).toEqual({ ...before, version: 0 });
    expect(restored.version).toBe(before.version + 2);
    const twice = await undoBatch(db, bruno, project, batch);
    expect(twice.refusals.map(({ refused }) => refused)).toEqual(changes.map(() => "changed-since"));
    await undoBatch(db, bruno, project, undone.batch);
    expect((await glucose()).decision).toMatchObject({ loinc: GLUCOSE_MASS, by: { name: "Anne" } });
  });

  it("undoes a person's own last action, then the one before", async () => {
    const carole = aPerson("Carole", "biologist");
    const first = await itemOf(db, project, "analysis", "GLYPP");
    const second = await itemOf(db, project, "analysis", "GLYJM");
    for (const { id } of [first, second])
      await decide(db, carole, project, [{ item: id, choice: loincChoice(GLUCOSE_MOLES) }], terms);
    await decide(db, anne, project, [{ item: (await glucose()).id, choice: loincChoice(GLUCOSE_MOLES) }], terms);
    expect((await undoLast(db, carole, project)).items.map(({ code }) => code)).toEqual(["GLYJM"]);
    expect((await undoLast(db, carole, project)).items.map(({ code }) => code)).toEqual(["GLYPP"]);
    expect((await undoLast(db, carole, project)).refusals).toMatchObject([{ refused: "not-undoable" }]);
  });

  it("leaves a row that somebody changed since as it is", async () => {
    const [one, two] = [await itemOf(db, project, "analysis", "GLYPP"), await glucose()];
    const { batch } = await decide(
      db,
      anne,
      project,
      [one, two].map(({ id }) => ({ item: id, choice: loincChoice(GLUCOSE_MASS) })),
      terms,
    );
    await decide(db, bruno, project, [{ item: one.id, choice: loincChoice(GLUCOSE_MOLES) }], terms);
    const undone = await undoBatch(db, anne, project, batch);
    expect(undone.items.map(({ code }) => code)).toEqual(["GLYJ"]);
    expect(undone.refusals).toMatchObject([{ item: one.id, refused: "changed-since" }]);
  });

  it("shows the whole item with its history", async () => {
    const { id } = await glucose();
    const item = await getItem(db, project, id);
    expect(item!.fields).toMatchObject({ unit: "g/L", method: "Hexokinase", exams: ["GLY"] });
    expect(item!.related.map(({ code }) => code)).toEqual(["GLY"]);
    expect(item!.neighbours.map(({ code }) => code)).toContain("GLYJM");
    expect(item!.history[0]).toMatchObject({ kind: "imported", actor: { name: "Gestionnaire" } });
    expect(item!.history.map(({ kind }) => kind)).toContain("undone");
    const ids = item!.history.map((event) => event.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });
});
