/** What a report is made of. */
import type { ReadCatalogue } from "../catalogue/read-catalogue.ts";
import type { Problem } from "../catalogue/types.ts";
import type { Release, ReleaseInfo } from "../loinc/release.ts";
import type { Language } from "../matching/phrases.ts";
import type { Proposal } from "../matching/proposal.ts";
import type { Finding } from "../transcoding/checks.ts";
import type { Written } from "../transcoding/decide.ts";

/** One file as it was read. */
export type FileSummary = {
  readonly name: string;
  readonly encoding: string;
  readonly rows: number;
  readonly header: boolean;
  readonly kind: string;
};

/** Where an item stands, for grouping; empty when the catalogue does not say. */
export type Place = { readonly chapter: string };

/** What of a row helps to judge it. */
export type RowFacts = {
  readonly unit: string;
  readonly specimen: string;
  readonly method: string;
  readonly exams: readonly string[];
};

export type ReportData = {
  readonly title: string;
  /** AAAA-MM-JJ. */
  readonly date: string;
  readonly language: Language;
  readonly files: readonly FileSummary[];
  readonly problems: readonly Problem[];
  readonly proposals: readonly Proposal[];
  readonly placeOf: (proposal: Proposal) => Place;
  readonly factsOf: (proposal: Proposal) => RowFacts;
  readonly findings: readonly Finding[];
  /** The release, then what else was used: value sets. */
  readonly references: readonly ReleaseInfo[];
  /** Whether the codes were checked against *Circuit de la biologie*. */
  readonly circuit: boolean;
  /** Notices of third parties on the codes that were proposed first, each once. */
  readonly notices: readonly string[];
  readonly terms: number;
  readonly starter: boolean;
  readonly written: Written;
  readonly version: string;
  /** Precision of the `auto` band as measured on catalogues that the model had not learned from, in percent. */
  readonly measured: { readonly auto: number; readonly rows: number };
};

export type ReportSources = Omit<
  ReportData,
  "files" | "placeOf" | "factsOf" | "references" | "terms" | "circuit" | "notices"
> & {
  readonly read: ReadCatalogue;
  readonly release: Release;
  /** What was used beside the release; nothing unless said otherwise. */
  readonly valueSets?: readonly ReleaseInfo[];
  /** False unless said otherwise. */
  readonly circuit?: boolean;
  /** Notices of third parties by code; none unless said otherwise. */
  readonly notices?: ReadonlyMap<string, string>;
};

/** The data of a report on a catalogue as it was read. */
export function reportData(sources: ReportSources): ReportData {
  const { read, release, valueSets = [], circuit = false, notices = new Map<string, string>(), ...rest } = sources;
  const { catalogue } = read;
  const analyses = new Map(catalogue.analyses.map((analysis) => [analysis.code, analysis]));
  const exams = new Map(catalogue.exams.map((exam) => [exam.code, exam]));
  const chapters = new Map(catalogue.chapters.map((chapter) => [chapter.code || chapter.label, chapter.label]));
  return {
    ...rest,
    files: read.files.map((file) => ({
      name: file.name,
      kind: file.kind,
      encoding: file.encoding + (file.bom ? " (BOM)" : ""),
      header: file.header,
      rows: file.records.filter((record) => record.role === "row").length,
    })),
    references: [release.info, ...valueSets],
    circuit,
    notices: [...new Set(rest.proposals.flatMap(({ candidates: [best] }) => (best && notices.get(best.loinc)) ?? []))],
    terms: release.size,
    placeOf(proposal) {
      const exam =
        proposal.level === "exam" ? exams.get(proposal.code) : exams.get(analyses.get(proposal.code)?.exams[0] ?? "");
      return { chapter: exam === undefined ? "" : (chapters.get(exam.chapter) ?? exam.chapter) };
    },
    factsOf(proposal) {
      const analysis = proposal.level === "analysis" ? analyses.get(proposal.code) : undefined;
      if (analysis !== undefined) {
        const labels = analysis.exams.map((code) => exams.get(code)?.label ?? code);
        return {
          unit: analysis.unit || analysis.unitCode,
          specimen: analysis.specimen || analysis.specimenCode,
          method: analysis.method,
          exams: labels,
        };
      }
      return { unit: "", specimen: exams.get(proposal.code)?.specimen ?? "", method: "", exams: [] };
    },
  };
}
