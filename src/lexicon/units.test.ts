import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "./load-lexicon.ts";
import { dimensionOf, readUnits, someQuantity } from "./units.ts";

const UNITS = `ucum	forms
g/L	g/L | gr/L
10*9/L	G/L | 10^9/L | 10⁹/L
umol/L	µmol/L
mg/g{creat}	mg/g créat
U/g{Hb}	U/g Hb
mmol/(24.h)	mmol/24h
mg/(12.h)	mg/12h
mm/(2.h)	mm/2h
mL/min	mL/min
{ratio}	rapport
mV	mV
ug/g	µg/g
/uL	/µL
`;
const PROPERTIES = `dimension	properties
mass/volume	MCnc=1 | MSCnc=0.9
number/volume	NCnc=1
ratio	Ratio
`;
const { read } = readUnits(UNITS, PROPERTIES);

describe("reading a unit", () => {
  it("tells giga from gram", () => {
    expect(read("G/L")?.ucum).toBe("10*9/L");
    expect(read("g/L")?.ucum).toBe("g/L");
    expect(read("GR/L")?.ucum).toBe("g/L");
  });

  it.each([
    ["g / l", "g/L"],
    ["µmol/L", "umol/L"],
    ["μmol/L", "umol/L"],
    ["umol/l", "umol/L"],
    ["10⁹/L", "10*9/L"],
    ["10 ^ 9 / L", "10*9/L"],
    ["MMOL/24H", "mmol/(24.h)"],
    ["mg/g\u00a0créat", "mg/g{creat}"],
    ["mg/g{creat}", "mg/g{creat}"],
  ])("%s is %s", (text, ucum) => {
    expect(read(text)?.ucum).toBe(ucum);
  });

  it("a code leaves the stroke out", () => {
    const { read: readCode } = readUnits("ucum\tforms\nmg/dL\tmg/dL\nmmol/L\tmmol/L\n", PROPERTIES);
    expect(readCode("MGDL")?.ucum).toBe("mg/dL");
    expect(readCode("MMOLL")?.ucum).toBe("mmol/L");
    expect(readCode("ML")).toBeUndefined();
  });

  it("ignores spaces, and case where it tells nothing apart", () => {
    const form = fc.constantFrom("gr/L", "µmol/L", "mg/g créat", "mmol/24h", "mL/min", "rapport");
    fc.assert(
      fc.property(form, fc.array(fc.nat(12)), fc.boolean(), (text, places, upper) => {
        const spaced = places.reduce<string>((so, at) => `${so.slice(0, at)} ${so.slice(at)}`, text);
        expect(read(upper ? spaced.toUpperCase() : spaced)).toEqual(read(text));
        expect(read(text)).toBeDefined();
      }),
    );
  });

  it("does not guess a spelling that it does not know", () => {
    expect([read("furlong"), read(""), read("g")]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ["µg Hb/g", "µg/g"],
    ["parasites/µL", "/µL"],
    ["mmol/24 h créat", "mmol/24h"],
    ["mmol/24h de créatinine", "mmol/24h"],
  ])("%s is %s, with what is measured or counted", (written, unit) => {
    expect(read(written)).toEqual(read(unit));
    expect(read(unit)).toBeDefined();
  });

  it.each(["Calcium/24h", "fmol/24h", "nmoles/L", "Sodium/L", "milliers/L"])("%s counts nothing", (written) => {
    expect(read(written)?.dimension ?? "").not.toMatch(/^number/);
  });

  it("an unknown unit of a quantity is one, and says nothing of the property", () => {
    for (const unit of ["œufs/10 mL", "x/mm³", "y/μL", "z/24 h"]) {
      expect(read(unit)).toBeUndefined();
      expect(someQuantity(unit)).toMatchObject({ ucum: "", properties: new Map() });
    }
    for (const text of ["positif/négatif", "titre", ""]) expect(someQuantity(text)).toBeUndefined();
  });

  it("gives the properties that fit the dimension, none when the table says nothing", () => {
    expect(read("g/L")).toMatchObject({
      dimension: "mass/volume",
      properties: new Map([
        ["MCnc", 1],
        ["MSCnc", 0.9],
      ]),
    });
    expect(read("rapport")?.properties).toEqual(new Map([["Ratio", 1]]));
    expect(read("mV")?.properties).toEqual(new Map());
  });

  it("says by what, and over what time", () => {
    expect(read("mg/g créat")?.per).toBe("creatinine");
    expect(read("U/g Hb")?.per).toBe("hemoglobin");
    expect(read("g/L")?.per).toBe("");
    expect(["mmol/24h", "mg/12h", "mm/2h", "mL/min"].map((text) => read(text)?.time)).toEqual(["24H", "12H", "", ""]);
  });
});

describe("a maker's name before a unit of its own", () => {
  it("is left out: regression for `VIE U/mL`, without kind", () => {
    const { read: readUnit } = loadLexicon().units;
    expect(readUnit("U/mL")?.properties.get("ACnc")).toBeGreaterThan(0);
    expect(readUnit("VIE U/mL")).toEqual(readUnit("U/mL"));
    for (const power of ["LOG U/mL", "MIO U/L", "MILL UI/L", "KILO U/L"])
      expect(readUnit(power)).not.toEqual(readUnit(power.replace(/^\w+ /, "")));
    expect(readUnit("mgA/L")).toEqual(readUnit("mg/L"));
  });
});

describe("the dimension of a unit", () => {
  it.each([
    ["mg/dL", "mass/volume"],
    ["mg/L{FEU}", "mass/volume"],
    ["ug/m3", "mass/volume"],
    ["meq/L", "substance/volume"],
    ["fmol/mL", "substance/volume"],
    ["k[IU]/L{Ab}", "arbitrary/volume"],
    ["[arb'U]/mL", "arbitrary/volume"],
    ["{CH50'U}/mL", "arbitrary/volume"],
    ["U{ELISA}/mL", "arbitrary/volume"],
    ["U/L", "catalytic/volume"],
    ["ukat/L", "catalytic/volume"],
    // made in a time by a volume or a mass: an activity, however it is written
    ["nmol/h/mL", "catalytic/volume"],
    ["ng/mL/h", "catalytic/volume"],
    ["nmol/h/mg{protein}", "catalytic/mass"],
    ["U/10*12", "catalytic/entity"],
    // an output by body weight is not
    ["mmol/kg/(24.h)", "substance/mass/time"],
    ["mg/kg/h", "mass/mass/time"],
    ["umol/min", "substance/time"],
    ["g/(24.h){stool}", "mass/time"],
    ["mL/min/{1.73_m2}", "volume/time/area"],
    ["mL/min/kg", "volume/time/mass"],
    ["mm/(2.h)", "length/time"],
    ["mg.h/L", "mass·time/volume"],
    ["mg/g{creat}", "mass/mass of creatinine"],
    ["umol/g{creat}", "substance/mass of creatinine"],
    ["mg/mmol{creat}", "mass/substance"],
    ["U/g{creat}", "catalytic/mass"],
    ["mg/g{Hb}", "mass/mass"],
    ["g/(100.g)", "mass/mass"],
    ["nmol{1/2cys}/mg{protein}", "substance/mass"],
    ["10*9/L", "number/volume"],
    ["{CFU}/(100.mL)", "number/volume"],
    ["/uL", "number/volume"],
    ["/[HPF]", "number/area"],
    ["/100{WBCs}", "number/number"],
    ["/1000{RBCs}", "permille"],
    ["{copies}/10*6{cells}", "number/number"],
    ["{copies}/ug{DNA}", "number/mass of DNA"],
    ["{Log_copies}/mL", "log number/volume"],
    ["{Log_IU}/mL", "log arbitrary/volume"],
    ["{Log}", "log"],
    ["10*6{spermatozoa}", "number"],
    ["pmol/(8.10*8)", "substance/entity"],
    ["ng/10*9{platelets}", "mass/entity"],
    ["fL", "volume/entity"],
    ["pg", "mass/entity"],
    ["mg", "mass"],
    ["mg/{ejaculate}", "mass"],
    ["mm[Hg]", "pressure"],
    ["mosm/kg", "osmoles/mass"],
    ["kg/m2", "mass/area"],
    ["%", "percent"],
    ["%{B/B0}", "percent inhibition"],
    ["{s_co_ratio}", "signal to cut-off"],
    ["{INR}", "INR"],
    ["[pH]", "pH"],
    ["1", "dimensionless"],
    ["mS/cm", "unknown/length"],
    ["furlong", "unknown"],
  ])("%s → %s", (ucum, dimension) => {
    expect(dimensionOf(ucum)).toBe(dimension);
  });
});
