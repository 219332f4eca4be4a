import type { Analysis, Catalogue, Exam } from "../src/catalogue/types.ts";

/** An analysis that says no more than what is given. */
export function anAnalysis(given: Partial<Analysis> & { readonly code: string }): Analysis {
  return {
    label: given.code,
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
    ...given,
  };
}

/** An exam that says no more than what is given. */
export function anExam(given: Partial<Exam> & { readonly code: string }): Exam {
  return {
    label: given.code,
    synonym: "",
    chapter: "",
    subchapter: "",
    specimen: "",
    nabm: [],
    analyses: [],
    ...given,
  };
}

export function aCatalogue(given: Partial<Catalogue>): Catalogue {
  return { chapters: [], exams: [], analyses: [], ...given };
}
