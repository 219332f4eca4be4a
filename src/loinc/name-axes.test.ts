import { describe, expect, it } from "vitest";
import { axesFromName } from "./name-axes.ts";
import { starterRows } from "./starter.ts";

describe("axes from a long common name", () => {
  it.each([
    ["Glucose [Mass/volume] in Serum or Plasma", "MCnc", "Pt", "Ser/Plas", "Qn", ""],
    ["Cholesterol in HDL [Moles/volume] in Serum or Plasma", "SCnc", "Pt", "Ser/Plas", "Qn", ""],
    [
      "Hepatitis B virus surface Ag [Presence] in Serum or Plasma by Immunoassay",
      "PrThr",
      "Pt",
      "Ser/Plas",
      "Ord",
      "IA",
    ],
    ["Sodium [Moles/volume] in 24 hour Urine", "SCnc", "24H", "Urine", "Qn", ""],
    ["Leukocytes [#/volume] in Blood by Automated count", "NCnc", "Pt", "Bld", "Qn", "Automated count"],
    ["Neutrophils/100 leukocytes in Blood by Manual count", "NFr", "Pt", "Bld", "Qn", "Manual count"],
    ["Amoxicillin [Susceptibility] by Minimum inhibitory concentration (MIC)", "Susc", "Pt", "Isolate", "OrdQn", "MIC"],
    ["Amoxicillin by Disk diffusion (KB)", "Susc", "Pt", "Isolate", "OrdQn", "Agar diffusion"],
    ["Oxygen [Partial pressure] in Arterial blood", "PPres", "Pt", "BldA", "Qn", ""],
    ["aPTT in Control Platelet poor plasma by Coagulation assay", "Time", "Pt", "PPP^control", "Qn", "Coag"],
    ["dRVVT actual/normal in Platelet poor plasma by Coagulation assay", "RelACnc", "Pt", "PPP", "Qn", "Coag"],
    [
      "F2 gene c.20210G>A [Genotype] in Blood or Tissue by Molecular genetics method Nominal",
      "Geno",
      "Pt",
      "Bld/Tiss",
      "Nom",
      "Molgen",
    ],
    [
      "TPMT gene targeted mutation analysis in Blood by Molecular genetics method",
      "Prid",
      "Pt",
      "Bld",
      "Nom",
      "Molgen",
    ],
    [
      "Legionella DNA [Presence] by NAA with probe detection in Positive blood culture",
      "PrThr",
      "Pt",
      "Bld.pos growth",
      "Ord",
      "Probe.amp.tar",
    ],
    ["Urate [Mass/time] in 18 hour Urine", "MRat", "18H", "Urine", "Qn", ""],
    ["Gold [Mass/volume] in Urine collected for unspecified duration", "MCnc", "XXX", "Urine", "Qn", ""],
    ["Glucose [Mass/volume] in Serum or Plasma --2 hours post meal", "MCnc", "Pt", "Ser/Plas", "Qn", ""],
  ])("%s", (name, property, time, system, scale, method) => {
    expect(axesFromName(name)).toEqual({ property, time, system, scale, method });
  });

  it.each([
    "Age",
    "",
    "Blood culture",
    "Glucose [Unheard-of] in Nowhere by Guesswork",
  ])("says nothing of %o", (name) => {
    expect(axesFromName(name)).toEqual({ property: "", time: "", system: "", scale: "", method: "" });
  });

  it("says of the starter's names what the starter says, but for mass fractions and a few more", () => {
    const columns = {
      property: "PROPERTY",
      time: "TIME_ASPCT",
      system: "SYSTEM",
      scale: "SCALE_TYP",
      method: "METHOD_TYP",
    };
    const differing = starterRows().flatMap((row) => {
      const said: Readonly<Record<string, string>> = row.PROPERTY ? axesFromName(row.LONG_COMMON_NAME ?? "") : {};
      const wrong = Object.entries(columns).some(([axis, column]) => said[axis] && said[axis] !== row[column]);
      return wrong && row.PROPERTY !== "MFr" ? [row.LOINC_NUM] : [];
    });
    expect(differing.sort()).toEqual(["10863-9", "19150-2", "48022-8", "5781-0", "5894-1", "68916-6"]);
  });
});
