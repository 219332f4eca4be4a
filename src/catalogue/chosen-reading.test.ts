import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "./read-catalogue.ts";
import type { InputFile } from "./table.ts";

const read = (text: string, given: Partial<InputFile> = {}) =>
  readCatalogue([{ name: "export.csv", bytes: iconv.encode(text, "windows-1252"), ...given }]);

describe("a person who says how a file is read", () => {
  it("is believed on the encoding", () => {
    const bytes = iconv.encode("NA;Sodium;;;MEQ;mEq/L\r\nKD;Crédit µ;;;MMOL;mmol/L\r\n", "cp850");
    const { catalogue, files, problems } = read("", { name: "LOINC_3.csv", bytes, encoding: "windows-1252" });
    expect(files[0]?.encoding).toBe("windows-1252");
    expect(problems.map(({ code }) => code)).toEqual(["missing-columns"]);
    expect(catalogue.analyses[1]?.label).toBe("Cr‚dit æ");
  });

  it("is believed on the columns, whatever their order, and on what kind of file it is", () => {
    const { catalogue, files, problems } = read("mmol/L|NA|Sodium\r\nmmol/L|K|Potassium\r\n", {
      kind: "analyses",
      reading: { header: false, columns: { unit: 0, code: 1, label: 2 } },
    });
    expect(catalogue.analyses).toMatchObject([
      { code: "NA", label: "Sodium", unit: "mmol/L", specimen: "" },
      { code: "K", label: "Potassium", unit: "mmol/L" },
    ]);
    expect(files[0]?.fields).toEqual(["unit", "code", "label"].concat(Array(files[0]!.fields.length - 3)));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("is believed that there is a header, or that there is none", () => {
    const text = "A1;B1;C1\r\nNA;Sodium;\r\n";
    const columns = { code: 0, label: 1, synonym: 2 };
    const without = read(text, { kind: "analyses", reading: { columns } });
    expect(without.catalogue.analyses).toHaveLength(2);
    const headed = read(text, { kind: "analyses", reading: { columns, header: true } });
    expect(headed.files[0]?.header).toBe(true);
    expect(headed.catalogue.analyses.map(({ code }) => code)).toEqual(["NA"]);
    const named = "code analyse;libellé analyse\r\nNA;Sodium\r\n";
    expect(read(named, { kind: "analyses" }).catalogue.analyses).toHaveLength(1);
    expect(read(named, { kind: "analyses", reading: { header: false } }).catalogue.analyses).toHaveLength(2);
  });

  it("is told which mandatory column was not chosen", () => {
    for (const header of [true, false]) {
      const { catalogue, problems } = read("NA;Sodium\r\nK;Potassium\r\n", {
        kind: "analyses",
        reading: { header, columns: { code: 0 } },
      });
      expect(catalogue.analyses).toEqual([]);
      expect(problems[0]?.message).toMatch("Aucune colonne n'a été choisie pour « libellé analyse »");
    }
  });
});
