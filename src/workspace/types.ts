/** The model of the review: what a laboratory's rows become while people decide on them. */
import type { ItemKey } from "../catalogue/source-file.ts";
import type { InputFile } from "../catalogue/table.ts";
import type { Analysis } from "../catalogue/types.ts";
import type { NamedTerm } from "../loinc/term.ts";
import type { Band, Proposal } from "../matching/proposal.ts";

/** `admin`: people, references, backup; `manager`: imports, decides, exports; `biologist`: decides and signs; `reader`: looks. */
export const ROLES = ["admin", "manager", "biologist", "reader"] as const;
export type Role = (typeof ROLES)[number];

/** Who did something, as it stays in the history even when the account changes its name. */
export type Person = { readonly id: string; readonly name: string };

/** Who does something: what the permissions look at. */
export type Actor = Person & {
  readonly roles: readonly Role[];
  /** Section codes (`18719-5`) or, for chapters without one, chapter labels; empty: all of them. */
  readonly specialties: readonly string[];
};

/** Times are ISO 8601 in UTC, here and below. */
export type Laboratory = { readonly id: string; readonly name: string; readonly createdAt: string };

/** A reference that proposals and decisions of a project were made with. */
export type ReferenceVersion = {
  readonly title: string;
  readonly version: string;
  /** Base name of the file it was read from. */
  readonly source: string;
  /** Codes that it speaks of. */
  readonly terms: number;
};

/** Which decisions a second person must read: none, those that were not taken by lot, all. A row can be asked for by itself. */
export type SecondReading = "none" | "not-in-lot" | "all";

export type ProjectSettings = { readonly secondReading: SecondReading };

export type Project = {
  readonly id: string;
  readonly laboratory: Laboratory;
  readonly name: string;
  readonly settings: ProjectSettings;
  readonly references: readonly ReferenceVersion[];
  /** 1 for the first import, one more for each re-import. */
  readonly catalogueVersion: number;
  readonly createdAt: string;
};

/** A file of the laboratory as it was handed over, byte for byte, with what a person corrected about how it is read. */
export type StoredFile = InputFile;

export type Level = ItemKey["level"];

/** What the row says, in the fields of an analysis; a level leaves empty what it does not have. */
export type RowFields = Omit<Analysis, "code" | "label"> & {
  /** Of an exam: codes of its analyses, in order. */
  readonly analyses: readonly string[];
};

/** One item as the catalogue has it. */
export type Row = {
  readonly level: Level;
  /** Local code; the label of a chapter or sub-chapter that has none. */
  readonly code: string;
  /** Of a sub-chapter its chapter's key, else empty. */
  readonly parent: string;
  readonly label: string;
  /** Key of the chapter it stands in: its own for a chapter, that of its first exam for an analysis; empty when none is known. */
  readonly chapter: string;
  /** Key of the sub-chapter, as `chapter`. */
  readonly subchapter: string;
  /** Place in the catalogue: chapters, exams, analyses, each in file order. From 0. */
  readonly position: number;
  readonly fields: RowFields;
};

export type DecisionKind = "loinc" | "waiting" | "local" | "not-coded";

/** Where a decision comes from. */
export type DecisionSource = "proposal" | "search" | "lot" | "memory";

/** What somebody wants for a row: a LOINC code, a national waiting code, the local code alone, or no code. */
export type Choice = {
  readonly kind: DecisionKind;
  /** For `loinc`: a code of the reference. */
  readonly loinc?: string;
  /** For `waiting`. */
  readonly waitingCode?: string;
  /** May be empty. */
  readonly reason: string;
  readonly from: DecisionSource;
};

/** A choice as it was taken, with what the reference said of the code at that time. */
export type Decision = Choice & {
  /** The code's name in the reference; empty without a LOINC code. */
  readonly name: string;
  /** Its six axes with `:` between, then its status: tells later whether the reference changed it. Empty without a LOINC code. */
  readonly term: string;
  readonly by: Person;
  readonly at: string;
};

export type SecondRead = {
  readonly agree: boolean;
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
};

/** `todo` → `proposed` → `decided` → (`second-read`) → `signed`; `reopened` when the row, the reference or a reader asks for it. */
export const STATES = ["todo", "proposed", "decided", "second-read", "signed", "reopened"] as const;
export type State = (typeof STATES)[number];

/** Where the review of a row stands: what workflow events change. */
export type Review = {
  readonly state: State;
  /** Kept when the row is reopened, so that it can be confirmed. */
  readonly decision?: Decision;
  readonly second?: SecondRead;
  /** Whether this row was asked to have a second reader, or let off; else the project's setting says. */
  readonly secondAsked?: boolean;
  /** Id of the proof that signed it. */
  readonly proof?: string;
  /** Why it was reopened: what the next reader must know. */
  readonly reopened?: string;
};

/** Of a proposal, what a list shows. */
export type ProposalSummary = {
  readonly band: Band;
  readonly confidence: number;
  /** First candidate; empty when there is none. */
  readonly loinc: string;
  readonly name: string;
  readonly question: string;
  /** Of the first candidate, a letter an axis: `s` supports, `a` assumed, `c` contradicts; empty without candidate. */
  readonly verdicts: string;
};

/** Fields that a row of the catalogue may leave empty. */
export const STATEABLE = ["unit", "specimen", "method", "property", "time", "scale", "nabm"] as const;
export type Stateable = (typeof STATEABLE)[number];

/** An item as lists show it. */
export type ItemSummary = Omit<Row, "fields"> &
  Review & {
    readonly id: number;
    readonly project: string;
    /** One more with each change of the row or its review; a write names the one it has seen. */
    readonly version: number;
    /** Section code of its chapter, decided or proposed; else the chapter's label; empty when neither is known. */
    readonly specialty: string;
    readonly secondWanted: boolean;
    /** No longer in the catalogue: kept with its history, in no list unless asked for. */
    readonly removed: boolean;
    /** Label of its chapter, and of its first exam; empty when the catalogue does not say. */
    readonly chapterLabel: string;
    readonly exam: string;
    readonly unit: string;
    readonly specimen: string;
    readonly method: string;
    /** What the row does not state. */
    readonly missing: readonly Stateable[];
    readonly comments: number;
    readonly proposal?: ProposalSummary;
  };

/** An item with all that is known about it. */
export type Item = Omit<ItemSummary, "proposal"> & {
  readonly fields: RowFields;
  readonly proposal?: Proposal;
  /** Of an analysis: the exams that hold it; of an exam: its analyses. */
  readonly related: readonly ItemSummary[];
  /** Before and after it in the catalogue, on its level. */
  readonly neighbours: readonly ItemSummary[];
  /** Oldest first. */
  readonly history: readonly Event[];
};

/** What happened to an item… */
export const ITEM_EVENTS = [
  "imported",
  "row-changed",
  "row-removed",
  "row-restored",
  "proposed",
  "decided",
  "second-read",
  "second-asked",
  "signed",
  "reopened",
  "undone",
  "commented",
  "requested",
] as const;
/** …to a project, or to the workspace as a whole. */
export const OTHER_EVENTS = [
  "laboratory-created",
  "project-created",
  "settings-changed",
  "catalogue-imported",
  "reference-changed",
  "signed-off",
  "exported",
  "account-created",
  "account-changed",
  "restored",
] as const;
export type EventKind = (typeof ITEM_EVENTS)[number] | (typeof OTHER_EVENTS)[number];

/** One line of the history. It is only ever added to. */
export type Event = {
  readonly id: number;
  readonly at: string;
  readonly actor: Person;
  readonly kind: EventKind;
  readonly project?: string;
  readonly item?: number;
  /** What was done in one go: a single decision, a lot, an import. */
  readonly batch: string;
  /** Of `undone`: the event whose effect it takes back. */
  readonly undoes?: number;
  /** By kind: a `Row`, a `Proposal` (only in `after`), a `Review`, or what the kind's writer says; `null` when there is none. */
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
};

/** Finds a term of the references of a project. */
export type TermLookup = (code: string) => NamedTerm | undefined;

/** Why something was not done, as a value. The message is French, for people; the code is stable. */
export type Refusal = { readonly refused: RefusalCode; readonly message: string; readonly details?: unknown };

export type RefusalCode =
  | "not-found"
  | "not-allowed"
  | "frozen"
  | "removed"
  | "invalid-decision"
  | "unknown-code"
  | "not-decided"
  | "same-reader"
  | "not-undoable"
  | "changed-since"
  | "blocked"
  | "nothing-to-do"
  | "already-there"
  | "last-admin";

/** Somebody was faster: what they did, so that nobody writes over it unseen. */
export type Conflict = {
  readonly item: number;
  /** The version that is there now. */
  readonly version: number;
  readonly review: Review;
  /** Who made that version, when, by what. */
  readonly by: Person;
  readonly at: string;
  readonly kind: EventKind;
};

/** What a write of one or many items came to. Those in `conflicts` and `refusals` are as they were. */
export type Written = {
  /** Undoes the whole; empty when nothing was written. */
  readonly batch: string;
  readonly items: readonly ItemSummary[];
  readonly conflicts: readonly Conflict[];
  readonly refusals: readonly (Refusal & { readonly item: number })[];
};
