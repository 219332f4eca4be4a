import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { biologieFr, circuitXlsx, loincZip, starterTerm } from "../../test/official-files.ts";
import { matcher } from "../../test/starter-engine.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { loadCatalogue } from "../catalogue/load-catalogue.ts";
import { findTerm } from "../loinc/release.ts";
import { matchCatalogue } from "../matching/match-catalogue.ts";
import { startEngine } from "./engine-thread.ts";

const folder = temporaryFolder();
/** Nothing but the starter. */
const none = { paths: [], data: folder.path };
const { catalogue } = await loadCatalogue(["examples/laboratoire-du-port"]);

describe("the engine in its thread", () => {
  it("matches as it does in this one, and tells how far it is", async () => {
    const first = startEngine(none);
    const opened = await first.open();
    await first.close();
    expect(opened.starter).toBe(true);
    expect(findTerm(opened.release, "2345-7")?.component).toBe("Glucose");

    const engine = startEngine({ opened });
    const told: [number, number][] = [];
    const proposals = await engine.match(catalogue, (done, total) => told.push([done, total]));
    expect(proposals).toEqual(matchCatalogue(matcher, catalogue));
    const total = catalogue.analyses.length + catalogue.exams.length + catalogue.chapters.length;
    expect(told.at(-1)).toEqual([total, total]);
    await engine.close();
  });

  it("answers the deciding question with a laboratory's word or LOINC's", async () => {
    const engine = startEngine(none);
    await engine.open();
    const glucose = { code: "A", label: "Glucose", synonym: "", property: "", unitCode: "", unit: "", time: "" };
    const row = { ...glucose, specimenCode: "", specimen: "", scale: "", method: "", nabm: [], exams: [] };
    const alone = { chapters: [], exams: [], analyses: [row] };
    const ask = (answers: Record<string, string>) =>
      engine.rerank({ catalogue: alone, level: "analysis", code: "A", answers }, "fr");
    for (const specimen of ["LCR", "CSF"]) {
      const proposal = await ask({ specimen, unit: "mmol/L" });
      expect(proposal?.candidates[0]?.axes.system).toMatchObject({ value: "CSF", verdict: "supports" });
      expect(proposal?.candidates[0]?.axes.property.value).toBe("SCnc");
    }
    expect(await engine.rerank({ catalogue: alone, level: "analysis", code: "B", answers: {} }, "fr")).toBeUndefined();
    await engine.close();
  });

  it("says why a reference is unreadable, and lives on", async () => {
    const engine = startEngine({ ...none, paths: ["no-such-file.zip"] });
    await expect(engine.open()).rejects.toThrow("n'existe pas");
    await engine.close();
    await expect(engine.warm()).rejects.toThrow("has ended");
  });

  it("installs official files, opens what is installed with all that came along, and speaks its French", async () => {
    const data = join(folder.path, "data");
    const now = "2026-11-27T10:00:00.000Z";
    const archive = folder.write("Loinc_2.81.zip", loincZip({ terms: [starterTerm("718-7"), starterTerm("2345-7")] }));
    const names = [{ code: "2345-7", label: "Glucose officiel", component: "Glucose", synonyms: "ose du sang" }];
    const french = folder.write("LOINCFR_JeuDeValeurs.xlsx", await biologieFr(names, [["0552", "2345-7"]]));
    const circuit = folder.write("circuit.xlsx", await circuitXlsx({ analyses: ["718-7"] }));
    const adding = startEngine({ paths: [], data });
    const told: number[] = [];
    const first = await adding.install({ path: archive, data, now }, (done) => void told.push(done));
    expect(first).toMatchObject({ installed: [{ id: "loinc-2.81", inUse: true }], problems: [] });
    expect(told.length).toBeGreaterThan(0);
    for (const path of [french, circuit]) await adding.install({ path, data, now });
    expect((await adding.install({ path: circuit, data, now, version: "../etc" })).installed[0]!.id).toBe(
      "circuit-..-etc",
    );
    await adding.close();

    const engine = startEngine({ paths: [], data });
    const { companions, facts, starter } = await engine.open();
    expect(starter).toBe(false);
    expect(facts.map(({ kind }) => kind)).toEqual(["loinc", "biologie-fr", "circuit"]);
    expect([...companions.circuit!.all]).toEqual(["718-7"]);
    const found = await engine.search({ words: "ose du sang", axes: {}, limit: 5 });
    expect(found.terms).toMatchObject([{ code: "2345-7", officialFrench: "Glucose officiel" }]);
    const proposals = await engine.match(catalogue);
    const glucose = proposals.flatMap(({ candidates }) => candidates).filter(({ loinc }) => loinc === "2345-7");
    expect(glucose.length).toBeGreaterThan(0);
    expect(new Set(glucose.map(({ name }) => name))).toEqual(new Set(["Glucose officiel"]));
    await engine.close();
  });

  it("finds terms with the values of their axes", async () => {
    const engine = startEngine(none);
    await engine.open();
    const found = await engine.search({ words: "glucose", axes: { system: "Ser/Plas" }, fit: "analysis", limit: 5 });
    expect(found.terms).toHaveLength(5);
    expect(new Set(found.terms.map((term) => term.system))).toEqual(new Set(["Ser/Plas"]));
    expect(found.total).toBeGreaterThan(5);
    expect(found.facets.system).toEqual([{ value: "Ser/Plas", count: found.total }]);
    const french = await engine.search({ words: "glycémie", axes: {}, limit: 3 });
    expect(french.terms[0]?.component).toBe("Glucose");
    const sections = await engine.search({ words: "chemistry studies", axes: {}, fit: "chapter", limit: 3 });
    expect(sections.terms[0]?.code).toBe("18719-5");
    const panels = await engine.search({ words: "", axes: {}, fit: "exam", limit: 200 });
    expect(panels.terms.every((term) => term.use !== "Observation")).toBe(true);
    await engine.close();
  });
});
