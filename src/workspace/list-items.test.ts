import { beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../test/databases.ts";
import { aPerson, aProject, autoProposal, given, itemOf, loincChoice, manager, terms } from "../../test/review.ts";
import { codeRequests, comment, requestCode } from "./comment.ts";
import type { Database } from "./database.ts";
import { decide } from "./decide.ts";
import { history } from "./history.ts";
import { itemFacets } from "./item-facets.ts";
import type { ItemFilter } from "./item-query.ts";
import { type ItemSort, listItems } from "./list-items.ts";
import { chaptersOf, dashboard, examOf } from "./overview.ts";
import { listProjects, stateCounts } from "./projects.ts";
import { storeProposals } from "./proposals.ts";
import type { ItemSummary } from "./types.ts";

const anne = aPerson("Anne", "biologist");
const REQUEST = {
  ...{ component: "Glucose", property: "MCnc", time: "Pt", system: "Ser/Plas", scale: "Qn", method: "" },
  ...{ unit: "g/L", nabm: ["0552"], synonyms: [], why: "méthode absente" },
};

onBothDatabases((source) => {
  let db: Database;
  let project: string;
  let all: readonly ItemSummary[];
  const list = async (filter: ItemFilter) => (await listItems(db, project, { ...filter, limit: 5000 })).items;
  beforeAll(async () => {
    db = await source.open();
    project = await aProject(db);
    await aProject(db);
    await storeProposals(db, manager, project, [
      autoProposal("chapter", "BIO", "18719-5"),
      autoProposal("analysis", "CHOLG", "2093-3"),
      { ...autoProposal("analysis", "TGG", "2571-8"), confidence: 0.4, band: "review" },
    ]);
    const { id } = await itemOf(db, project, "analysis", "GLYJ");
    await decide(db, anne, project, [{ item: id, choice: loincChoice("2345-7") }], terms);
    all = await list({});
  }, 120_000);

  it.each<ItemSort>([
    "position",
    "confidence",
    "-confidence",
    "label",
    "code",
    "state",
  ])("pages by %s without loss", async (sort) => {
    const ids: number[] = [];
    const items: ItemSummary[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listItems(db, project, { sort, limit: 97, ...(cursor && { cursor }) });
      expect(page.total).toBe(all.length);
      items.push(...page.items);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect([...ids].sort((a, b) => a - b)).toEqual(all.map(({ id }) => id).sort((a, b) => a - b));
    if (sort === "code") expect(items.map(({ code }) => code)).toEqual(items.map(({ code }) => code).sort());
    if (sort === "-confidence")
      expect(items.slice(0, 3).map(({ proposal }) => proposal?.confidence)).toEqual([0.97, 0.97, 0.4]);
    if (sort === "state") expect(items.at(-1)!.state).toBe("decided");
    if (sort === "position") expect(ids).toEqual(all.map(({ id }) => id));
  });

  it.each<[ItemFilter, (item: ItemSummary) => boolean]>([
    [{ level: "exam" }, ({ level }) => level === "exam"],
    [{ chapter: "BIO" }, ({ chapter }) => chapter === "BIO"],
    [{ specialty: "18719-5" }, ({ specialty }) => specialty === "18719-5"],
    [{ band: "review" }, ({ proposal }) => proposal?.band === "review"],
    [{ state: "decided" }, ({ state }) => state === "decided"],
    [{ person: anne.id }, ({ decision }) => decision?.by.id === anne.id],
    [{ missing: "unit" }, ({ missing }) => missing.includes("unit")],
    [{ missing: "nabm" }, ({ missing }) => missing.includes("nabm")],
    [{ missing: "specimen", level: "exam" }, ({ missing, level }) => level === "exam" && missing.includes("specimen")],
    [
      { q: "cholesterol HDL" },
      ({ label }) => /cholest.*hdl|hdl.*cholest/i.test(label.normalize("NFD").replace(/\p{M}/gu, "")),
    ],
    [{ q: "2571-8" }, ({ proposal }) => proposal?.loinc === "2571-8"],
    [{ q: "2345-" }, ({ decision }) => decision?.loinc === "2345-7"],
    [{ q: "100%_\\" }, () => false],
    [{ chapter: "'; drop table item; --" }, () => false],
  ])("filters %j", async (filter, fits) => {
    const expected = all.filter(fits).map(({ id }) => id);
    const found = await list(filter);
    if (filter.q === "cholesterol HDL") expect(found.length).toBeGreaterThan(1);
    else expect(found.map(({ id }) => id)).toEqual(expected);
    expect(found.every(fits)).toBe(true);
  });

  it("takes a cursor that is none for the first page", async () => {
    const first = await listItems(db, project, { limit: 3 });
    for (const cursor of [
      "",
      "x",
      Buffer.from('["a",1]').toString("base64url"),
      Buffer.from("{}").toString("base64url"),
    ]) {
      expect(await listItems(db, project, { limit: 3, cursor })).toEqual(first);
    }
    expect(await listItems(db, "nowhere")).toEqual({ items: [], total: 0, next: null });
  });

  it("counts what each filter would leave", async () => {
    const facets = await itemFacets(db, project);
    for (const { value, count } of facets.specialty) expect(count).toBe((await list({ specialty: value })).length);
    expect(facets.person).toEqual([{ value: anne.id, label: "Anne", count: 1 }]);
    const units = facets.missing.find(({ value }) => value === "unit")!;
    expect(units.count).toBe((await list({ missing: "unit" })).length);
    expect(facets.chapter.find(({ value }) => value === "BIO")!.label).toBe("Biochimie");
    const ofExams = await itemFacets(db, project, { level: "exam" });
    expect(ofExams.level).toEqual(facets.level);
    expect(ofExams.state).toEqual([{ value: "todo", label: "todo", count: (await list({ level: "exam" })).length }]);
  });

  it("counts the project", async () => {
    const board = await dashboard(db, project);
    expect(board.items).toBe(all.length);
    expect(board.states.decided).toBe(1);
    expect(board.bands).toEqual({ auto: 2, review: 1, none: 0 });
    expect(board.byPerson).toEqual([{ person: anne.id, name: "Anne", decided: 1 }]);
    expect(board.byDay.reduce((sum, { decided }) => sum + decided, 0)).toBe(1);
    expect(board.confidence).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(board.bySpecialty.reduce((sum, { items }) => sum + items, 0)).toBe(all.length);
    expect((await stateCounts(db, project)).get(project)).toEqual(board.states);
    expect((await stateCounts(db)).size).toBe(2);
    expect(await listProjects(db)).toHaveLength(2);
  });

  it("shows chapters and exams with what they hold", async () => {
    const chapters = await chaptersOf(db, project);
    const rows = all.filter(({ level }) => level === "exam" || level === "analysis");
    expect(chapters.map(({ item }) => item.code)).toContain("BIO");
    const biochemistry = chapters.find(({ item }) => item.code === "BIO")!;
    const inside = rows.filter(({ chapter }) => chapter === "BIO");
    expect(biochemistry).toMatchObject({ items: inside.length, undecided: inside.length - 1 });
    expect(biochemistry.subchapters.map(({ item }) => item.code)).toContain("BIOS");
    const { id } = await itemOf(db, project, "exam", "GLY");
    expect((await examOf(db, project, id))!.members.map(({ code }) => code)).toEqual(["GLYJ", "GLYJM"]);
    expect(await examOf(db, project, biochemistry.item.id)).toBeUndefined();
  });

  it("keeps comments and requests for codes beside the row", async () => {
    const { id, version } = await itemOf(db, project, "analysis", "GLYJM");
    given(await comment(db, anne, project, id, " à voir avec le fournisseur "));
    given(await requestCode(db, anne, project, id, { ...REQUEST, why: "d'abord" }));
    given(await requestCode(db, anne, project, id, REQUEST));
    expect(await itemOf(db, project, "analysis", "GLYJM")).toMatchObject({ version, comments: 1 });
    expect(await codeRequests(db, project)).toMatchObject([{ item: { code: "GLYJM" }, request: REQUEST }]);
    const events = await history(db, { project, person: anne.id });
    expect(events.map(({ kind }) => kind)).toEqual(["requested", "requested", "commented", "decided"]);
    expect(events[2]!.after).toBe("à voir avec le fournisseur");
    expect(await history(db, { project, person: anne.id, before: events[1]!.id, limit: 1 })).toEqual([events[2]]);
    expect(await history(db, { from: "2999-01-01T00:00:00Z" })).toEqual([]);
    const reader = aPerson("Lecteur", "reader");
    expect(await comment(db, reader, project, id, "x")).toMatchObject({ refused: "not-allowed" });
    expect(await comment(db, anne, project, Number.NaN, "x")).toMatchObject({ refused: "not-found" });
  });
});
