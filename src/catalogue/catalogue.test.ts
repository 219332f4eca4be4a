import { describe, expect, it } from "vitest";
import { buildCatalogue } from "./catalogue.ts";
import type { AnalysisRow, ChapterRow, ExamRow } from "./types.ts";

const chapter = (chapterCode: string, chapterLabel: string, subchapterCode = "", subchapterLabel = ""): ChapterRow => ({
  line: 1,
  chapterCode,
  chapterLabel,
  subchapterCode,
  subchapterLabel,
});

const exam = (examCode: string, analysisCode: string, more: Partial<ExamRow> = {}): ExamRow => ({
  line: 1,
  examCode,
  examLabel: `examen ${examCode}`,
  synonym: "",
  chapterCode: "",
  subchapterCode: "",
  specimen: "",
  nabm: "",
  analysisCode,
  analysisLabel: `analyse ${analysisCode}`,
  ...more,
});

const analysis = (code: string, more: Partial<AnalysisRow> = {}): AnalysisRow => ({
  line: 1,
  code,
  label: `analyse ${code}`,
  synonym: "",
  property: "",
  unitCode: "",
  unit: "",
  time: "",
  specimenCode: "",
  specimen: "",
  scale: "",
  method: "",
  nabm: "",
  ...more,
});

describe("the catalogue", () => {
  it("groups chapters with their sub-chapters, in order", () => {
    const rows = [chapter("H", "Hémato", "N", "NFS"), chapter("B", "Biochimie"), chapter("H", "Hémato", "D", "Divers")];
    expect(buildCatalogue({ chapters: rows }).chapters).toEqual([
      {
        code: "H",
        label: "Hémato",
        subchapters: [
          { code: "N", label: "NFS", chapter: "H" },
          { code: "D", label: "Divers", chapter: "H" },
        ],
      },
      { code: "B", label: "Biochimie", subchapters: [] },
    ]);
  });

  it("links exams and analyses both ways", () => {
    const { exams, analyses } = buildCatalogue({
      exams: [
        exam("NFS", "GR", { nabm: "1104" }),
        exam("NFS", "GB", { nabm: "1104+HN", specimen: "Sang" }),
        exam("HB", "GR"),
      ],
      analyses: [analysis("GB"), analysis("GR", { nabm: "552" }), analysis("GB", { label: "autre" })],
    });
    expect(exams.map(({ code, analyses: held, nabm, specimen }) => ({ code, held, nabm, specimen }))).toEqual([
      { code: "NFS", held: ["GR", "GB"], nabm: ["1104", "HN"], specimen: "Sang" },
      { code: "HB", held: ["GR"], nabm: [], specimen: "" },
    ]);
    expect(analyses.map(({ code, label, exams: holders, nabm }) => ({ code, label, holders, nabm }))).toEqual([
      { code: "GB", label: "analyse GB", holders: ["NFS"], nabm: [] },
      { code: "GR", label: "analyse GR", holders: ["NFS", "HB"], nabm: ["0552"] },
    ]);
    expect(analyses[0]).not.toHaveProperty("line");
  });

  it("finds the chapter of an exam by code, or by label whatever its case and accents", () => {
    const chapters = [chapter("", "Hématologie", "", "Hémogramme"), chapter("B", "Biochimie")];
    const { exams } = buildCatalogue({
      chapters,
      exams: [
        exam("A", "a", { chapterCode: "HEMATOLOGIE", subchapterCode: "hemogramme" }),
        exam("B", "b", { chapterCode: "B" }),
        exam("C", "c", { chapterCode: "?" }),
      ],
    });
    expect(exams.map((one) => [one.chapter, one.subchapter])).toEqual([
      ["Hématologie", "Hémogramme"],
      ["B", ""],
      ["?", ""],
    ]);
  });

  it("makes analyses and chapters from LOINC_2 when their files are missing", () => {
    const { chapters, analyses } = buildCatalogue({
      exams: [exam("A", "x", { chapterCode: "H", subchapterCode: "N" }), exam("B", "x"), exam("B", "y")],
    });
    expect(chapters).toEqual([{ code: "H", label: "H", subchapters: [{ code: "N", label: "N", chapter: "H" }] }]);
    expect(analyses.map(({ code, label, unit, exams }) => ({ code, label, unit, exams }))).toEqual([
      { code: "x", label: "analyse x", unit: "", exams: ["A", "B"] },
      { code: "y", label: "analyse y", unit: "", exams: ["B"] },
    ]);
  });

  it("is empty without rows", () => {
    expect(buildCatalogue({})).toEqual({ chapters: [], exams: [], analyses: [] });
  });
});
