/** The library: what programs other than the command line may build on. */
export { loadCatalogue } from "./catalogue/load-catalogue.ts";
export { type ReadCatalogue, readCatalogue } from "./catalogue/read-catalogue.ts";
export type { InputFile } from "./catalogue/table.ts";
export type { Analysis, Catalogue, Chapter, Exam, Problem } from "./catalogue/types.ts";
export { groundsFor, loadModel, openReleases } from "./engine/open-matcher.ts";
export { checkDigit, isLoincCode } from "./loinc/code.ts";
export { openReference, UnreadableReference } from "./loinc/open-reference.ts";
export { decodePack, encodePack, PackError } from "./loinc/pack.ts";
export { displayName, findTerm, type Release, termAt } from "./loinc/release.ts";
export { searchTerms } from "./loinc/search.ts";
export { loadStarter } from "./loinc/starter.ts";
export { AXES, LOINC_NOTICE, type Term } from "./loinc/term.ts";
export { type Matcher, matchCatalogue } from "./matching/match-catalogue.ts";
export type { Band, Candidate, Proposal } from "./matching/proposal.ts";
export { checkDecisions, type Finding } from "./transcoding/checks.ts";
export { type TranscodingTable, tableOf } from "./transcoding/decide.ts";
export { sglCells } from "./transcoding/sgl-cells.ts";
export { sglFile } from "./transcoding/sgl-files.ts";
