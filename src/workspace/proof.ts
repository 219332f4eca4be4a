/** What is left of a signature: a document that says who signed which rows, when, against which references. */
import { LOINC_NOTICE } from "../loinc/term.ts";
import type { Queries } from "./database.ts";
import { sha256 } from "./export.ts";
import { askedId } from "./ids.ts";
import { canonicalTable, type TableRow } from "./table.ts";
import type { Person, ReferenceVersion } from "./types.ts";

/** Which rows are signed together: those of a specialty, or those of a chapter (by its key). */
export type Scope = { readonly kind: "specialty" | "chapter"; readonly key: string };

/** A signed row: the table's, and who decided and read it. */
export type ProofRow = TableRow & {
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly reason: string;
  /** Empty without a second reader. */
  readonly secondBy: string;
};

export type ProofDocument = {
  readonly format: "transloinc-proof";
  readonly version: 1;
  readonly id: string;
  /** Within the project, from 1. */
  readonly number: number;
  readonly laboratory: string;
  readonly project: { readonly id: string; readonly name: string };
  /** The laboratory's files that the rows come from, with their hashes. */
  readonly catalogue: {
    readonly version: number;
    readonly files: readonly { readonly name: string; readonly sha256: string }[];
  };
  readonly scope: Scope & { readonly name: string };
  readonly signedBy: Person;
  readonly signedAt: string;
  readonly references: readonly ReferenceVersion[];
  readonly rows: readonly ProofRow[];
  /** Of the canonical table that the rows make. */
  readonly table: { readonly rows: number; readonly sha256: string };
  /** Seal of the project's proof before this one, so that none can be taken out unseen; empty for the first. */
  readonly previous: string;
  readonly notice: string;
};

/** The document with its seal: SHA-256 of all that stands before it. */
export type Proof = ProofDocument & { readonly seal: string };

/** The proof that `parts` make. */
export function makeProof(parts: Omit<ProofDocument, "format" | "version" | "table" | "notice">): Proof {
  const { id, number, laboratory, project, catalogue, scope, signedBy, signedAt, references, rows, previous } = parts;
  const document: ProofDocument = {
    format: "transloinc-proof",
    version: 1,
    ...{ id, number, laboratory, project, catalogue, scope, signedBy, signedAt, references, rows },
    table: tableMark(rows),
    previous,
    notice: LOINC_NOTICE,
  };
  return { ...document, seal: sealOf(document) };
}

/** Number of rows and hash of the canonical table of `rows`. */
export function tableMark(rows: readonly TableRow[]): ProofDocument["table"] {
  return { rows: rows.length, sha256: sha256(canonicalTable(rows)) };
}

/** The seal that `document` must have. */
export function sealOf(document: ProofDocument): string {
  return sha256(JSON.stringify(document));
}

/** The text of a proof, as it is kept and handed out. */
export function proofText(proof: Proof): string {
  return `${JSON.stringify(proof, null, 1)}\n`;
}

/** A project's proofs, oldest first. */
export async function listProofs(db: Queries, project: string): Promise<Proof[]> {
  const rows = await db.query<{ document: string }>("select document from proof where project = $1 order by number", [
    askedId(project),
  ]);
  return rows.map(({ document }) => JSON.parse(document) as Proof);
}

/** The text of a proof, byte for byte as it was made; `undefined` when the project has none of this id. */
export async function getProof(db: Queries, project: string, id: string): Promise<string | undefined> {
  const rows = await db.query<{ document: string }>("select document from proof where project = $1 and id = $2", [
    askedId(project),
    askedId(id),
  ]);
  return rows[0]?.document;
}
