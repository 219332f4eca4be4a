/**
 * Axes read from a long common name, for references whose rows lack them: `Component [Property] in System by Method`.
 * Official tables always give the axes; this only fills what is empty.
 */
import type { AxisValues } from "./term.ts";

const PROPERTIES: Readonly<Record<string, readonly [property: string, scale: string]>> = {
  "mass/volume": ["MCnc", "Qn"],
  "moles/volume": ["SCnc", "Qn"],
  "units/volume": ["ACnc", "Qn"],
  "enzymatic activity/volume": ["CCnc", "Qn"],
  "#/volume": ["NCnc", "Qn"],
  "mass/time": ["MRat", "Qn"],
  "moles/time": ["SRat", "Qn"],
  "mass ratio": ["MRto", "Qn"],
  "molar ratio": ["SRto", "Qn"],
  ratio: ["Ratio", "Qn"],
  presence: ["PrThr", "Ord"],
  titer: ["Titr", "Qn"],
  identifier: ["Prid", "Nom"],
  interpretation: ["Imp", "Nom"],
  susceptibility: ["Susc", "OrdQn"],
  type: ["Type", "Nom"],
  volume: ["Vol", "Qn"],
  mass: ["Mass", "Qn"],
  time: ["Time", "Qn"],
  "#": ["Num", "Qn"],
};

const SYSTEMS: Readonly<Record<string, string>> = {
  "serum or plasma": "Ser/Plas",
  serum: "Ser",
  plasma: "Plas",
  blood: "Bld",
  urine: "Urine",
  "24 hour urine": "Urine",
  "cerebral spinal fluid": "CSF",
  "platelet poor plasma": "PPP",
  "platelet rich plasma": "PRP",
  "red blood cells": "RBC",
  stool: "Stool",
  semen: "Semen",
  "body fluid": "Body fld",
  "unspecified specimen": "XXX",
  isolate: "Isolate",
  "arterial blood": "BldA",
  "venous blood": "BldV",
  "capillary blood": "BldC",
  "cord blood": "BldCo",
  "bone marrow": "Bone mar",
  saliva: "Saliva",
  "amniotic fluid": "Amnio fld",
  "blood or tissue": "Bld/Tiss",
};

const METHODS: Readonly<Record<string, string>> = {
  immunoassay: "IA",
  immunofluorescence: "IF",
  immunoblot: "IB",
  "manual count": "Manual count",
  "automated count": "Automated count",
  electrophoresis: "Electrophoresis",
  "probe and target amplification method": "Probe.amp.tar",
  "probe with amplification": "Probe.amp.tar",
  "naa with probe detection": "Probe.amp.tar",
  "molecular genetics method": "Molgen",
  "minimum inhibitory concentration (mic)": "MIC",
  "disk diffusion (kb)": "Agar diffusion",
  "light microscopy": "Microscopy.light",
  "test strip": "Test strip",
  calculation: "Calculated",
  "coagulation assay": "Coag",
  "screen method": "Screen",
  "confirmatory method": "Confirm",
};

const FRACTIONS = /^.*\/(100 )?(leukocytes|cells|lymphocytes|total)/i;

// A name with a bracket is read around it: what stands before it may hold "in" too (`Cholesterol in HDL [Mass/volume] in Serum`).
const BRACKETED = /^(.*?)\s*\[([^\]]+)\](?:\s+(?:in|of|on|from)\s+(.+?))?(?:\s+by\s+(.+))?$/;
const PLAIN = /^(.*?)()(?:\s+(?:in|of|on|from)\s+(.+?))?(?:\s+by\s+(.+))?$/;

/** What `longName` says of the axes other than the component; an axis that it does not say is empty. */
export function axesFromName(longName: string): Omit<AxisValues, "component"> {
  const name = longName.replace(/ --.*$/, "");
  const match = BRACKETED.exec(name) ?? PLAIN.exec(name);
  const bracket = (match?.[2] ?? "").toLowerCase();
  const place = (match?.[3] ?? "").toLowerCase();
  const method = (match?.[4] ?? "").toLowerCase();
  const fraction = bracket === "" && FRACTIONS.test(match?.[1] ?? "");
  const [property, scale] =
    PROPERTIES[bracket] ??
    (fraction
      ? ["NFr", "Qn"]
      : method.startsWith("minimum inhib") || method.startsWith("disk")
        ? ["Susc", "OrdQn"]
        : ["", ""]);
  const isolate = property === "Susc" && place === "" ? "Isolate" : "";
  return {
    property,
    scale,
    time: place === "24 hour urine" ? "24H" : property === "" ? "" : "Pt",
    system: SYSTEMS[place] ?? isolate,
    method: METHODS[method] ?? "",
  };
}
