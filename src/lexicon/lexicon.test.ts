import { describe, expect, it } from "vitest";
import { buildLexicon, type Lexicon } from "./lexicon.ts";
import type { Sense } from "./senses.ts";
import { TableFault } from "./table.ts";
import { formKey } from "./tokens.ts";

const ANALYTES = "component\tforms\tsystem\tproperty\ttime\tscale\tmethod\tprior\tnote\n";

const built = (tables: Readonly<Record<string, string>>): Lexicon => buildLexicon(new Map(Object.entries(tables)));
const senses = (lexicon: Lexicon, form: string): readonly Sense[] | undefined => lexicon.forms.get(formKey(form));

describe("the lexicon", () => {
  it("files an analyte under each of its forms, with what the form implies", () => {
    const lexicon = built({
      "analytes/a.tsv": `${ANALYTES}Glucose\tglucose | sucre\nGlucose\tglycémie\tSer/Plas | Bld\t\tPt\t\t\t0.9\n`,
    });
    expect(senses(lexicon, "SUCRE")).toEqual([{ kind: "analyte", component: "Glucose", prior: 1, hints: undefined }]);
    expect(senses(lexicon, "Glycémie")).toEqual([
      {
        kind: "analyte",
        component: "Glucose",
        prior: 0.9,
        hints: { system: ["Ser/Plas", "Bld"], property: [], time: ["Pt"], scale: [], method: [] },
      },
    ]);
  });

  it("keeps every meaning of a form, from every table, each once", () => {
    const lexicon = built({
      "analytes/a.tsv": `${ANALYTES}Potassium\tK | K.\n`,
      "analytes/b.tsv": `${ANALYTES}Kell\tK\t\t\t\t\t\t0.2\n`,
      "modifiers.tsv": "words\tforms\tkind\tshort\nkappa\tK\tisotype\t\n",
    });
    expect(senses(lexicon, "k")).toEqual([
      { kind: "analyte", component: "Potassium", prior: 1, hints: undefined },
      { kind: "analyte", component: "Kell", prior: 0.2, hints: undefined },
      { kind: "modifier", component: "kappa", role: "isotype" },
    ]);
  });

  it("files organisms, and allergens by name and by code", () => {
    const lexicon = built({
      "organisms.tsv": "component\tforms\tprior\nEscherichia coli\tE. coli\t0.9\n",
      "allergens.tsv":
        "code\tcomponent\tforms\nd1\tDermatophagoides pteronyssinus Ab.IgE\tacarien\ngx3\tGrass mix\tgraminées\n",
    });
    expect(senses(lexicon, "e coli")).toMatchObject([{ component: "Escherichia coli", prior: 0.9 }]);
    expect(senses(lexicon, "D1")).toMatchObject([{ component: "Dermatophagoides pteronyssinus Ab.IgE", prior: 0.35 }]);
    expect(senses(lexicon, "gx3")).toMatchObject([{ component: "Grass mix", prior: 0.8 }]);
    expect(senses(lexicon, "acarien")).toMatchObject([{ prior: 0.7 }]);
  });

  it("files the values of axes, best first, and - as none", () => {
    const lexicon = built({
      "properties.tsv": "property\tforms\nMCnc | MSCnc\tmasse/volume\n",
      "scales.tsv": "scale\tforms\n-\tpanel\n",
      "times.tsv": "time\tforms\n24H | Pt\tdes 24 heures\n",
      "methods.tsv": "methods\tforms\nIA | EIA\tELISA\n",
      "challenges.tsv": "challenge\tforms\n2H post\tT120\n",
      "administrative.tsv": "forms\tstrength\ncommentaire\t0.95\n",
    });
    expect(senses(lexicon, "Masse / volume")).toEqual([{ kind: "property", values: ["MCnc", "MSCnc"] }]);
    expect(senses(lexicon, "panel")).toEqual([{ kind: "scale", values: [""] }]);
    expect(senses(lexicon, "24 heures")).toEqual([{ kind: "time", values: ["24H", "Pt"] }]);
    expect(senses(lexicon, "elisa")).toEqual([{ kind: "method", values: ["IA", "EIA"] }]);
    expect(senses(lexicon, "T 120")).toEqual([{ kind: "challenge", challenge: "2H post" }]);
    expect(senses(lexicon, "Commentaires")).toEqual([{ kind: "administrative", strength: 0.95 }]);
  });

  it("reads a specimen by its forms anywhere, by its short forms apart", () => {
    const lexicon = built({
      "specimens.tsv": "specimen\tforms\tshort\tsystems\nserum\tsérum\tS | SER\tSer=1 | Ser/Plas | Bld=0.3\n",
    });
    const specimen = lexicon.specimens.get("serum");
    expect([...specimen!.systems]).toEqual([
      ["Ser", 1],
      ["Ser/Plas", 1],
      ["Bld", 0.3],
    ]);
    expect(senses(lexicon, "Sérum")).toEqual([{ kind: "specimen", specimen }]);
    expect(lexicon.shortSpecimens.get("ser")).toBe(specimen);
    expect(senses(lexicon, "SER")).toBeUndefined();
  });

  it("finds sections and panels by name; one name may be several panels", () => {
    const lexicon = built({
      "chapters.tsv": "loinc\tforms\tclasses\tspecimen\n18723-7\thématologie | hémato\tHEM/BC | COAG\tblood\n",
      "panels.tsv": "loinc\tforms\n24326-1\tionogramme\n24321-2\tionogramme | iono\n",
    });
    expect(lexicon.sections.get("hematologie")).toEqual({
      loinc: "18723-7",
      classes: ["HEM/BC", "COAG"],
      specimen: "blood",
    });
    expect(lexicon.sections.get("hemato")?.loinc).toBe("18723-7");
    expect(lexicon.panels.get("ionogramme")).toEqual(["24326-1", "24321-2"]);
    expect(lexicon.panels.get("iono")).toEqual(["24321-2"]);
  });

  it("reads units", () => {
    const lexicon = built({
      "units.tsv": "ucum\tforms\ng/L\tgr/L\n",
      "unit-properties.tsv": "dimension\tproperties\nmass/volume\tMCnc\n",
    });
    expect(lexicon.units.read("gr/l")?.properties).toEqual(new Map([["MCnc", 1]]));
  });

  it("reads a Greek letter's name also as its first letter, unless that is a form already", () => {
    const lexicon = built({
      "analytes/a.tsv": `${ANALYTES}Alpha 1 globulin\talpha 1 globuline\nOther\tb globuline\nBeta globulin\tbêta globuline\n`,
    });
    expect(senses(lexicon, "a1 globulines")).toMatchObject([{ component: "Alpha 1 globulin" }]);
    expect(senses(lexicon, "b globuline")).toMatchObject([{ component: "Other" }]);
  });

  it("of no table knows nothing", () => {
    const lexicon = built({});
    expect([lexicon.forms.size, lexicon.specimens.size, lexicon.sections.size, lexicon.panels.size]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(lexicon.units.read("g/L")).toBeUndefined();
  });

  it("refuses a table without its columns", () => {
    expect(() => built({ "analytes/a.tsv": "component\tforms\nGlucose\tglucose\n" })).toThrow(TableFault);
  });
});
