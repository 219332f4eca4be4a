import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { loadCatalogue } from "../catalogue/load-catalogue.ts";
import { decodePack } from "../loinc/pack.ts";
import { findTerm } from "../loinc/release.ts";
import { matchCatalogue } from "../matching/match-catalogue.ts";
import { startEngine } from "./engine-thread.ts";

const { catalogue } = await loadCatalogue(["examples/laboratoire-du-port"]);

describe("the engine in its thread", () => {
  it("matches as it does in this one, and tells how far it is", async () => {
    const first = startEngine({});
    const { pack, starter } = await first.open();
    await first.close();
    expect(starter).toBe(true);
    expect(findTerm(decodePack(pack), "2345-7")?.component).toBe("Glucose");

    const engine = startEngine({ pack });
    const told: [number, number][] = [];
    const proposals = await engine.match(catalogue, (done, total) => told.push([done, total]));
    expect(proposals).toEqual(matchCatalogue(matcher, catalogue));
    const total = catalogue.analyses.length + catalogue.exams.length + catalogue.chapters.length;
    expect(told.at(-1)).toEqual([total, total]);
    await engine.close();
  });

  it("answers the deciding question with a laboratory's word or LOINC's", async () => {
    const engine = startEngine({});
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
    const engine = startEngine({ paths: ["no-such-file.zip"] });
    await expect(engine.open()).rejects.toThrow("n'existe pas");
    await engine.close();
    await expect(engine.warm()).rejects.toThrow("has ended");
  });

  it("finds terms with the values of their axes", async () => {
    const engine = startEngine({});
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
