/** Rows of any table, field by field, made into a catalogue and its codes. */
import { nabmActs } from "../catalogue/nabm.ts";
import type { Analysis, Catalogue, Chapter, Exam } from "../catalogue/types.ts";
import { fold } from "../lexicon/normalise.ts";
import type { Field } from "./fields.ts";
import { loincCodes } from "./loinc-cell.ts";
import type { MappedRow } from "./mapping.ts";

export type PlainRow = { readonly line: number; readonly fields: { readonly [field in Field]?: string } };

/**
 * The items of `rows` and their codes. Rows of one local code that say the same are one item (in several exams perhaps); rows of one local code that say
 * different things are several. A row without local code is known by its label.
 */
export function buildMapping(rows: readonly PlainRow[], file: string): { rows: MappedRow[]; catalogue: Catalogue } {
  const mapped: MappedRow[] = [];
  const analyses = new Map<string, Analysis>();
  const exams = new Map<string, Exam>();
  const chapters = new Map<string, Chapter>();
  const keys = new Map<string, string>();
  const used = new Map<string, number>();
  for (const { line, fields } of rows) {
    const cell = (field: Field): string => fields[field]?.trim() ?? "";
    const shown = cell("code") || cell("label");
    if (shown === "") continue;
    const level = levelOf(cell("level"));
    const content = `${level}\t${shown}\t${SAID.map(cell).join("\t")}`;
    let code = keys.get(content);
    if (code === undefined) {
      const times = (used.get(`${level}\t${shown}`) ?? 0) + 1;
      used.set(`${level}\t${shown}`, times);
      code = times === 1 ? shown : `${shown}#${times}`;
      keys.set(content, code);
    }
    const label = cell("label") || shown;
    const chapter = cell("chapter");
    if (chapter !== "" && !chapters.has(chapter)) chapters.set(chapter, { code: "", label: chapter, subchapters: [] });
    if (level === "analysis") {
      const exam = cell("exam");
      const known = analyses.get(code) ?? analysisOf(code, label, cell);
      const held = exam === "" || known.exams.includes(exam) ? known.exams : [...known.exams, exam];
      analyses.set(code, { ...known, exams: held });
      if (exam !== "") addMember(exams, exam, code, chapter);
    } else if (level === "exam" && !exams.has(code))
      exams.set(code, {
        ...examOf(code, label, chapter),
        specimen: cell("specimen"),
        synonym: cell("synonym"),
        nabm: nabmActs(cell("nabm")),
      });
    else if (level === "chapter" && !chapters.has(code)) chapters.set(code, { code, label, subchapters: [] });
    const codes = loincCodes(cell("loinc"));
    for (const loinc of codes.length === 0 ? [""] : codes) {
      mapped.push({ level, code, parent: "", shown, label, loinc, name: cell("name"), file, line });
    }
  }
  const catalogue = { chapters: [...chapters.values()], exams: [...exams.values()], analyses: [...analyses.values()] };
  return { rows: withoutRepeats(mapped), catalogue };
}

/** The fields that tell one item from another. */
const SAID: readonly Field[] = ["label", "synonym", "unit", "specimen", "method", "property", "time", "scale"];

function levelOf(text: string): MappedRow["level"] {
  const level = fold(text);
  if (/^(sous|sub|ss)/.test(level)) return "subchapter";
  if (/^(chap|section)/.test(level)) return "chapter";
  return /^(exam|demande|prescri|order|panel|bilan)/.test(level) ? "exam" : "analysis";
}

function analysisOf(code: string, label: string, cell: (field: Field) => string): Analysis {
  return {
    code,
    label,
    synonym: cell("synonym"),
    property: cell("property"),
    unitCode: "",
    unit: cell("unit"),
    time: cell("time"),
    specimenCode: "",
    specimen: cell("specimen"),
    scale: cell("scale"),
    method: cell("method"),
    nabm: nabmActs(cell("nabm")),
    exams: [],
  };
}

function examOf(code: string, label: string, chapter: string): Exam {
  return {
    code,
    label: withoutNumber(label),
    synonym: "",
    chapter,
    subchapter: "",
    specimen: "",
    nabm: [],
    analyses: [],
  };
}

function addMember(exams: Map<string, Exam>, exam: string, analysis: string, chapter: string): void {
  const known = exams.get(exam) ?? examOf(exam, exam, chapter);
  if (!known.analyses.includes(analysis)) exams.set(exam, { ...known, analyses: [...known.analyses, analysis] });
}

/** What stands in brackets after an exam's name is often its number: `Thyroid Panel (000455)`. */
function withoutNumber(label: string): string {
  return label.replace(/\s*\([^()]*\d{3}[^()]*\)\s*$/, "") || label;
}

/** One row an item and code: a local code repeated exam by exam is one item. */
function withoutRepeats(rows: readonly MappedRow[]): MappedRow[] {
  const seen = new Set<string>();
  return rows.filter(({ level, code, loinc }) => {
    const key = `${level}\t${code}\t${loinc}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
