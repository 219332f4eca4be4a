/** The shapes of the API: types only, from the server's own schemas, so that both sides change together. */
export type { Role, Session, SetupState, User } from "../../../src/server/schemas/accounts.ts";
export type { Batch, Conflict, Decision } from "../../../src/server/schemas/decisions.ts";
export type {
  ImportCorrection,
  ImportDiff,
  ImportPreview,
  PreviewFile,
} from "../../../src/server/schemas/imports.ts";
export type { HistoryEvent, Item, ItemPage, ItemQuery, ItemRow, ItemState } from "../../../src/server/schemas/items.ts";
export type { Job, Started } from "../../../src/server/schemas/jobs.ts";
export type { Reference, SearchQuery, SearchResult, Term } from "../../../src/server/schemas/loinc.ts";
export type { Lot } from "../../../src/server/schemas/lots.ts";
export type { ChapterNode, Check, CodeRequest, Dashboard, ExamView } from "../../../src/server/schemas/overview.ts";
export type { Laboratory, Project } from "../../../src/server/schemas/projects.ts";
export type { Proposal } from "../../../src/server/schemas/proposals.ts";
export type { Proof, SignoffPart } from "../../../src/server/schemas/signoff.ts";
