import { beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../test/databases.ts";
import {
  aPerson,
  aProject,
  autoProposal,
  given,
  itemOf,
  loincChoice,
  manager,
  REFERENCES,
  terms,
} from "../../test/review.ts";
import type { Database } from "./database.ts";
import { decide } from "./decide.ts";
import { getItem } from "./get-item.ts";
import { acceptLot, lotsOf } from "./lots.ts";
import { getProject } from "./projects.ts";
import { storeProposals } from "./proposals.ts";
import { changeReferences } from "./references.ts";
import type { TermLookup } from "./types.ts";
import { undoBatch } from "./undo.ts";

const anne = aPerson("Anne", "biologist");
const measured = (level: string) => (level === "analysis" ? { percent: 98.2, rows: 900 } : undefined);
const KEY = "analysis|18719-5";

onBothDatabases((source) => {
  let db: Database;
  let project: string;
  const analysis = (code: string) => itemOf(db, project, "analysis", code);
  const lot = async () => (await lotsOf(db, project, measured)).find(({ key }) => key === KEY);
  beforeAll(async () => {
    db = await source.open();
    project = await aProject(db);
    await storeProposals(db, manager, project, [
      autoProposal("chapter", "BIO", "18719-5"),
      autoProposal("analysis", "GLYJ", "2345-7"),
      { ...autoProposal("analysis", "CHOLG", "2093-3"), confidence: 0.99 },
      autoProposal("analysis", "HDLG", "2085-9"),
      { ...autoProposal("analysis", "TGG", "2571-8"), band: "review" },
      autoProposal("analysis", "NOWHERE", "2571-8"),
    ]);
  }, 120_000);

  it("are rows of one level and specialty, with what was measured", async () => {
    const lots = await lotsOf(db, project, measured);
    expect(lots.map(({ key, rows }) => [key, rows])).toEqual([
      ["chapter|18719-5", 1],
      [KEY, 3],
    ]);
    expect(lots[0]!.precision).toBeNull();
    expect(await lot()).toMatchObject({
      precision: { percent: 98.2, rows: 900 },
      confidence: { least: 0.97, most: 0.99 },
    });
    expect((await lot())!.sample.at(-1)!.code).toBe("CHOLG");
  });

  it("are accepted without the rows that changed since they were seen", async () => {
    const seen = (await lot())!;
    await storeProposals(db, manager, project, [autoProposal("analysis", "HDLG", "2571-8")]);
    const { id } = await analysis("CHOLG");
    await decide(db, anne, project, [{ item: id, choice: loincChoice("2571-8") }], terms);
    const written = await acceptLot(db, anne, project, KEY, terms, seen.versions);
    expect(written.items.map(({ code }) => code)).toEqual(["GLYJ"]);
    expect(written.items[0]!.decision).toMatchObject({ loinc: "2345-7", from: "lot" });
    expect(written.conflicts.map(({ kind, by }) => [kind, by.name]).sort()).toEqual([
      ["decided", "Anne"],
      ["proposed", "Gestionnaire"],
    ]);
    expect((await analysis("CHOLG")).decision).toMatchObject({ loinc: "2571-8", from: "proposal" });
    expect((await analysis("HDLG")).state).toBe("proposed");
    await undoBatch(db, anne, project, written.batch);
    expect((await lot())!.rows).toBe(2);
  });

  it("are accepted whole, and undone whole", async () => {
    const { items, batch } = await acceptLot(db, anne, project, KEY, terms);
    expect(items.map(({ code }) => code).sort()).toEqual(["GLYJ", "HDLG"]);
    expect(await lot()).toBeUndefined();
    expect((await undoBatch(db, anne, project, batch)).items).toHaveLength(2);
    expect((await lot())!.rows).toBe(2);
  });

  it("take no row that is not in them", async () => {
    const { id, version } = await analysis("TGG");
    const written = await acceptLot(db, anne, project, KEY, terms, { [id]: version, 0: 1 });
    expect(written.refusals.map(({ refused }) => refused)).toEqual(["not-found", "changed-since"]);
  });

  it("store again nothing that is stored, and keep the proposal after a decision", async () => {
    const proposals = [autoProposal("analysis", "GLYJ", "2345-7"), autoProposal("analysis", "HDLG", "2571-8")];
    expect(await storeProposals(db, manager, project, proposals)).toEqual({ changed: 0, unchanged: 2, unknown: 0 });
    const { id } = await analysis("CHOLG");
    const item = (await getItem(db, project, id))!;
    expect(item.decision!.loinc).toBe("2571-8");
    expect(item.proposal).toMatchObject({ confidence: 0.99, candidates: [{ loinc: "2093-3" }] });
    expect((await analysis("GLYJ")).proposal!.verdicts).toBe("saaaac");
  });

  it("change of reference: reopens what it says otherwise", async () => {
    const decided = await Promise.all(["GLYJ", "HDLG", "TGG"].map(analysis));
    const codes = ["2345-7", "2085-9", "2571-8"];
    await decide(
      db,
      anne,
      project,
      decided.map(({ id }, i) => ({ item: id, choice: loincChoice(codes[i]!) })),
      terms,
    );
    const next: TermLookup = (code) => {
      const term = terms(code);
      if (code === "2345-7") return undefined;
      if (term !== undefined && code === "2085-9") return { ...term, status: "DEPRECATED" };
      return term && { ...term, longName: "Another name" };
    };
    const references = [{ title: "LOINC", version: "2.99", source: "Loinc_2.99.zip", terms: 1 }];
    const result = given(await changeReferences(db, manager, project, references, next));
    expect(result.reopened.map(({ code, reopened }) => [code, reopened])).toEqual([
      ["GLYJ", "2345-7 n'est pas dans la nouvelle référence."],
      ["HDLG", "2085-9 est désormais périmé."],
    ]);
    expect((await analysis("TGG")).state).toBe("decided");
    expect((await getProject(db, project))!.references).toEqual(references);
    const moved: TermLookup = (code) => {
      const term = terms(code);
      return term && { ...term, system: "Urine" };
    };
    const again = given(await changeReferences(db, manager, project, REFERENCES, moved));
    expect(again.reopened.map(({ code }) => code).sort()).toEqual(["CHOLG", "TGG"]);
    expect(again.reopened[0]!.reopened).toContain("Urine");
    expect(await changeReferences(db, anne, project, REFERENCES, terms)).toMatchObject({ refused: "not-allowed" });
  });
});
