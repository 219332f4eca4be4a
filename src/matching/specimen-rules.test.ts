/** Where the specimen of a row comes from; each test is named after its rule. */
import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf } from "./candidates.ts";
import { readRow } from "./read-row.ts";
import type { TextReading } from "./read-text.ts";

const { engine } = matcher;
const read = (label: string): TextReading => engine.read(label);
const specimens = (label: string): (string | undefined)[] =>
  read(label)
    .segments.map((segment) => segment.specimen?.name)
    .filter((name) => name !== undefined);

describe("specimen rules", () => {
  it("`TCA témoin` is measured in control plasma whatever is taken from the patient, the patient's `TCA` is not", () => {
    const systems = (label: string): string[] => {
      const { evidence } = readRow(engine.binding, read, aRow(label, { specimen: "Plasma citraté" }));
      return evidence.filter(({ axis }) => axis === "system").flatMap(({ values }) => values);
    };
    expect(systems("TCA témoin")).toEqual(["Plasma témoin"]);
    expect(systems("TCA")).toEqual(["Plasma citraté"]);
  });

  it("a specimen written together with a name, or in the name of many studies, is said", () => {
    const systems = (label: string): string[] => {
      const { evidence } = readRow(engine.binding, read, aRow(label));
      return evidence.filter(({ axis }) => axis === "system").flatMap(({ values }) => values);
    };
    expect(systems("CALCIUMURINAIRE")).toEqual(["Urine"]);
    expect(systems("CHLORURELCR")).toEqual(["LCR"]);
    expect(systems("GDS ART K")).toEqual(["Sang artériel"]);
    expect(systems("GR folates")).toEqual(["Érythrocytes"]);
  });

  it("a blood gas implies blood, and nothing beside a name of the exam that says which", () => {
    const systems = (...exams: string[]): string[] => {
      const row = aRow("pH");
      const { evidence } = readRow(engine.binding, read, { ...row, context: { ...row.context, exams } });
      return evidence.filter(({ axis }) => axis === "system").flatMap(({ values }) => values);
    };
    expect(systems("Blood Gas")).toEqual(["Sang total"]);
    expect(systems("Blood Gas", "Arterial blood gas")).toEqual(["Sang artériel"]);
    expect(systems("GDS artériel", "Blood Gas")).toEqual(["Sang artériel"]);
  });

  it("`Blood` says nothing under a panel of serum", () => {
    const systems = (specimen: string): string[] => {
      const row = aRow("Glucose", { specimen });
      const { evidence } = readRow(engine.binding, read, {
        ...row,
        context: { ...row.context, exams: ["Basic Metabolic Panel"] },
      });
      return evidence.filter(({ axis }) => axis === "system").map(({ source, values }) => `${source} ${values}`);
    };
    expect(systems("Blood")).toEqual(["exam Sérum"]);
    expect(systems("Urine")).toEqual(["specimen Urine"]);
  });

  it("`échantillon 1` says nothing against the specimen of its field", () => {
    const systems = (specimen: string): string[] => {
      const { evidence } = readRow(engine.binding, read, aRow("BAAR - échantillon 1", { specimen }));
      return evidence.filter(({ axis }) => axis === "system").flatMap(({ values }) => values);
    };
    expect(systems("Crachat")).toEqual(["Expectoration"]);
    expect(systems("")).toEqual(["Divers"]);
  });

  it("`liquide` says nothing beside `pleural`", () => {
    const { evidence } = readRow(engine.binding, read, aRow("Protéines liquide", { specimen: "Liquide pleural" }));
    expect(evidence.filter(({ axis }) => axis === "system").flatMap(({ values }) => values)).toEqual([
      "Liquide pleural",
    ]);
  });

  it("the blood of a urine examination is haemoglobin, no specimen", () => {
    const { context, ...row } = aRow("Sang");
    const { label } = readRow(engine.binding, read, {
      ...row,
      context: { ...context, exams: ["Bandelette urinaire"] },
    });
    expect(label.segments.map(({ specimen }) => specimen)).toEqual([undefined]);
    expect(label.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component))).toContain(
      "Hemoglobin",
    );
    expect(readRow(engine.binding, read, aRow("Sang")).label.segments[0]?.specimen?.name).toBe("Sang");
  });

  it("a strip that the label names counts as well, and acetone is ketones on it", () => {
    const components = (label: string, exam: string): string[] => {
      const row = aRow(label);
      const reading = readRow(engine.binding, read, { ...row, context: { ...row.context, exams: [exam] } });
      return reading.label.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
    };
    expect(components("Bandelette : Acétone", "Urines")).toContain("Ketones");
    expect(components("Acétone", "Toxicologie")).not.toContain("Ketones");
    expect(components("Albumine", "Sucre - albumine")).toContain("Protein");
    expect(components("Albumine", "Glucose, albumine du liquide")).not.toContain("Protein");
  });

  it("`Protéines` of an ECU are looked for on a strip, unless they have a unit: regression for their concentration", () => {
    const hinted = (unit: string, exam: string) => {
      const row = aRow("Protéines", { unit });
      const { label } = readRow(engine.binding, read, { ...row, context: { ...row.context, exams: [exam] } });
      return label.segments.flatMap(({ analytes }) => analytes.flatMap(({ hints }) => hints?.method ?? []));
    };
    expect(hinted("", "ECU")).toContain("Test strip");
    expect(hinted("g/L", "ECU")).not.toContain("Test strip");
    expect(hinted("", "Protéinurie")).not.toContain("Test strip");
  });

  it("a chapter of `Prélèvements` says nothing beside the specimen of a row", () => {
    const systems = (specimen: string) => {
      const row = aRow("Gonocoque culture", { specimen });
      const { evidence } = readRow(engine.binding, read, {
        ...row,
        context: { ...row.context, chapter: "Bactériologie", subchapter: "Prélèvements" },
      });
      return evidence.filter(({ axis }) => axis === "system").map(({ values }) => values[0]);
    };
    expect(systems("Urètre")).toEqual(["Urètre"]);
    expect(systems("")).toEqual(["Divers"]);
  });

  it("`(ST)` behind a specimen is sent out, no whole blood", () => {
    expect(specimens("METANEPH.U(ST)")).toEqual(["Urine"]);
    expect(specimens("PLOMB ST")).toEqual(["Sang total"]);
  });

  it("a strip that the row's own method names counts as one that its exam names", () => {
    const { label } = readRow(engine.binding, read, aRow("Leucocytes", { method: "bandelette" }));
    expect(label.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component))).toContain(
      "Leukocyte esterase",
    );
  });

  it("a dose sampled at its trough is measured in no isolate, though its exam names an antibiotic", () => {
    const systems = (label: string): string[] => {
      const { context, ...row } = aRow(label);
      const { evidence } = readRow(engine.binding, read, { ...row, context: { ...context, exams: ["Daptomycine"] } });
      return evidence.filter(({ axis }) => axis === "system").flatMap(({ values }) => values);
    };
    expect(systems("Daptomycine")).toContain("Souche");
    expect(systems("Daptomycine résiduel")).not.toContain("Souche");
  });

  it("`LCR HEMATIES` counts red cells of the fluid", () => {
    const { evidence } = readRow(engine.binding, read, aRow("LCR HEMATIES"));
    expect(evidence.filter(({ axis }) => axis === "system").flatMap(({ values }) => values)).toEqual(["LCR"]);
  });

  it("`U-PB` and `U/DALA` begin with urine", () => {
    expect(specimens("U-PB")).toEqual(["Urine"]);
    expect(specimens("U/DALA")).toEqual(["Urine"]);
  });

  it("an exam called as a panel of serum is of serum, one called as a panel of blood is of blood", () => {
    const ofExam = (exam: string): string[] => {
      const { context, ...row } = aRow("Bicarbonates");
      const { evidence } = readRow(engine.binding, read, { ...row, context: { ...context, exams: [exam] } });
      return evidence.filter(({ source }) => source === "exam").flatMap(({ values }) => values);
    };
    expect(ofExam("Bilan lipidique")).toEqual(["Sérum"]);
    expect(ofExam("NFS")).toEqual(["Sang total"]);
    expect(ofExam("Zzz")).toEqual([]);
  });

  it("a fluid that is not said which is the one that the exam names", () => {
    const { context, ...row } = aRow("Protéines", { specimen: "Liquide de ponction" });
    const { evidence } = readRow(engine.binding, read, { ...row, context: { ...context, exams: ["Liquide pleural"] } });
    const said = evidence.filter(({ axis }) => axis === "system").map(({ source, values }) => [source, values]);
    expect(said).toEqual([["exam", ["Liquide pleural"]]]);
  });

  it("`U PLOMB`, `S FERRITINE` and `P LACTATE` begin with their specimen, `S aureus` does not", () => {
    expect(specimens("U PLOMB")).toEqual(["Urine"]);
    expect(specimens("U PB")).toEqual(["Urine"]);
    expect(specimens("S FERRITINE")).toEqual(["Sérum"]);
    expect(specimens("P LACTATE")).toEqual(["Plasma"]);
    expect(specimens("S aureus")).toEqual([]);
    expect(specimens("P acnes")).toEqual([]);
    expect(specimens("PROTEINE S")).toEqual([]);
  });

  it("`PU culture gono` is of the urethra, `PU` alone protein of urine", () => {
    const systems = (label: string): string[] =>
      readRow(engine.binding, engine.read, aRow(label))
        .evidence.filter(({ axis, source }) => axis === "system" && source === "label")
        .flatMap(({ values }) => values);
    expect(systems("PU culture gono")).toEqual(["Urètre"]);
    expect(systems("PU")).toEqual([]);
    expect(systems("Hématies glucose")).toEqual([]);
    expect(systems("ABG AMPI")).toEqual([]);
  });

  it("`PLOMB GR` is of red cells rather than of blood", () => {
    const { evidence } = readRow(engine.binding, engine.read, aRow("PLOMB GR"));
    const { values } = engine.index.release.coded.system;
    const [said] = evidence.filter(({ axis }) => axis === "system");
    expect(said?.fit[values.indexOf("RBC")]).toBe(1);
    expect(said?.fit[values.indexOf("Bld")]).toBeLessThan(0.7);
  });

  it("an ionogram of blood is one of serum: regression for BICARBONATES under Ionogramme sanguin, in whole blood", () => {
    const row = aRow("BICARBONATES", { unit: "mmol/L" });
    const under = (exam: string) =>
      readRow(engine.binding, engine.read, { ...row, context: { ...row.context, exams: [exam] } }).evidence;
    const { values } = engine.index.release.coded.system;
    const [said] = under("Ionogramme sanguin").filter(({ axis }) => axis === "system");
    expect(said!.fit[values.indexOf("Ser/Plas")]).toBe(1);
    expect(said!.fit[values.indexOf("Bld")]).toBeLessThan(0.7);
  });

  it("a form says its system where it is not the component's usual one, or where it names it", () => {
    const said = (label: string): boolean =>
      candidatesOf(engine, aRow(label)).facts.hints.some((hint) => hint.axis === "system" && hint.said);
    expect(said("natriurèse")).toBe(true);
    expect(said("glycémie")).toBe(false);
    expect(said("PB/SG")).toBe(true);
    expect(said("plombémie")).toBe(false);
  });
});
