import { expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { NO_COMPANIONS } from "./companions.ts";
import { componentNames, componentsOfActs } from "./component-names.ts";
import { frenchNamesBuilder } from "./french-names.ts";

const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({ code: "2345-7", component: "Glucose", rank: 20 }),
  aTerm({ code: "14749-6", component: "Glucose", rank: 10 }),
  aTerm({ code: "1518-0", component: "Glucose^2H post 75 g glucose PO" }),
  aTerm({ code: "718-7", component: "Hemoglobin", rank: 2 }),
]);

it("each name of a component comes once, without its challenge", () => {
  const builder = frenchNamesBuilder();
  for (const code of ["2345-7", "14749-6"]) builder.add({ code, component: "Glucose sanguin", synonyms: "Gly; Sucre" });
  builder.add({ code: "1518-0", component: "Glucose sanguin^2h après 75 g" });
  builder.add({ code: "718-7", synonyms: "Hb" });
  builder.add({ code: "2951-2", component: "Sodium" });
  const companions = {
    ...NO_COMPANIONS,
    french: [builder.build()],
    partNames: new Map([["Hemoglobin", "Haemoglobin"]]),
  };
  expect([...componentNames(release, companions)].map(({ form, component, own }) => [form, component, own])).toEqual([
    ["Hb", "Hemoglobin", false],
    ["Glucose sanguin", "Glucose", true],
    ["Glucose sanguin", "Glucose", true],
    ["Gly", "Glucose", false],
    ["Sucre", "Glucose", false],
    ["Haemoglobin", "Hemoglobin", false],
  ]);
});

it("an act measures the components of its codes, the most used first", () => {
  const acts = componentsOfActs(
    release,
    new Map([
      ["0552", ["1518-0", "718-7", "2345-7", "2951-2"]],
      ["1", ["2951-2"]],
    ]),
  );
  expect(acts).toEqual(new Map([["0552", ["Hemoglobin", "Glucose"]]]));
});
