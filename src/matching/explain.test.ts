import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { codeOf } from "../loinc/release.ts";
import { AXES } from "../loinc/term.ts";
import { candidatesOf } from "./candidates.ts";
import { explain } from "./explain.ts";
import type { Language } from "./phrases.ts";
import type { Row } from "./row.ts";

const { engine } = matcher;
const reasons = (code: string, label: string, given: Partial<Row> = {}, language: Language = "fr") => {
  const pool = candidatesOf(engine, aRow(label, given));
  const at = Array.from(pool.terms, (term) => codeOf(engine.index.release, term)).indexOf(code);
  expect(at).toBeGreaterThanOrEqual(0);
  return explain(engine, pool, [at], language)[0]!;
};

describe("the reasons for a candidate", () => {
  it("quote the label for the component and the unit for the property", () => {
    const { component, property } = reasons("14749-6", "Glycémie", { unit: "mmol/L" });
    expect(component).toEqual({ value: "Glucose", verdict: "supports", evidence: "libellé « Glycémie »" });
    expect(property).toEqual({ value: "SCnc", verdict: "supports", evidence: "unité « mmol/L »" });
  });

  it("tell how a misspelt label was read", () => {
    const { component } = reasons("2951-2", "SODUM");
    expect(component.evidence).toBe("libellé « SODUM », lu « sodium »");
    expect(reasons("2951-2", "SODUM", {}, "en").component.evidence).toBe("label “SODUM”, read “sodium”");
  });

  it("show a contradiction rather than average it away", () => {
    const { property } = reasons("2345-7", "Glycémie", { unit: "%" });
    expect(property).toEqual({ value: "MCnc", verdict: "contradicts", evidence: "unité « % »" });
    const { system } = reasons("2339-0", "Glucose", { specimen: "Urines" });
    expect(system.verdict).toBe("contradicts");
    expect(system.evidence).toContain("Urines");
  });

  it("say what is only assumed", () => {
    const { property, method } = reasons("2345-7", "Glucose");
    expect(property).toEqual({ value: "MCnc", verdict: "assumed", evidence: "non précisé : valeur la plus courante" });
    expect(method).toEqual({ value: "", verdict: "assumed", evidence: "toute technique" });
  });

  it("are told in English too, for every axis", () => {
    const english = reasons("14749-6", "Glycémie", { unit: "mmol/L", specimen: "Plasma" }, "en");
    expect(Object.keys(english)).toEqual([...AXES]);
    expect(english.property.evidence).toBe("unit “mmol/L”");
    expect(english.system.verdict).toBe("supports");
  });

  it("count what an exam says less than what the row says", () => {
    const context = { ...aRow("").context, exams: ["Glycémie"], examSpecimen: "Urines" };
    const { system } = reasons("2345-7", "Glucose", { specimen: "Sérum", context });
    expect(system.verdict).toBe("supports");
    expect(system.evidence).toContain("Sérum");
  });
});

it("candidates explained together have the reasons that each has alone", () => {
  const pool = candidatesOf(engine, aRow("Glycémie", { unit: "mmol/L" }));
  const kept = [...pool.terms.keys()].slice(0, 20);
  expect(explain(engine, pool, kept, "fr")).toEqual(kept.map((i) => explain(engine, pool, [i], "fr")[0]));
});
