/** Rows whose codes are right: those of gold catalogues, then rows made from terms of the starter with the words and units that French laboratories use. */
import type { Analysis, Catalogue } from "../src/catalogue/types.ts";
import type { GoldCatalogue } from "../src/evaluation/examples.ts";
import { type Release, termAt } from "../src/loinc/release.ts";
import type { Term } from "../src/loinc/term.ts";
import type { MappedRow } from "../src/tables/mapping.ts";
import type { seeded } from "./generate-catalogue.ts";

type Chance = ReturnType<typeof seeded>;

export type RightRows = { readonly rows: readonly MappedRow[]; readonly catalogue: Catalogue };

/** The analyses of gold catalogues that have a code which their coder was not unsure of; local codes get the catalogue's name. */
export function goldRows(golds: readonly GoldCatalogue[]): RightRows {
  const parts = golds.map(({ name, catalogue, gold }) => {
    const codes = new Map(
      gold
        .filter(({ level, loinc, certainty }) => level === "analysis" && loinc !== "" && certainty !== "unsure")
        .map(({ code, loinc }) => [code, loinc]),
    );
    const named = prefixed(catalogue, name);
    const rows = catalogue.analyses.flatMap(({ code, label }) => {
      const loinc = codes.get(code);
      return loinc === undefined ? [] : [mapped(`${name}/${code}`, label, loinc, name)];
    });
    return { rows, catalogue: named };
  });
  return { rows: parts.flatMap((part) => part.rows), catalogue: joined(parts.map((part) => part.catalogue)) };
}

/** Up to `count` rows made from analyses of `starter` whose codes are not in `taken`. */
export function generatedRows(starter: Release, count: number, taken: ReadonlySet<string>, chance: Chance): RightRows {
  const terms = Array.from({ length: starter.size }, (_, i) => termAt(starter, i)).filter(
    (term) =>
      term.french !== "" && term.use !== "Order" && !taken.has(term.code) && term.property !== "" && term.system !== "",
  );
  const analyses: Analysis[] = [];
  const rows: MappedRow[] = [];
  while (rows.length < count && terms.length > 0) {
    const [term] = terms.splice(chance.below(terms.length), 1);
    const analysis = rowOf(term!, chance);
    analyses.push(analysis);
    rows.push(mapped(analysis.code, analysis.label, term!.code, "generated"));
  }
  return { rows, catalogue: { chapters: [], exams: [], analyses } };
}

/** One of the term's French names as label; three times in four its unit, in half of the rows its specimen, sometimes scale and technique. */
function rowOf(term: Term, chance: Chance): Analysis {
  const names = term.french.split("|").map((name) => name.trim());
  const label = chance.pick(
    names.filter((name) => name.length > 2).length > 0 ? names.filter((name) => name.length > 2) : names,
  );
  const often = (one: number, of: number): boolean => chance.below(of) < one;
  const unit = UNITS[term.units.split(";")[0]!] ?? "";
  const specimen = SPECIMENS[term.system] ?? "";
  return {
    code: `G/${term.code}`,
    label: often(1, 4) ? label.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase() : label,
    synonym: "",
    property: "",
    unitCode: "",
    unit: often(3, 4) ? unit : "",
    time: term.time === "24H" && often(1, 2) ? "24H" : "",
    specimenCode: "",
    specimen: often(1, 2) ? specimen : "",
    scale: often(1, 4) ? (SCALES[term.scale] ?? "") : "",
    method: often(1, 2) ? (METHODS[term.method] ?? "") : "",
    nabm: [],
    exams: [],
  };
}

const UNITS: Readonly<Record<string, string>> = {
  "%": "%",
  "ng/mL": "ng/mL",
  "ug/mL": "mg/L",
  "umol/L": "µmol/L",
  "mmol/L": "mmol/L",
  "k[IU]/L": "kUA/L",
  "[arb'U]/mL": "UA/mL",
  "mg/dL": "mg/L",
  "nmol/L": "nmol/L",
  "mg/L": "mg/L",
  "ug/L": "µg/L",
  "pg/mL": "pg/mL",
  "10*3/uL": "G/L",
  "U/L": "UI/L",
  "[IU]/mL": "UI/mL",
  "pmol/L": "pmol/L",
  "/uL": "/mm3",
  "{copies}/mL": "copies/mL",
  "g/dL": "g/L",
  "ug/dL": "µg/L",
  "g/L": "g/L",
  "mm[Hg]": "mmHg",
  "mmol/mol{creat}": "mmol/mol créat",
  "ng/L": "ng/L",
  "mmol/(24.h)": "mmol/24h",
  "umol/(24.h)": "µmol/24h",
  "ug/(24.h)": "µg/24h",
  "mg/(24.h)": "mg/24h",
  "g/(24.h)": "g/24h",
  s: "s",
  "ug/g{creat}": "µg/g créat",
  "mg/g{creat}": "mg/g créat",
  "m[IU]/L": "mUI/L",
  "m[IU]/mL": "UI/L",
  "ng/dL": "ng/L",
  fL: "fL",
  "10*6/uL": "T/L",
};
const SPECIMENS: Readonly<Record<string, string>> = {
  "Ser/Plas": "Sérum",
  Ser: "Sérum",
  Plas: "Plasma",
  Urine: "Urines",
  Bld: "Sang total",
  CSF: "LCR",
  Stool: "Selles",
  PPP: "Plasma citraté",
  BldA: "Sang artériel",
  Semen: "Sperme",
  Saliva: "Salive",
  "Plr fld": "Liquide pleural",
  "Synv fld": "Liquide articulaire",
};
const SCALES: Readonly<Record<string, string>> = { Qn: "QN", Ord: "ORD" };
const METHODS: Readonly<Record<string, string>> = {
  IA: "ELISA",
  IF: "Immunofluorescence indirecte",
  IB: "Immunoblot",
  "Probe.amp.tar": "PCR",
  Electrophoresis: "Electrophorèse",
  HPLC: "HPLC",
  "Manual count": "Comptage manuel",
  "Automated count": "Automate",
  Culture: "Culture",
  Nephelometry: "Néphélométrie",
};

function mapped(code: string, label: string, loinc: string, file: string): MappedRow {
  return { level: "analysis", code, parent: "", shown: code, label, loinc, name: "", file, line: 0 };
}

function prefixed({ chapters, exams, analyses }: Catalogue, name: string): Catalogue {
  const of = (code: string): string => (code === "" ? "" : `${name}/${code}`);
  return {
    chapters: chapters.map((chapter) => ({
      code: of(chapter.code || chapter.label),
      label: chapter.label,
      subchapters: chapter.subchapters.map((sub) => ({ ...sub, chapter: of(sub.chapter) })),
    })),
    exams: exams.map((exam) => ({
      ...exam,
      code: of(exam.code),
      chapter: of(exam.chapter),
      analyses: exam.analyses.map(of),
    })),
    analyses: analyses.map((analysis) => ({ ...analysis, code: of(analysis.code), exams: analysis.exams.map(of) })),
  };
}

/** Several catalogues as one. */
export function joined(catalogues: readonly Catalogue[]): Catalogue {
  return {
    chapters: catalogues.flatMap((one) => one.chapters),
    exams: catalogues.flatMap((one) => one.exams),
    analyses: catalogues.flatMap((one) => one.analyses),
  };
}
