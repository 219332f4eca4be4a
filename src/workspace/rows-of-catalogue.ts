/** The rows that people review: every chapter, sub-chapter, exam and analysis of a catalogue. */
import type { Catalogue, Chapter, Exam } from "../catalogue/types.ts";
import type { Row, RowFields } from "./types.ts";

const EMPTY: RowFields = {
  synonym: "",
  property: "",
  unitCode: "",
  unit: "",
  time: "",
  specimenCode: "",
  specimen: "",
  scale: "",
  method: "",
  nabm: [],
  exams: [],
  analyses: [],
};

/** The rows of `catalogue`: chapters, each with its sub-chapters, then exams, then analyses, in file order. */
export function rowsOfCatalogue(catalogue: Catalogue): Row[] {
  const exams = new Map(catalogue.exams.map((exam) => [exam.code, exam]));
  const rows = [
    ...catalogue.chapters.flatMap(chapterRows),
    ...catalogue.exams.map(examRow),
    ...catalogue.analyses.map((analysis): Omit<Row, "position"> => {
      const { code, label, ...fields } = analysis;
      const first = exams.get(analysis.exams[0] ?? "");
      return {
        level: "analysis",
        code: code || label,
        parent: "",
        label,
        chapter: first?.chapter ?? "",
        subchapter: first?.subchapter ?? "",
        fields: { ...EMPTY, ...fields },
      };
    }),
  ];
  return rows.map((row, position) => ({ ...row, position }));
}

function chapterRows({ code, label, subchapters }: Chapter): Omit<Row, "position">[] {
  const chapter = code || label;
  return [
    { level: "chapter", code: chapter, parent: "", label, chapter, subchapter: "", fields: EMPTY },
    ...subchapters.map((subchapter): Omit<Row, "position"> => {
      const key = subchapter.code || subchapter.label;
      return {
        level: "subchapter",
        code: key,
        parent: chapter,
        label: subchapter.label,
        chapter,
        subchapter: key,
        fields: EMPTY,
      };
    }),
  ];
}

function examRow(exam: Exam): Omit<Row, "position"> {
  const { code, label, chapter, subchapter, synonym, specimen, nabm, analyses } = exam;
  const fields = { ...EMPTY, synonym, specimen, nabm, analyses };
  return { level: "exam", code: code || label, parent: "", label, chapter, subchapter, fields };
}

/** The catalogue whose rows these are. */
export function catalogueOfRows(rows: readonly Row[]): Catalogue {
  const of = (level: Row["level"]): Row[] => rows.filter((row) => row.level === level);
  const subchapters = of("subchapter");
  return {
    chapters: of("chapter").map(({ code, label }) => ({
      ...{ code, label },
      subchapters: subchapters
        .filter(({ parent }) => parent === code)
        .map((row) => ({ code: row.code, label: row.label, chapter: code })),
    })),
    exams: of("exam").map(({ code, label, chapter, subchapter, fields }) => {
      const { synonym, specimen, nabm, analyses } = fields;
      return { code, label, chapter, subchapter, synonym, specimen, nabm, analyses };
    }),
    analyses: of("analysis").map(({ code, label, fields: { analyses: _, ...fields } }) => ({ code, label, ...fields })),
  };
}

/** Names an item within its project. */
export function rowKey({ level, parent, code }: Pick<Row, "level" | "parent" | "code">): string {
  return `${level}\t${parent}\t${code}`;
}
