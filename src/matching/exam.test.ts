import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { formKey } from "../lexicon/tokens.ts";
import { codeOf, indexOfCode } from "../loinc/release.ts";
import { readingOf } from "./candidates.ts";
import { examPool } from "./exam.ts";
import { EXAM_FEATURES, type ExamFeature } from "./exam-features.ts";
import type { Member } from "./exam-members.ts";
import type { NamedTerm } from "./exam-name.ts";
import { groupNames, panelNames } from "./panel-names.ts";

const { engine, panels } = matcher;
const { release } = engine.index;
const member = (code: string, loinc: string, confidence = 0.9): Member => ({
  code,
  label: code,
  term: loinc === "" ? -1 : indexOfCode(release, loinc),
  confidence,
  sure: confidence > 0.5,
});
const pool = (label: string, members: readonly Member[], named?: NamedTerm) => {
  const made = examPool(engine, panels, readingOf(engine, aRow(label, { level: "exam" })), members, named);
  const value = (i: number, name: ExamFeature): number =>
    made.features[i * EXAM_FEATURES.length + EXAM_FEATURES.indexOf(name)]!;
  const codes = made.options.map(({ term }) => (term < 0 ? "" : codeOf(release, term)));
  return { ...made, value, codes, origins: made.options.map(({ origin }) => origin) };
};

describe("what an exam may be", () => {
  it("always nothing, first", () => {
    for (const made of [pool("Zzz", []), pool("NFS", []), pool("Glycémie", [member("GLU", "2345-7")])]) {
      expect(made.origins[0]).toBe("none");
      expect(made.codes[0]).toBe("");
      expect(made.features.length).toBe(made.options.length * EXAM_FEATURES.length);
    }
  });

  it("the code of its only analysis, as sure as that is", () => {
    const made = pool("Glycémie", [member("GLU", "2345-7", 0.75)]);
    const at = made.origins.indexOf("single");
    expect(made.codes[at]).toBe("2345-7");
    expect(made.value(at, "single.confidence")).toBe(0.75);
  });

  it("in a lot only if its analysis may be", () => {
    const sureOf = (confidence: number): boolean => {
      const made = pool("Glycémie", [member("GLU", "2345-7", confidence)]);
      return made.options[made.origins.indexOf("single")]!.sure;
    };
    expect(sureOf(0.9)).toBe(true);
    expect(sureOf(0.3)).toBe(false);
  });

  it("nothing of an only analysis without a code", () => {
    const made = pool("Zzz", [member("COM", "")]);
    expect(made.origins).toEqual(["none"]);
    expect(made.value(0, "none.members.none")).toBe(1);
  });

  it("one of two forms of one analyte", () => {
    const made = pool("Glycémie", [member("GLUG", "2345-7"), member("GLUM", "14749-6")]);
    const twins = made.codes.filter((_, i) => made.origins[i] === "twin");
    expect(twins.sort()).toEqual(["14749-6", "2345-7"]);
  });

  it("what its name alone would get, or the same code of an analysis of its own", () => {
    const culture = { term: indexOfCode(release, "625-4"), probability: 0.8, exact: 1 };
    const members = [member("SALM", "20955-1"), member("COMM", "")];
    const made = pool("Culture bactérienne des selles", members, culture);
    const at = made.origins.indexOf("name");
    expect(made.codes[at]).toBe("625-4");
    expect(made.value(at, "name.probability")).toBeCloseTo(0.8);
    expect(made.options[at]!.sure).toBe(false);
    const again = pool("Culture bactérienne des selles", [member("COPR", "625-4"), ...members], culture);
    expect(again.origins).not.toContain("name");
    expect(again.value(again.codes.indexOf("625-4"), "name.agrees")).toBeCloseTo(0.8);
  });

  it("the analysis that its name says, among others", () => {
    const made = pool("Ferritine", [member("FERR", "2276-4"), member("CRP", "1988-5")]);
    const share = (code: string): number => {
      const at = made.codes.findIndex((one, i) => one === code && made.origins[i] === "main");
      return made.value(at, "main.words.exam");
    };
    expect(share("2276-4")).toBeGreaterThan(share("1988-5"));
  });

  it("never one of several in a lot", () => {
    const made = pool("Ferritine", [member("FERR", "2276-4"), member("CRP", "1988-5")]);
    for (const [i, origin] of made.origins.entries()) if (origin === "main") expect(made.options[i]!.sure).toBe(false);
    expect(made.origins).toContain("main");
  });

  it("one analyte, whatever goes with it", () => {
    const made = pool("Protéinurie des 24 heures", [
      member("VOL", "3167-4"),
      member("PROT", "2889-4"),
      member("COMM", ""),
    ]);
    const at = made.codes.indexOf("2889-4");
    expect(made.origins[at]).toBe("twin");
    expect(made.value(at, "twin.others.none")).toBeCloseTo(1 / 3);
    const volume = made.codes.indexOf("3167-4");
    expect(made.origins[volume]).toBe("main");
    expect(made.value(volume, "main.accessory")).toBe(1);
  });

  it("the culture that both bottles are, by the name alone", () => {
    const culture = { term: indexOfCode(release, "600-7"), probability: 0.9, exact: 1 };
    const made = pool("Culture de sang", [member("AERO", "17928-3"), member("ANA", "17934-1")], culture);
    const at = made.origins.indexOf("name");
    expect(made.value(at, "name.general")).toBeCloseTo(0.9);
    expect(made.value(at, "name.culture")).toBeCloseTo(0.9);
    const bottle = made.codes.indexOf("17928-3");
    expect(made.value(bottle, "name.disagrees")).toBeCloseTo(0.9);
    expect(made.value(bottle, "twin.same")).toBe(0);
  });

  it("the analysis that its group is called after, or that of no member", () => {
    const members = [member("SALM", "20955-1"), member("CAMP", "6331-3")];
    const without = pool("Coproculture", members);
    expect(without.origins[without.codes.indexOf("625-4")]).toBe("section");
    const within = pool("Coproculture", [...members, member("COPR", "625-4")]);
    expect(within.origins[within.codes.indexOf("625-4")]).toBe("main");
    expect(within.value(within.codes.indexOf("625-4"), "main.called")).toBe(1);
    expect(within.value(within.codes.indexOf("20955-1"), "main.called")).toBe(0);
  });

  it("once each, even when an analysis has the code of a group", () => {
    for (const members of [[member("ATB", "18769-0")], [member("ATB", "18769-0"), member("AMX", "18861-5")]]) {
      const { codes } = pool("Antibiogramme", members);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it("no panel of IgG and IgM in a lot for two techniques of IgG: regression for Lyme disease by immunoassay and blot", () => {
    const sureOf = (...codes: readonly string[]): boolean => {
      const made = pool(
        "Sérologie Lyme",
        codes.map((code) => member(code, code)),
      );
      return made.options[made.codes.indexOf("34942-3")]!.sure;
    };
    expect(sureOf("7817-0", "6320-6")).toBe(false);
    expect(sureOf("7817-0", "7818-8")).toBe(true);
  });

  it("no panel of five drugs for three, unless it says five", () => {
    const three = [member("THC", "18282-4"), member("COC", "14314-9"), member("OPI", "19295-5")];
    expect(pool("Stupéfiants urinaires", three).codes).toContain("69739-1");
    expect(pool("Stupéfiants urinaires", three).codes).not.toContain("24349-3");
    expect(pool("Stupéfiants urinaires 5 tests", three).codes).toContain("24349-3");
  });

  it("the antibiogram, by its name and by its antibiotics", () => {
    const made = pool("Antibiogramme", [member("AMX", "18861-5"), member("GEN", "18928-2")]);
    const at = made.codes.indexOf("18769-0");
    expect(made.origins[at]).toBe("panel");
    expect(made.value(at, "panel.name")).toBe(1);
    expect(made.value(at, "panel.covered.least")).toBe(1);
  });

  it("in a lot a panel of unknown members only if analyses explain its name", () => {
    const bare = { ...panels, panels: panels.panels.map((one) => ({ ...one, members: new Set<string>() })) };
    const sureOf = (...codes: readonly string[]): boolean => {
      const row = aRow("Sérologie rubéole", { level: "exam" });
      const members = codes.map((code) => member(code, code));
      const made = examPool(engine, bare, readingOf(engine, row), members, undefined);
      return made.options.find(({ term }) => term === indexOfCode(release, "34952-2"))!.sure;
    };
    expect(sureOf("8014-3", "8015-0")).toBe(true);
    expect(sureOf("8014-3")).toBe(false);
  });

  it("in a lot no panel of a single analysis, whatever goes with it", () => {
    const sureOf = (...codes: readonly string[]): boolean => {
      const made = pool(
        "Bilan lipidique",
        codes.map((code) => member(code, code)),
      );
      return made.options[made.codes.indexOf("24331-1")]!.sure;
    };
    expect(sureOf("2093-3", "2571-8")).toBe(true);
    expect(sureOf("2093-3", "29463-7")).toBe(false);
  });

  it("a panel by its name, and each option once", () => {
    const made = pool("Bilan lipidique", [member("CT", "2093-3"), member("TG", "2571-8"), member("HDL", "2085-9")]);
    const at = made.codes.indexOf("24331-1");
    expect(made.origins[at]).toBe("panel");
    expect(made.value(at, "panel.name")).toBe(1);
    expect(made.value(at, "panel.members.recall")).toBeGreaterThan(0);
    expect(new Set(made.codes).size).toBe(made.codes.length);
  });
});

it("a panel's French name may be the whole label or a part of it", () => {
  const name = (label: string) => panelNames(engine, [label]).get(indexOfCode(release, "24331-1"));
  expect(name("Bilan lipidique")).toBe("whole");
  expect(name("Bilan lipidique du matin")).toBe("part");
  expect(name("Zzz")).toBeUndefined();
});

it("a group may be called like an analysis, a sub-chapter may not", () => {
  const culture = indexOfCode(release, "625-4");
  expect(groupNames(engine, ["Coproculture"]).get(culture)).toBe("whole");
  expect(panelNames(engine, ["Coproculture"]).size).toBe(0);
  expect(panelNames(engine, ["Antibiogramme"]).get(indexOfCode(release, "18769-0"))).toBe("whole");
});

describe("names of groups", () => {
  const namesOf = (label: string) =>
    new Map([...groupNames(engine, [label])].map(([term, name]) => [codeOf(release, term), name]));

  it("a name within a longer one is not a name", () => {
    expect(namesOf("Groupe sanguin et RAI").get("34532-2")).toBe("whole");
    expect(namesOf("Groupe sanguin et RAI").has("34530-6")).toBe(false);
    expect(namesOf("Groupe sanguin").get("34530-6")).toBe("whole");
  });

  it.each([
    ["GSRH", "34530-6"],
    ["CD4", "65758-5"],
    ["DIFF,MANUAL", "24318-8"],
    ["UA W/MICRO", "24356-8"],
    ["U/A (Analyse d'urine)", "24356-8"],
    ["Billirubine", "34543-9"],
    ["Temps de saignement", "11067-6"],
    ["GeneXpert", "89371-9"],
    ["HGB ELECTROPHORESIS", "43113-0"],
  ])("%s is called %s", (label, code) => {
    expect(engine.binding.lexicon.panels.get(formKey(label))).toContain(code);
  });

  it("ABG with gases is no antibiogram, with susceptibilities it is", () => {
    const gases = pool("ABG", [member("PH", "2744-1"), member("PCO2", "2019-8"), member("PO2", "2703-7")]);
    expect(gases.codes).not.toContain("18769-0");
    expect(pool("ABG", [member("AMX", "18861-5"), member("CTX", "18886-2")]).codes).toContain("18769-0");
    expect(pool("ABG", []).codes).toContain("18769-0");
  });

  it("the antibiogram of a germ that alone is coded, and of antibiotics whatever they are called", () => {
    expect(pool("Antibiogramme", [member("GERME", "11475-1"), member("AMX", "")]).codes).toContain("18769-0");
    expect(pool("Zzz", [member("AMX", "18861-5"), member("GEN", "18928-2")]).codes).toContain("18769-0");
    expect(
      pool("Zzz", [member("AMX", "18861-5"), member("CRP", "1988-5"), member("CT", "2093-3")]).codes,
    ).not.toContain("18769-0");
  });

  it("blood is no panel of haemoglobin", () => {
    expect(pool("H. pylori (sang)", [member("HP", "")]).codes).not.toContain("43113-0");
  });

  it("with its specimen a name is whole, with another it is a part", () => {
    expect(namesOf("Bilan lipidique sérum").get("24331-1")).toBe("whole");
    expect(namesOf("Bilan lipidique urine").get("24331-1")).toBe("part");
    expect(namesOf("ECBU + groupe sanguin").get("34530-6")).toBe("part");
  });

  it("a longer name of what the release lacks leaves the shorter one", () => {
    const { lexicon } = engine.binding;
    const without = new Map([...lexicon.panels, [formKey("bilan lipidique étendu"), ["99999-9"]]]);
    const bare = { ...engine, binding: { ...engine.binding, lexicon: { ...lexicon, panels: without } } };
    expect(groupNames(bare, ["Bilan lipidique étendu"]).get(indexOfCode(release, "24331-1"))).toBe("part");
  });

  it("a culture of urine with its antibiogram is called like the culture", () => {
    expect(namesOf("ECBU + ATB").get("630-4")).toBe("whole");
    expect(namesOf("ECBU culture").get("630-4")).toBe("whole");
  });
});

it("two concentrations of vancomycin are no susceptibility to it", () => {
  const named = { term: indexOfCode(release, "19000-9"), probability: 0.9, exact: 1 };
  const levels = [member("RES", "4092-3"), member("CONT", "20578-1")];
  expect(pool("Vancomycine", levels, named).codes).not.toContain("19000-9");
  expect(pool("Vancomycine", [], named).codes).toContain("19000-9");
});

it("a panel of antibodies that lacks one of the antigens is not signed in a lot", () => {
  const sureOf = (...codes: string[]): boolean | undefined => {
    const made = pool(
      "Hépatite B",
      codes.map((code) => member(code, code)),
    );
    return made.options[made.codes.indexOf("77190-7")]?.sure;
  };
  expect(sureOf("5195-3", "16935-9", "13952-7")).toBe(true);
  expect(sureOf("5195-3", "16935-9", "13952-7", "31844-4")).toBe(false);
});
