/** A catalogue as a laboratory hands it over. */
import type { InputFile } from "../src/catalogue/table.ts";
import type { Catalogue } from "../src/catalogue/types.ts";

/** `catalogue` as the three files of the exchange. */
export function filesOf({ chapters, exams, analyses }: Catalogue): InputFile[] {
  const labels = new Map(analyses.map(({ code, label }) => [code, label]));
  const csv = (name: string, rows: readonly (readonly string[])[]): InputFile => ({
    name,
    bytes: Buffer.from(
      rows.map((cells) => `${cells.map((cell) => cell.replaceAll(";", ",")).join(";")}\r\n`).join(""),
      "utf8",
    ),
  });
  return [
    csv(
      "LOINC_1.csv",
      chapters.flatMap(({ code, label, subchapters }) => [
        [code, label, "", ""],
        ...subchapters.map((sub) => [code, label, sub.code, sub.label]),
      ]),
    ),
    csv(
      "LOINC_2.csv",
      exams.flatMap(({ code, label, synonym, chapter, subchapter, specimen, nabm, analyses: members }) =>
        members.map((member) => [
          code,
          label,
          synonym,
          chapter,
          subchapter,
          specimen,
          nabm.join(","),
          member,
          labels.get(member) ?? member,
        ]),
      ),
    ),
    csv(
      "LOINC_3.csv",
      analyses.map((row) => [
        ...[row.code, row.label, row.synonym, row.property, row.unitCode, row.unit, row.time],
        ...[row.specimenCode, row.specimen, row.scale, row.method, row.nabm.join(",")],
      ]),
    ),
  ];
}
