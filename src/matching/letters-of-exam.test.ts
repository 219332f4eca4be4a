import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { engine } = matcher;
const meant = (label: string, ...exams: string[]): Set<string> => {
  const row = aRow(label);
  const { label: text } = readRow(engine.binding, engine.read, { ...row, context: { ...row.context, exams } });
  return new Set(text.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component)));
};

describe("letters that mean something in their exam alone", () => {
  it("`H`, `I`, `L` of serum indices", () => {
    for (const exam of ["Indices sériques", "HIL", "Indices HIL"]) {
      expect(meant("H", exam)).toEqual(new Set(["Hemolysis index"]));
      expect(meant("I", exam)).toEqual(new Set(["Icteric index"]));
      expect(meant("L", exam)).toEqual(new Set(["Lipemic index"]));
    }
  });

  it("`S`, `C`, `F`, `A`, `A2` of an electrophoresis of haemoglobin", () => {
    for (const letter of ["S", "C", "F", "A", "A2", "S %"])
      expect(meant(letter, "Électrophorèse de l'hémoglobine")).toEqual(
        new Set([`Hemoglobin ${letter.replace(" %", "")}/Hemoglobin.total`]),
      );
  });

  it("nothing elsewhere", () => {
    expect(meant("S", "NFS")).not.toContain("Hemoglobin S/Hemoglobin.total");
    expect(meant("K", "Électrophorèse de l'hémoglobine")).toContain("Potassium");
    expect(meant("H")).toEqual(new Set());
    const both = ["Électrophorèse de l'hémoglobine", "Phénotype érythrocytaire"];
    expect(meant("C", ...both)).not.toContain("Hemoglobin C/Hemoglobin.total");
  });
});
