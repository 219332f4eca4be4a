import { sectionName } from "../../engine/section-names.ts";
import type { Proof } from "../../workspace/proof.ts";
import type { Blocker, SignoffPart } from "../../workspace/signoff.ts";
import type { Proof as ProofAnswer, SignoffPart as SignoffPartAnswer } from "../schemas/signoff.ts";

/** Blockers that are listed of each part: a person mends some, and asks again. */
const SHOWN = 50;

export function signoffAnswer({ scope, name, items, signed, blockers, ready }: SignoffPart): SignoffPartAnswer {
  return {
    ...{ scope, items, signed, ready },
    name: scope.kind === "specialty" ? sectionName(name) : name,
    blockers: blockers.slice(0, SHOWN).map(blockerAnswer),
    blocking: blockers.length,
  };
}

export function blockerAnswer({ item: { id, code, label }, message }: Blocker): SignoffPartAnswer["blockers"][number] {
  return { item: id, code, label, message };
}

export function proofAnswer({ id, number, signedAt, signedBy, scope, table, seal }: Proof): ProofAnswer {
  return {
    ...{ id, number, seal },
    at: signedAt,
    by: signedBy,
    scope: { kind: scope.kind, key: scope.key },
    name: scope.kind === "specialty" ? sectionName(scope.key) : scope.name,
    rows: table.rows,
    hash: table.sha256,
  };
}
