import { expect, it } from "vitest";
import { buildLexicon } from "./lexicon.ts";
import { type OfficialName, type OfficialNames, officialForms, withOfficialForms } from "./official-names.ts";
import { formKey } from "./tokens.ts";

const lexicon = buildLexicon(
  new Map([
    [
      "analytes/a.tsv",
      "component\tforms\tsystem\tproperty\ttime\tscale\tmethod\tprior\nGlucose\tglycémie | sucre\t\t\t\t\t\t\n",
    ],
    ["specimens.tsv", "specimen\tforms\tshort\tsystems\nsérum\tsérum\t\tSer\n"],
    ["nabm.tsv", "nabm\tcomponents\n0552\tGlucose\n9105\t\n"],
  ]),
);

const withOfficialNames = (official: OfficialNames) => withOfficialForms(lexicon, officialForms(lexicon, official));

function senses(form: string, names: readonly OfficialName[]) {
  const found = withOfficialNames({ names, acts: new Map() }).forms.get(formKey(form)) ?? [];
  return found.map((sense) => (sense.kind === "analyte" ? [sense.component, sense.prior] : [sense.kind]));
}

it("names and synonyms become forms, names the surer ones", () => {
  expect(senses("Vésuline", [{ form: "Vésuline", component: "Sodium", own: true }])).toEqual([["Sodium", 0.9]]);
  expect(senses("Vésuline", [{ form: "Vésuline", component: "Sodium", own: false }])).toEqual([["Sodium", 0.6]]);
});

it("what the lexicon says of a form comes first", () => {
  const same = { form: "Glycémie", component: "GLUCOSE", own: true };
  expect(senses("glycémie", [same])).toEqual([["Glucose", 1]]);
  const [own, official] = senses("sucre", [{ form: "Sucre", component: "Sucrose", own: true }]);
  expect([own, official![0]]).toEqual([["Glucose", 1], "Sucrose"]);
  expect(official![1]).toBeCloseTo(0.54);
  expect(senses("sérum", [{ form: "Sérum", component: "Serum", own: true }])).toEqual([["specimen"]]);
});

it("two components with one name are two senses; a name that is given twice is one", () => {
  const names = ["Sodium", "Potassium", "Sodium"].map((component) => ({ form: "Ion", component, own: true }));
  expect(senses("ion", names).map(([component]) => component)).toEqual(["Sodium", "Potassium"]);
});

it("short synonyms and names that no label holds are left out", () => {
  expect(senses("NaK", [{ form: "NaK", component: "Sodium", own: false }])).toEqual([]);
  const long = "un deux trois quatre cinq six sept huit neuf dix";
  expect(senses(long, [{ form: long, component: "Sodium", own: true }])).toEqual([]);
});

it("acts join those of the lexicon; a mere fee stays one", () => {
  const acts = new Map([
    ["0552", ["Fructose", "Glucose"]],
    ["9105", ["Glucose"]],
    ["1234", ["Sodium"]],
  ]);
  const joined = withOfficialNames({ names: [], acts }).acts;
  expect([joined.get("0552"), joined.get("9105"), joined.get("1234")]).toEqual([
    ["Glucose", "Fructose"],
    [],
    ["Sodium"],
  ]);
  expect(lexicon.acts.has("1234")).toBe(false);
});
