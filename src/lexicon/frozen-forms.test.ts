import { expect, it } from "vitest";
import { decodeForms, encodeForms } from "./frozen-forms.ts";
import { buildLexicon } from "./lexicon.ts";
import { officialForms, withOfficialForms } from "./official-names.ts";
import { beginningWith } from "./sorted-texts.ts";

const lexicon = buildLexicon(
  new Map([
    [
      "analytes/a.tsv",
      "component\tforms\tsystem\tproperty\ttime\tscale\tmethod\tprior\nGlucose\tglycémie | sucre\t\t\t\t\t\t\n",
    ],
    ["nabm.tsv", "nabm\tcomponents\n0552\tGlucose\n"],
  ]),
);
const names = [
  { form: "Vésuline", component: "Sodium", own: true },
  { form: "Vésuline", component: "Potassium", own: false },
  { form: "Sucre", component: "Sucrose", own: false },
];
const made = officialForms(lexicon, { names, acts: new Map([["0552", ["Fructose"]]]) });
const bytes = encodeForms(made);

it("opens as what was kept", () => {
  const kept = decodeForms(bytes)!;
  expect(new Map(kept.forms)).toEqual(new Map(made.forms));
  expect(new Map(kept.acts)).toEqual(new Map(made.acts));
  expect([...beginningWith(kept.spoken(), "ves")]).toEqual(["vesuline"]);
  const [one, other] = [kept, made].map((forms) => withOfficialForms(lexicon, forms));
  for (const key of ["sucre", "glycemie", "vesuline", "autre"])
    expect(one!.forms.get(key)).toEqual(other!.forms.get(key));
  expect(one!.forms.get("sucre")!.map((sense) => sense.kind === "analyte" && sense.component)).toEqual([
    "Glucose",
    "Sucrose",
  ]);
});

it("has one object for one sense each time", () => {
  const { forms } = withOfficialForms(lexicon, decodeForms(bytes)!);
  expect(forms.get("sucre")![1]).toBe(forms.get("sucre")![1]);
});

it("is nothing when bytes are missing, or none of it", () => {
  for (let length = 0; length < bytes.length - 8; length += 97)
    expect(decodeForms(bytes.slice(0, length))).toBeUndefined();
  const other = Uint8Array.from(bytes);
  other[4] = 99;
  expect(decodeForms(other)).toBeUndefined();
});
