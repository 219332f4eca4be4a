import { beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../test/databases.ts";
import {
  aPerson,
  aProject,
  autoProposal,
  exampleFiles,
  given,
  itemOf,
  loincChoice,
  manager,
  terms,
} from "../../test/review.ts";
import { diffCatalogues } from "../catalogue/diff.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { sameUnitBy } from "../catalogue/spelling.ts";
import { loadUnits } from "../lexicon/load-lexicon.ts";
import { diffRows } from "./catalogue-diff.ts";
import type { Database } from "./database.ts";
import { decide } from "./decide.ts";
import { exportSgl } from "./export.ts";
import { getItem } from "./get-item.ts";
import { listItems } from "./list-items.ts";
import { lotsOf } from "./lots.ts";
import { getProject } from "./projects.ts";
import { storeProposals } from "./proposals.ts";
import { rebuild } from "./rebuild.ts";
import { planReimport, reimport } from "./reimport.ts";
import { rowKey, rowsOfCatalogue } from "./rows-of-catalogue.ts";
import type { Row } from "./types.ts";

const anne = aPerson("Anne", "biologist");

/** The example, its LOINC_3 changed. */
function analysesChanged(change: (lines: string[]) => string[]) {
  return exampleFiles((text, name) => (name.startsWith("LOINC_3") ? change(text.split("\r\n")).join("\r\n") : text));
}
const replaced = (code: string, change: (line: string) => string) => (lines: string[]) =>
  lines.map((line) => (line.startsWith(`${code};`) ? change(line) : line));

onBothDatabases((source) => {
  let db: Database;
  let project: string;
  const analysis = (code: string) => itemOf(db, project, "analysis", code);
  beforeAll(async () => {
    db = await source.open();
    project = await aProject(db);
    const decided = ["GLYJ", "GLYJM", "GLYPP", "CHOLG"];
    const items = await Promise.all(decided.map(analysis));
    await decide(
      db,
      anne,
      project,
      items.map(({ id }) => ({ item: id, choice: loincChoice("2345-7") })),
      terms,
    );
    await storeProposals(db, manager, project, [
      autoProposal("analysis", "HDLG", "2085-9"),
      autoProposal("analysis", "TGG", "2571-8"),
    ]);
  }, 120_000);

  it("changes nothing when nothing has changed", async () => {
    const before = (await listItems(db, project, { limit: 1000 })).items;
    const result = given(await reimport(db, manager, project, exampleFiles()));
    expect(result).toMatchObject({
      reopened: 0,
      diff: { added: [], removed: [], changed: [], unchanged: before.length },
    });
    expect((await listItems(db, project, { limit: 1000 })).items).toEqual(before);
    expect((await getProject(db, project))!.catalogueVersion).toBe(2);
  });

  it("shows what it would change, then changes that and keeps decisions", async () => {
    const files = analysesChanged((lines) => {
      const changed = replaced("GLYJ", (line) => line.replace("g/L", "mmol/L").replace(";GL;", ";MMOLL;"))(
        replaced("GLYJM", (line) => line.replace("Glyc\xe9mie \xe0 jeun (mmol)", "GLYCEMIE A JEUN (mmol)"))(
          replaced("HDLG", (line) => line.replace("g/L", "mmol/L"))(lines),
        ),
      );
      return ["NEUF;Dosage nouveau;;;;mg/L;;;;;;", ...changed.filter((line) => !line.startsWith("GLYPP;"))];
    });
    const version = (await analysis("CHOLG")).version;
    const plan = await planReimport(db, project, files);
    expect(plan.added.map(({ code }) => code)).toEqual(["NEUF"]);
    expect(plan.removed.map(({ code }) => code)).toEqual(["GLYPP"]);
    expect(
      plan.changed.map(({ after, reopens, fields }) => [after.code, reopens, fields.map(({ field }) => field)]),
    ).toEqual([
      ["GLYJ", true, ["unit", "unitCode"]],
      ["GLYJM", false, ["label"]],
      ["HDLG", true, ["unit"]],
    ]);
    expect((await analysis("GLYJ")).state).toBe("decided");

    const { reopened } = given(await reimport(db, manager, project, files));
    expect(reopened).toBe(1);
    expect(await analysis("GLYJ")).toMatchObject({
      state: "reopened",
      unit: "mmol/L",
      decision: { loinc: "2345-7", by: { name: "Anne" } },
    });
    expect((await analysis("GLYJ")).reopened).toContain("unité « g/L » → « mmol/L »");
    expect(await analysis("GLYJM")).toMatchObject({
      state: "decided",
      label: "GLYCEMIE A JEUN (mmol)",
      decision: { by: { name: "Anne" } },
    });
    expect(await analysis("CHOLG")).toMatchObject({ state: "decided", version });
    expect(await analysis("NEUF")).toMatchObject({ state: "todo", unit: "mg/L" });
    await expect(analysis("GLYPP")).rejects.toThrow("no analysis");
    const gone = (await listItems(db, project, { removed: true })).items;
    expect(gone).toMatchObject([{ code: "GLYPP", removed: true, state: "decided", decision: { loinc: "2345-7" } }]);
    const { refusals } = await decide(db, anne, project, [{ item: gone[0]!.id, choice: loincChoice("2345-7") }], terms);
    expect(refusals).toMatchObject([{ refused: "removed" }]);
    const first = (await listItems(db, project, { level: "analysis", limit: 1 })).items[0]!;
    expect(first.code).toBe("NEUF");
  });

  it("takes a proposal for a row that means something else now out of the lots until it is made anew", async () => {
    const none = () => undefined;
    expect((await analysis("HDLG")).state).toBe("todo");
    expect((await lotsOf(db, project, none)).flatMap(({ sample }) => sample.map(({ code }) => code))).toEqual(["TGG"]);
    await storeProposals(db, manager, project, [autoProposal("analysis", "HDLG", "2085-9")]);
    expect((await lotsOf(db, project, none)).flatMap(({ sample }) => sample.map(({ code }) => code)).sort()).toEqual([
      "HDLG",
      "TGG",
    ]);
  });

  it("brings rows back with their history", async () => {
    given(await reimport(db, manager, project, exampleFiles()));
    const row = await analysis("GLYPP");
    expect(row).toMatchObject({ state: "decided", removed: false, decision: { by: { name: "Anne" } } });
    const { history } = (await getItem(db, project, row.id))!;
    expect(history.map(({ kind }) => kind)).toEqual(["imported", "decided", "row-removed", "row-restored"]);
    expect((await listItems(db, project, { removed: true })).items.map(({ code }) => code)).toEqual(["NEUF"]);
  });

  it("exports the latest files", async () => {
    const files = given(await exportSgl(db, manager, project, { date: "2026-11-30" }));
    expect(files.map(({ name }) => name.slice(0, 7))).toEqual(["LOINC_4", "LOINC_5", "LOINC_6"]);
    const text = Buffer.from(files[2]!.bytes).toString("latin1");
    expect(text).not.toContain("NEUF");
    expect(text.split("\r\n").find((line) => line.startsWith("CHOLG;"))).toMatch(/;2345-7;Glucose/);
    // reopened: nobody stands for it now
    expect(text.split("\r\n").find((line) => line.startsWith("GLYJ;"))).toMatch(/;;$/);
  });

  it("sees that the specimen of an exam changed, which is that of its analyses", async () => {
    const own = await aProject(db);
    const of = (code: string) => itemOf(db, own, "analysis", code);
    const { id } = await of("CAMG");
    await decide(db, anne, own, [{ item: id, choice: loincChoice("2345-7") }], terms);
    await storeProposals(db, manager, own, [autoProposal("analysis", "TRF", "2571-8")]);
    const files = exampleFiles((text, name) =>
      name.startsWith("LOINC_2")
        ? text.replaceAll(/^((?:CALC|FERB);[^;]*;[^;]*;[^;]*;[^;]*;)[^;]*/gm, "$1Urines")
        : text,
    );
    const plan = await planReimport(db, own, files);
    const analyses = plan.changed.filter(({ after }) => after.level === "analysis");
    expect(analyses.map(({ after }) => after.code)).toEqual(["CAMG", "CACOR", "TRF", "CTF"]);
    const fields = [{ field: "examSpecimen", before: "Sérum", after: "Urines", meaning: true }];
    expect(analyses).toMatchObject(analyses.map(() => ({ reopens: true, fields })));
    expect(given(await reimport(db, manager, own, files)).reopened).toBe(1);
    expect(await of("CAMG")).toMatchObject({ state: "reopened", decision: { loinc: "2345-7" } });
    expect((await of("CAMG")).reopened).toContain("milieu de l'examen « Sérum » → « Urines »");
    expect((await of("TRF")).state).toBe("todo");
    expect(await rebuild(db, own)).toMatchObject({ mended: [] });
  });

  it("refuses files without a row, and those who may not", async () => {
    expect(await reimport(db, manager, project, [{ name: "LOINC_3.csv", bytes: Buffer.from("") }])).toMatchObject({
      refused: "nothing-to-do",
    });
    expect(await reimport(db, anne, project, exampleFiles())).toMatchObject({ refused: "not-allowed" });
    expect((await getProject(db, project))!.catalogueVersion).toBe(4);
  });

  it("is in the history, from which everything can be rebuilt", async () => {
    expect(await rebuild(db, project)).toMatchObject({ mended: [] });
  });
});

describe("a changed row", () => {
  const row: Row = {
    ...{ level: "analysis", code: "A", parent: "", label: "Créatinine", chapter: "", subchapter: "", position: 0 },
    fields: {
      ...{ synonym: "", property: "", unitCode: "", unit: "mg/L", time: "", specimenCode: "", specimen: "Sérum" },
      ...{ scale: "", method: "", nabm: [], exams: [], analyses: [] },
    },
  };
  const withField = (field: string, value: unknown) => ({ ...row, fields: { ...row.fields, [field]: value } });

  it.each([
    ["unit", withField("unit", "g/L"), true],
    ["unit", withField("unit", "MG / L"), false],
    ["specimen", withField("specimen", "SERUM"), false],
    ["specimen", withField("specimen", "Urines"), true],
    ["method", withField("method", "ELISA"), true],
    ["synonym", withField("synonym", "Créatinine urinaire"), true],
    ["nabm", withField("nabm", ["0592"]), false],
    ["exams", withField("exams", ["E"]), false],
    ["label", { ...row, label: "CREATININE." }, false],
    ["label", { ...row, label: "Créatinine urinaire" }, true],
  ])("%s", (field, after, reopens) => {
    const [diff] = diffRows([row], [after]).changed;
    expect([diff!.fields.map((change) => change.field), diff!.reopens]).toEqual([[field], reopens]);
  });

  it("is told by the rule that compares two exports", () => {
    const before = readCatalogue(exampleFiles()).catalogue;
    const after = readCatalogue(
      exampleFiles((text) => text.replaceAll(";Urines;", ";Sang;").replaceAll(";g/L;", ";G/L;")),
    ).catalogue;
    const told = diffCatalogues(before, after, { sameUnit: sameUnitBy(loadUnits()) });
    const rows = diffRows(rowsOfCatalogue(before), rowsOfCatalogue(after));
    const again = told.filter((item) => item.again).map(({ key }) => rowKey(key));
    expect(again.length).toBeGreaterThan(10);
    expect(rows.changed.filter(({ reopens }) => reopens).map((one) => rowKey(one.after))).toEqual(again);
    expect(rows.unchanged).toBe(told.filter(({ status }) => status === "same").length);
  });
});
