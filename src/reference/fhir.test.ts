import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { loadStarter } from "../loinc/starter.ts";
import { frenchName } from "./french-names.ts";
import { readOfficial } from "./read-official.ts";

const folder = temporaryFolder();
const LOINC = "http://loinc.org";
let count = 0;

async function readJson(resource: unknown) {
  const path = folder.write(`r${count++}.json`, `\ufeff${JSON.stringify(resource)}`);
  const { references, problems } = await readOfficial([path], { starter: loadStarter(), now: "" });
  return { reference: references[0]!, problems };
}

describe("value sets as FHIR", () => {
  it("an expanded ValueSet of the circuit gives its members and their French names", async () => {
    const { reference, problems } = await readJson({
      resourceType: "ValueSet",
      language: "fr-FR",
      name: "JDV_CircuitBiologie",
      title: "Circuit de la biologie",
      version: "20260630",
      expansion: {
        contains: [
          { system: LOINC, code: "2345-7", display: "Glucose sérique", contains: [{ system: LOINC, code: "718-7" }] },
          { system: "urn:oid:1.2.250", code: "2093-3", display: "other system" },
        ],
      },
    });
    expect(problems).toEqual([]);
    expect(reference.facts).toMatchObject({ kind: "circuit", version: "20260630" });
    expect([...reference.companions.circuit!.all]).toEqual(["2345-7", "718-7"]);
    expect(frenchName(reference.companions.french, "2345-7")!.label).toBe("Glucose sérique");
  });

  it("a CodeSystem gives labels, components and synonyms; English displays are no French labels", async () => {
    const { reference } = await readJson({
      resourceType: "CodeSystem",
      name: "LOINC_Biologie_FR",
      concept: [
        {
          code: "718-7",
          display: "Hemoglobin",
          designation: [
            { language: "fr", value: "Hémoglobine [Masse/Volume] Sang" },
            { language: "fr", use: { code: "synonym" }, value: "Hb" },
            { language: "en", value: "Hgb" },
          ],
          property: [{ code: "composant_francais", valueString: "Hémoglobine" }],
        },
        { code: "2345-7", display: "Glucose in serum" },
      ],
    });
    expect(reference.facts.kind).toBe("biologie-fr");
    const { french } = reference.companions;
    expect(frenchName(french, "718-7")).toMatchObject({
      label: "Hémoglobine [Masse/Volume] Sang",
      component: "Hémoglobine",
      synonyms: "Hb",
    });
    expect(frenchName(french, "2345-7")!.label).toBe("");
  });

  it("a Bundle gives all of its resources, a ConceptMap the alignment with the NABM", async () => {
    const { reference } = await readJson({
      resourceType: "Bundle",
      entry: [
        {
          resource: {
            resourceType: "ValueSet",
            compose: { include: [{ system: LOINC, concept: [{ code: "718-7" }] }] },
          },
        },
        {
          resource: {
            resourceType: "ConceptMap",
            group: [{ element: [{ code: "552", target: [{ code: "2345-7" }, { code: "14749-6" }, { code: "x" }] }] }],
          },
        },
      ],
    });
    expect(reference.companions.nabm).toEqual(new Map([["0552", ["2345-7", "14749-6"]]]));
    expect(reference.facts.counts).toEqual({ frenchNames: 1, nabmActs: 1, nabmPairs: 2 });
  });

  it("concepts without LOINC codes are told; a resource without any is refused", async () => {
    const concept = [{ code: "718-7" }, { code: "718-8" }];
    expect((await readJson({ resourceType: "CodeSystem", concept })).problems).toMatchObject([
      { severity: "warning", code: "no-loinc-code" },
    ]);
    const { reference, problems } = await readJson({
      resourceType: "ValueSet",
      compose: { include: [{ system: LOINC }] },
    });
    expect(reference).toBeUndefined();
    expect(problems).toMatchObject([{ severity: "error", code: "no-codes" }]);
  });

  it("where broken JSON stops is told", async () => {
    const path = folder.write("broken.json", '{\n  "resourceType": "ValueSet",\n  "x": 1 "y": 2\n}');
    const { problems } = await readOfficial([path], { starter: loadStarter(), now: "" });
    expect(problems).toMatchObject([{ code: "damaged-json", file: "broken.json", line: 3, column: 10 }]);
  });
});
