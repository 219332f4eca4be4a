/** Labels that were once read wrongly; each test is named after its rule. Figures and ranks are not asked about: they change with the model. */
import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { codeOf } from "../loinc/release.ts";
import { candidatesOf } from "./candidates.ts";
import { readRow } from "./read-row.ts";
import type { TextReading } from "./read-text.ts";

const { engine } = matcher;
const read = (label: string): TextReading => engine.read(label);
const meant = (label: string): string[] =>
  read(label).segments.flatMap((segment) => segment.analytes.map((analyte) => analyte.component));
const specimens = (label: string): (string | undefined)[] =>
  read(label)
    .segments.map((segment) => segment.specimen?.name)
    .filter((name) => name !== undefined);
const codes = (label: string): string[] => {
  const { terms } = candidatesOf(engine, aRow(label));
  return Array.from(terms, (term) => codeOf(engine.index.release, term));
};

describe("reading rules", () => {
  it("`CL.U` is chloride in urine, not CLU", () => {
    expect(read("CL.U").segments.map((segment) => segment.text)).toEqual(["CL", "U"]);
    expect(meant("CL.U")).toContain("Chloride");
    expect(specimens("CL.U")).toEqual(["Urine"]);
    expect(codes("CL.U")).toContain("2078-4");
  });

  it("`CREAT.U` and `PH ART` end on their specimen", () => {
    expect(meant("CREAT.U")).toContain("Creatinine");
    expect(codes("CREAT.U")).toContain("2161-8");
    expect(meant("PH ART")).toContain("pH");
    expect(codes("PH ART")).toContain("2744-1");
  });

  it("British spelling is read", () => {
    expect(meant("Haemoglobin")).toEqual(meant("Hemoglobin"));
    expect(codes("Haemoglobin")).toContain("718-7");
    expect(meant("IgA/E")).not.toEqual(["IgE"]);
  });

  it("`T4` is a hormone, not a sample time", () => {
    expect(read("T4").challenges).toEqual([]);
    expect(read("T4").segments.some((segment) => segment.challenge)).toBe(false);
    expect(meant("T4")).toContain("Thyroxine");
    expect(meant("T3")).toContain("Triiodothyronine");
    expect(meant("T4L")).toEqual(["Thyroxine.free"]);
  });

  it("`GLUCOSE T5` is a sample, `IgE T5` an allergen", () => {
    expect(meant("GLUCOSE T5")).not.toContain("Fagus grandifolia Ab.IgE");
    expect(meant("IgE T5")).toContain("Fagus grandifolia Ab.IgE");
  });

  it("`TCA témoin` is the time of the control plasma", () => {
    const { reading, facts } = candidatesOf(engine, aRow("TCA témoin"));
    const said = [...facts.hints.filter((hint) => hint.said), ...reading.evidence].flatMap(({ values }) => values);
    expect(said.some((value) => value === "PPP^control" || value === "Plasma témoin")).toBe(true);
  });

  it("`prélèvement urétral` is of the urethra, not of anywhere", () => {
    const { evidence } = readRow(engine.binding, read, aRow("Culture", { specimen: "prélèvement urétral" }));
    const stated = evidence.filter(({ axis, source }) => axis === "system" && source === "specimen");
    expect(stated.flatMap(({ values }) => values)).toEqual(["Urètre"]);
  });

  it("`CORDON PH ART` is arterial blood of the cord", () => {
    const { evidence } = readRow(engine.binding, read, aRow("CORDON PH ART"));
    const { values } = engine.index.release.coded.system;
    const best = evidence.filter(({ axis }) => axis === "system").map(({ fit }) => values[fit.indexOf(1)]);
    expect(best).toEqual(["BldCoA"]);
  });

  it("the label narrows what the field says, unless they do not go together", () => {
    const best = (label: string, specimen: string): readonly (string | undefined)[] => {
      const { evidence } = readRow(engine.binding, read, aRow(label, { specimen }));
      const { values } = engine.index.release.coded.system;
      return evidence.filter(({ source }) => source === "specimen").map(({ fit }) => values[fit.indexOf(1)]);
    };
    expect(best("pH veineux", "Sang")).toEqual(["BldV"]);
    expect(best("Folates érythrocytaires", "Sang total EDTA")).toEqual(["RBC"]);
    expect(best("Sodium urinaire", "Sérum")).toEqual(best("Sodium", "Sérum"));
  });

  it("`clairance U/P` says neither urine nor plasma", () => {
    const { evidence } = readRow(engine.binding, read, aRow("Créatinine", { specimen: "Urine + selles" }));
    expect(evidence.filter(({ axis }) => axis === "system")).toEqual([]);
  });

  it("urine of 24 h states the time wherever it stands", () => {
    const times = (given: Parameters<typeof aRow>[1], label = "Sodium"): readonly string[] =>
      readRow(engine.binding, read, aRow(label, given))
        .evidence.filter(({ axis }) => axis === "time")
        .flatMap(({ values }) => values);
    expect(times({ specimen: "Urines de 24 h" })).toContain("24H");
    expect(times({}, "NA U 24H")).toContain("24H");
    expect(times({ specimen: "Urines" })).toEqual([]);
  });

  it("nephelometry gives a number, unless the scale says otherwise", () => {
    const scales = (given: Parameters<typeof aRow>[1]): readonly string[] =>
      readRow(engine.binding, read, aRow("Facteur rhumatoïde", given))
        .evidence.filter(({ axis }) => axis === "scale")
        .flatMap(({ values }) => values);
    expect(scales({ method: "Néphélémétrie" })).toEqual(["Qn"]);
    expect(scales({ method: "Néphélémétrie", scale: "Ordinal" })).not.toContain("Qn");
  });

  it("`CRÉATININE (MG)` in mg/L repeats its unit, `PCR (MG)` names a germ", () => {
    const components = (label: string, unit: string): string[] =>
      readRow(engine.binding, read, aRow(label, { unit })).label.segments.flatMap(({ analytes }) =>
        analytes.map(({ component }) => component),
      );
    expect(components("CRÉATININE (MG)", "mg/L")).not.toContain("Magnesium");
    expect(components("PCR (MG)", "")).toContain("Mycoplasma genitalium DNA");
  });

  it("`ZINC SPERME` is not expected in serum", () => {
    const hints = (label: string): readonly string[] =>
      candidatesOf(engine, aRow(label)).facts.hints.flatMap(({ axis, values }) => (axis === "system" ? values : []));
    expect(hints("ZINC SPERME")).not.toContain("Ser/Plas");
  });

  it("a finding counts more than the examination that looks for it", () => {
    const echoed = (label: string): string[] =>
      readRow(engine.binding, read, aRow(label)).label.segments.flatMap(({ echo, text }) => (echo ? [text] : []));
    expect(echoed("Levures (ECBU)")).toEqual(["ECBU"]);
    expect(echoed("ECBU GERME")).toEqual([]);
  });

  it("`natriurèse` says urine where no field says a specimen", () => {
    const said = (given: Parameters<typeof aRow>[1]): boolean =>
      candidatesOf(engine, aRow("natriurèse", given)).facts.hints.some((hint) => hint.said);
    expect(said({})).toBe(true);
    expect(said({ specimen: "Urine" })).toBe(false);
  });

  it.each(["A-GAD", "AC A-GAD", "anti-GAD"])("`%s` is anti-GAD", (label) => {
    expect(meant(label).length).toBeGreaterThan(0);
    for (const component of meant(label)) expect(component).toMatch(/^Glutamate decarboxylase 65 Ab/);
    expect(codes(label)).toContain("13926-1");
  });

  it("`Créatinine (mg/L)` does not read magnesium", () => {
    expect(meant("Créatinine (mg/L)")).not.toContain("Magnesium");
    expect(new Set(meant("Créatinine (mg/L)"))).toEqual(new Set(["Creatinine"]));
    expect(read("Créatinine (mg/L)").unit?.ucum).toBe("mg/L");
    expect(meant("MG")).toContain("Magnesium");
  });

  it("`C.R.P.` is CRP", () => {
    expect(meant("C.R.P.")).toEqual(["C reactive protein"]);
    expect(meant("C.R.P.")).toEqual(meant("CRP"));
  });

  it("`G/L` is giga per litre, in the unit and in the label", () => {
    expect(read("Leucocytes (G/L)").unit?.ucum).toBe("10*9/L");
    const { unit, evidence } = readRow(engine.binding, engine.read, aRow("Leucocytes", { unit: "G/L" }));
    expect(unit?.ucum).toBe("10*9/L");
    expect(evidence.filter(({ axis }) => axis === "property").flatMap(({ values }) => values)).toContain("NCnc");
  });

  it("`CORTISOL T60 SYNACTHENE` is cortisol and a challenge", () => {
    expect(new Set(meant("CORTISOL T60 SYNACTHENE"))).toEqual(new Set(["Cortisol"]));
    const reading = read("CORTISOL T60 SYNACTHENE");
    expect(reading.challenges.join()).toMatch(/corticotropin/);
    expect(reading.segments.filter((segment) => segment.challenge).map((segment) => segment.text)).toContain("T60");
    const { timing } = readRow(engine.binding, engine.read, aRow("CORTISOL T60 SYNACTHENE"));
    expect([...timing]).toEqual(expect.arrayContaining(["1h", "corticotropin"]));
  });

  it("`PSA L` is free PSA, `PSA` is not", () => {
    expect(meant("PSA L")).toContain("Prostate specific Ag.free");
    expect(meant("PSA")).not.toContain("Prostate specific Ag.free");
    expect(codes("PSA L")).toContain("10886-0");
  });

  it("`LP(A)` is lipoprotein (a)", () => {
    expect(meant("LP(A)")).toEqual(["Lipoprotein (little a)"]);
    expect(codes("LP(A)")).toContain("10835-7");
  });

  it("`DABI` is dabigatran cut off", () => {
    expect(meant("DABI").map((component) => component.toLowerCase())).toContain("dabigatran");
    expect(codes("DABI")).toContain("72625-7");
  });

  it("`Bilirubine non conjugu` is unconjugated bilirubin cut off", () => {
    const reading = read("Bilirubine non conjugu");
    expect(meant("Bilirubine non conjugu").some((component) => /^bilirubin/i.test(component))).toBe(true);
    expect(reading.segments.filter((segment) => segment.recognition === "unknown")).toEqual([]);
    expect(
      meant("Bilirubine non conjugu").some((component) => /unconjugated|non-glucuronidated/i.test(component)),
    ).toBe(true);
    expect(codes("Bilirubine non conjugu")).toContain("1971-1");
  });

  it("`75 G` and `DXM 1 mg` are doses: no IgG, no magnesium", () => {
    expect(meant("GLUC T120 75 G")).not.toContain("IgG");
    expect(meant("Cortisol après DXM 1 mg")).not.toContain("Magnesium");
    expect(meant("AC A-B2GP1 G")).not.toEqual([]);
  });

  it("`Leuco/mm3` counts leukocytes and states its unit", () => {
    expect(meant("Leuco/mm3")).toContain("Leukocytes");
    expect(read("Leuco/mm3").unit?.dimension).toBe("number/volume");
  });

  it("`U-IODE` begins with its specimen, `U.UREALYTICUM` and `S100` do not", () => {
    expect(specimens("U-IODE")).toEqual(["Urine"]);
    expect(specimens("S.ALBUMINE")).toEqual(["Sérum"]);
    expect(specimens("S100")).toEqual([]);
    expect(specimens("U.UREALYTICUM")).toEqual([]);
  });

  it("an exam called ECBU is about urine", () => {
    const context = { ...aRow("").context, exams: ["ECBU"] };
    const { evidence } = readRow(engine.binding, read, aRow("Numération des germes", { context }));
    expect(evidence.filter(({ axis, source }) => axis === "system" && source === "exam")).toHaveLength(1);
  });

  it("an exam called as its analysis is no echo, unless the label names something else", () => {
    const echoes = (label: string, exam: string): string[] => {
      const context = { ...aRow("").context, exams: [exam] };
      const { label: reading } = readRow(engine.binding, read, aRow(label, { context }));
      return reading.segments.filter((segment) => segment.echo).map((segment) => segment.text);
    };
    expect(echoes("Vancomycine perfu", "Vancomycine")).toEqual([]);
    expect(echoes("ECBU : leucocytes", "ECBU")).toEqual(["ECBU"]);
  });

  it("`CICLO C2` is a sample two hours after the dose", () => {
    expect([...readRow(engine.binding, read, aRow("CICLO C2")).timing]).toContain("2h");
    expect([...readRow(engine.binding, read, aRow("CICLO")).timing]).toEqual([]);
  });

  it("on a urine strip albumin is protein, leukocytes are their esterase", () => {
    const measured = (label: string, exam: string): string[] => {
      const context = { ...aRow("").context, exams: [exam] };
      const { label: reading } = readRow(engine.binding, read, aRow(label, { context }));
      return reading.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
    };
    expect(measured("Albumine", "Bandelette urinaire")).toContain("Protein");
    expect(measured("Leucocytes", "Bandelette urinaire")).toContain("Leukocyte esterase");
    expect(measured("Albumine", "Ionogramme")).not.toContain("Protein");
  });

  it("a label that repeats the exam's name is about what it says beside it", () => {
    const context = { ...aRow("").context, exams: ["ECBU"], examSpecimen: "" };
    const { label } = readRow(engine.binding, engine.read, aRow("ECBU : leucocytes", { context }));
    const echoes = label.segments.filter((segment) => segment.echo).map((segment) => segment.text);
    expect(echoes).not.toContain("leucocytes");
  });

  it("an exam's words dim no label that names nothing else: `Toxoplasmose IgG` in an exam about toxoplasmosis", () => {
    const echoes = (label: string, exam: string): string[] => {
      const { context, ...row } = aRow(label);
      const reading = readRow(engine.binding, read, { ...row, context: { ...context, exams: [exam] } });
      return reading.label.segments.filter(({ echo }) => echo).map(({ text }) => text);
    };
    expect(echoes("Toxoplasmose IgG", "Sérologie toxoplasmose")).toEqual([]);
    expect(echoes("Toxoplasmose rubéole", "Sérologie toxoplasmose")).toEqual(["Toxoplasmose"]);
  });

  it("words that may mean an antigen or the virus state no kind", () => {
    const kind = (label: string): number => candidatesOf(engine, aRow(label)).facts.kind;
    expect(kind("Rotavirus")).toBe(0);
    expect(kind("Ag Rotavirus")).not.toBe(0);
    expect(kind("Toxoplasmose IgG")).not.toBe(0);
  });

  it("`GB/mm3` counts leukocytes, `MG/L` is a unit", () => {
    expect(meant("GB/mm3")).toContain("Leukocytes");
    expect(meant("CRP MG/L")).not.toContain("Magnesium");
  });

  it("a row without unit has the one that its exam's other analyses share", () => {
    const { context, ...row } = aRow("Myélocytes");
    const { evidence } = readRow(engine.binding, read, { ...row, context: { ...context, siblingUnit: "%" } });
    const shared = evidence.filter(({ source }) => source === "siblings");
    expect(shared.map(({ axis, text }) => [axis, text])).toEqual([["property", "%"]]);
    const stated = readRow(engine.binding, read, { ...row, unit: "G/L", context: { ...context, siblingUnit: "%" } });
    expect(stated.evidence.filter(({ source }) => source === "siblings")).toEqual([]);
  });

  it("`R.ALC` is no alcohol, `HTCRITE` no factor, `PN BASO` no neutrophil, `CSF Red cells` no specimen alone", () => {
    expect(meant("R.ALC")).toEqual(["Bicarbonate"]);
    expect(meant("HTCRITE")).toEqual(["Hematocrit"]);
    expect(new Set(meant("PN BASO"))).toEqual(new Set(["Basophils"]));
    expect(meant("CSF Red cells")).toEqual(["Erythrocytes"]);
    expect(meant("FMH volume")).toEqual(["Fetal blood"]);
    expect(new Set(meant("AC HIV+AGP24"))).toEqual(new Set(["HIV 1+2 Ab+HIV1 p24 Ag"]));
  });

  it("`FVIII:C 1-stage` is a coagulation factor in one stage, not the allergen c1", () => {
    expect(new Set(meant("FVIII:C 1-stage"))).toEqual(new Set(["Coagulation factor VIII activity actual/Normal"]));
  });
});
