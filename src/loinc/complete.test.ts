import { describe, expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "./build-release.ts";
import { completeTerm } from "./complete.ts";

const info = { title: "", version: "", source: "" };
const known = aTerm({
  code: "5894-1",
  component: "Coagulation tissue factor induced actual/Normal",
  property: "RelTime",
  time: "Pt",
  system: "PPP",
  scale: "Qn",
  method: "Coag",
  french: "TP",
});
const starter = buildRelease(info, [known]);

describe("completing a term", () => {
  it("takes the axes that it lacks from the starter, before its long name", () => {
    const longName = "Prothrombin time (PT) actual/Normal in Platelet poor plasma by Coagulation assay";
    const bare = aTerm({ code: "5894-1", component: known.component, longName });
    expect(completeTerm(bare, starter)).toMatchObject({
      property: "RelTime",
      system: "PPP",
      method: "Coag",
      french: "TP",
    });
  });

  it("keeps every axis that it has, and the absence of a method", () => {
    const whole = aTerm({ ...known, property: "RelACnc", method: "", french: "" });
    expect(completeTerm(whole, starter)).toMatchObject({
      property: "RelACnc",
      system: "PPP",
      method: "",
      french: "TP",
    });
  });

  it("reads the name of a term that the starter does not know, when it has neither property nor system", () => {
    const longName = "Glucose [Mass/volume] in Serum or Plasma";
    const glucose = aTerm({ code: "2345-7", component: "Glucose", longName });
    expect(completeTerm(glucose, starter)).toMatchObject({
      property: "MCnc",
      time: "Pt",
      system: "Ser/Plas",
      scale: "Qn",
    });
    expect(completeTerm({ ...glucose, system: "Urine" }, starter)).toMatchObject({ property: "", system: "Urine" });
  });
});
