import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readTable, TableError } from "./read-table.ts";
import type { Term } from "./term.ts";

const HEADER = '"LOINC_NUM","COMPONENT","PROPERTY","TIME_ASPCT","SYSTEM","SCALE_TYP","METHOD_TYP","LONG_COMMON_NAME"';

async function all(stream: Readable, delimiter?: string): Promise<Term[]> {
  const terms: Term[] = [];
  for await (const term of readTable(stream, delimiter)) terms.push(term);
  return terms;
}

const read = (text: string, delimiter?: string): Promise<Term[]> => all(Readable.from([Buffer.from(text)]), delimiter);

describe("reading a LOINC table", () => {
  it("gives its terms in order, and passes over rows without a LOINC code", async () => {
    const terms = await read(
      `${HEADER}\r\n"2345-7","Glucose","MCnc","Pt","Ser/Plas","Qn","","Glucose, ""blood"""\r\n"","note","","","","","",""\r\n"LP1-1","part","","","","","",""\r\n"718-7","Hemoglobin","MCnc","Pt","Bld","Qn","",""\r\n`,
    );
    expect(terms.map((term) => [term.code, term.component, term.longName])).toEqual([
      ["2345-7", "Glucose", 'Glucose, "blood"'],
      ["718-7", "Hemoglobin", ""],
    ]);
  });

  it("reads a byte order mark, other columns, short rows and empty lines", async () => {
    const terms = await read(`\ufeff"NEW",${HEADER}\n\n"x","2345-7","Glucose"\n\n`);
    expect(terms.map((term) => [term.code, term.component, term.property])).toEqual([["2345-7", "Glucose", ""]]);
  });

  it("reads another delimiter", async () => {
    const terms = await read(`${HEADER.replaceAll(",", "\t")}\n2345-7\tGlucose, fasting\tMCnc\n`, "\t");
    expect(terms.map((term) => term.component)).toEqual(["Glucose, fasting"]);
  });

  it("joins text that a chunk of the stream cuts", async () => {
    const bytes = Buffer.from(`${HEADER}\n"2345-7","Glycémie","MCnc"\n`);
    const chunks = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect((await all(Readable.from(chunks))).map((term) => term.component)).toEqual(["Glycémie"]);
  });

  it("says which columns are missing", async () => {
    await expect(read('"LOINC_NUM","COMPONENT"\n"2345-7","Glucose"\n')).rejects.toThrow(
      new TableError(
        "ce n'est pas une table LOINC : colonne(s) PROPERTY, TIME_ASPCT, SYSTEM, SCALE_TYP, METHOD_TYP absente(s) de la première ligne.",
        1,
      ),
    );
  });

  it("refuses an empty file", async () => {
    await expect(read("")).rejects.toThrow(TableError);
  });

  it("says where a table is damaged", async () => {
    await expect(read(`${HEADER}\n"718-7","Hemoglobin"\n"2345-7","Glucose\n`)).rejects.toThrow(
      /^la table LOINC est abîmée \(ligne \d+\)/,
    );
  });

  it("passes on the failure of the stream", async () => {
    const failing = new Readable({ read: () => failing.destroy(new Error("disk gone")) });
    await expect(all(failing)).rejects.toThrow("disk gone");
  });
});
