/** Who may do what. */
import { fold } from "../lexicon/normalise.ts";
import type { Actor, Role } from "./types.ts";

export type Action =
  | "read"
  | "import"
  | "decide"
  | "second-read"
  | "reopen"
  | "comment"
  | "sign"
  | "export"
  | "manage-people"
  | "manage-references"
  | "backup";

const ROLES_OF: { readonly [action in Action]: readonly Role[] } = {
  read: ["admin", "manager", "biologist", "reader"],
  import: ["manager"],
  decide: ["manager", "biologist"],
  "second-read": ["manager", "biologist"],
  reopen: ["manager", "biologist"],
  comment: ["manager", "biologist"],
  sign: ["biologist"],
  export: ["manager", "biologist"],
  "manage-people": ["admin"],
  "manage-references": ["admin"],
  backup: ["admin"],
};

/**
 * Whether `actor` may do `action`, on rows of `specialty` when one is given. Specialties bind biologists only: one who
 * has some acts in those, and on rows whose specialty is not known (empty); one who has none acts everywhere.
 */
export function may(actor: Actor, action: Action, specialty?: string): boolean {
  const roles = ROLES_OF[action].filter((role) => actor.roles.includes(role));
  if (roles.length === 0) return false;
  if (specialty === undefined || specialty === "" || roles.some((role) => role !== "biologist")) return true;
  if (actor.specialties.length === 0) return true;
  return actor.specialties.some((own) => own === specialty || fold(own) === fold(specialty));
}
