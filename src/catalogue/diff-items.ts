/** A catalogue as items whose fields can be compared one by one. */
import { agreedSpecimen } from "./exam-specimen.ts";
import type { ItemKey } from "./source-file.ts";
import type { Analysis, Catalogue, Exam } from "./types.ts";

export type Item = { readonly key: ItemKey; readonly label: string; readonly fields: ReadonlyMap<string, string> };

/** The items of `catalogue` by level, parent and code, in its order: chapters, sub-chapters, exams, analyses. */
export function comparableItems(catalogue: Catalogue): ReadonlyMap<string, Item> {
  const exams = new Map(catalogue.exams.map((exam) => [exam.code, exam]));
  const items = [
    ...catalogue.chapters.flatMap((chapter) => [
      item({ level: "chapter", code: chapter.code || chapter.label, parent: "" }, chapter.label, {
        label: chapter.label,
      }),
      ...chapter.subchapters.map(({ code, label, chapter: parent }) =>
        item({ level: "subchapter", code: code || label, parent }, label, { label }),
      ),
    ]),
    ...catalogue.exams.map((exam) =>
      item({ level: "exam", code: exam.code, parent: "" }, exam.label, {
        label: exam.label,
        synonym: exam.synonym,
        chapter: exam.chapter,
        subchapter: exam.subchapter,
        specimen: exam.specimen,
        nabm: listed(exam.nabm),
        analyses: listed(exam.analyses),
      }),
    ),
    ...catalogue.analyses.map((analysis) =>
      item({ level: "analysis", code: analysis.code, parent: "" }, analysis.label, analysisFields(analysis, exams)),
    ),
  ];
  return new Map(items.map((one) => [`${one.key.level}\t${one.key.parent}\t${one.key.code}`, one]));
}

function analysisFields(analysis: Analysis, exams: ReadonlyMap<string, Exam>): Readonly<Record<string, string>> {
  const { label, synonym, property, time, scale, method } = analysis;
  const unit = analysis.unit || analysis.unitCode;
  const specimen = analysis.specimen || analysis.specimenCode;
  const around = analysis.exams.map((code) => exams.get(code)).filter((exam) => exam !== undefined);
  return {
    label,
    synonym,
    property,
    unit,
    unitCode: analysis.unit === "" ? "" : analysis.unitCode,
    time,
    specimen,
    specimenCode: analysis.specimen === "" ? "" : analysis.specimenCode,
    // what an analysis does not state its exams state, when they agree
    examSpecimen: specimen === "" ? agreedSpecimen(around) : "",
    scale,
    method,
    nabm: listed(analysis.nabm),
    exams: listed(analysis.exams),
  };
}

function item(key: ItemKey, label: string, fields: Readonly<Record<string, string>>): Item {
  return { key, label, fields: new Map(Object.entries(fields)) };
}

/** A list as a set: its order says nothing. */
function listed(values: readonly string[]): string {
  return [...values].sort().join(", ");
}
