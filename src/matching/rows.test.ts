import { describe, expect, it } from "vitest";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { analysisRow, examRow, labelRow, surroundingsOf } from "./rows.ts";

const { catalogue } = readCatalogue([
  { name: "LOINC_1.csv", bytes: Buffer.from("B;Biochimie;S;Sang\nB;Biochimie;U;Urines\nH;Hématologie;;\n") },
  {
    name: "LOINC_2.csv",
    bytes: Buffer.from(
      "GLY;Glycémie;Sucre;B;S;Plasma;0552;GLU;Glucose\n" +
        "BIL;Bilan;;B;S;Sérum;9999;GLU;Glucose\nBIL;Bilan;;B;S;Sérum;9999;NA;Sodium\n" +
        "AUT;Autre;;Z;;;;SEUL;Seul\n",
    ),
  },
  {
    name: "LOINC_3.csv",
    bytes: Buffer.from(
      "GLU;Glucose;;;;g/L;;;;;;\nNA;Sodium;;;;mmol/L;;PL;Plasma;;;1609\nSEUL;Seul;;;;;;;;;;\nX;Sans examen;;;;;;;;;;\n",
    ),
  },
]);
const around = surroundingsOf(catalogue);
const row = (code: string, from: Catalogue = catalogue) =>
  analysisRow(surroundingsOf(from), from.analyses.find((analysis) => analysis.code === code)!);

describe("the row of an analysis", () => {
  it("stands in the smallest exam that holds it", () => {
    const { context } = row("GLU");
    expect(context).toMatchObject({ chapter: "Biochimie", subchapter: "Sang" });
    expect(context.exams).toEqual(["Glycémie", "Sucre", "Bilan"]);
  });

  it("takes no specimen from exams that disagree, and that of its only one", () => {
    expect(row("GLU").context.examSpecimen).toBe("");
    expect(row("NA").context.examSpecimen).toBe("Sérum");
  });

  it("takes no specimen of what else one of its exams holds, when they disagree: the creatinine of serum is also in a clearance", () => {
    const { catalogue: renal } = readCatalogue([
      { name: "LOINC_1.csv", bytes: Buffer.from("B;Biochimie;;\n") },
      {
        name: "LOINC_2.csv",
        bytes: Buffer.from(
          "CRE;Créatinine;;B;;Sérum;;CREA;Créatinine\nION;Ionogramme;;B;;Sérum;;CREA;Créatinine\nION;Ionogramme;;B;;Sérum;;NA;Sodium\n" +
            "CLA;Clairance;;B;;Urines de 24h;;CREA;Créatinine\nCLA;Clairance;;B;;Urines de 24h;;CREU;Créatinine U\n",
        ),
      },
      {
        name: "LOINC_3.csv",
        bytes: Buffer.from(
          "CREA;Créatinine;;;;µmol/L;;;;;;\nCREU;Créatinine U;;;;mmol/L;;U;Urines;;;\nNA;Sodium;;;;mmol/L;;;;;;\n",
        ),
      },
    ]);
    expect(row("CREA", renal).context).toMatchObject({ examSpecimen: "", siblingSpecimen: "" });
  });

  it("has its own acts, else those of an exam that is about it alone", () => {
    expect(row("NA").nabm).toEqual(["1609"]);
    expect(row("GLU").nabm).toEqual(["0552"]);
  });

  it("names an unknown chapter by its code, and needs no exam", () => {
    expect(row("SEUL").context.chapter).toBe("Z");
    expect(row("X").context).toMatchObject({ exams: [], examSpecimen: "", chapter: "", subchapter: "" });
  });
});

it("the row of an exam holds what the exam says, and its chapter", () => {
  const exam = examRow(around, around.exam("GLY")!);
  expect(exam).toMatchObject({ level: "exam", code: "GLY", label: "Glycémie", synonym: "Sucre", specimen: "Plasma" });
  expect(exam.context).toMatchObject({ chapter: "Biochimie", subchapter: "Sang", exams: [] });
});

it("a row may be a label and nothing else", () => {
  const { code, label, level, nabm, context, ...rest } = labelRow("Glycémie");
  expect({ code, label, level, nabm }).toEqual({ code: "Glycémie", label: "Glycémie", level: "analysis", nabm: [] });
  expect(context.exams).toEqual([]);
  expect(Object.values(rest).every((value) => value === "")).toBe(true);
});
