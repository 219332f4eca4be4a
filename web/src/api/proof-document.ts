/** What the page reads of a proof (format `transloinc-proof`, version 1); the file itself holds more. */
import type { Decision, ItemRow } from "./types.ts";

export type ProofDocument = {
  readonly laboratory: string;
  readonly project: { readonly name: string };
  readonly catalogue: { readonly files: readonly { readonly name: string; readonly sha256: string }[] };
  readonly scope: { readonly name: string };
  readonly signedBy: { readonly name: string };
  readonly signedAt: string;
  readonly references: readonly { readonly title: string; readonly version: string }[];
  readonly rows: readonly ProofRow[];
  readonly table: { readonly rows: number; readonly sha256: string };
  readonly seal: string;
  readonly previous: string;
};

type ProofRow = {
  readonly level: ItemRow["level"];
  readonly parent: string;
  readonly code: string;
  readonly label: string;
  readonly kind: Decision["kind"];
  readonly loinc: string;
  readonly name: string;
  readonly waitingCode: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly reason: string;
  readonly secondBy: string;
};
