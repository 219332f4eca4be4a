/** Decisions: what code, if any, a row gets. */
import { isLoincCode } from "../loinc/code.ts";
import { displayName } from "../loinc/release.ts";
import { AXES, type Term } from "../loinc/term.ts";
import type { Database } from "./database.ts";
import type { Stamp } from "./events.ts";
import { refuse } from "./refusal.ts";
import type { Actor, Choice, Decision, Refusal, Review, TermLookup, Written } from "./types.ts";
import { type ReviewWrite, writeReviews } from "./write-reviews.ts";

export type DecideChange = { readonly item: number; readonly version?: number; readonly choice: Choice };

/**
 * Decides on rows, one or thousands, undone together. A code that `terms` lacks is refused; what the reference says of
 * the others is kept with the decision. A row that is signed is reopened first.
 */
export function decide(
  db: Database,
  actor: Actor,
  project: string,
  changes: readonly DecideChange[],
  terms: TermLookup,
): Promise<Written> {
  return writeReviews(db, deciding(actor, project, changes, terms));
}

function deciding(
  actor: Actor,
  project: string,
  changes: readonly DecideChange[],
  terms: TermLookup,
): ReviewWrite<DecideChange> {
  return {
    ...{ actor, project, changes },
    action: "decide",
    kind: "decided",
    next: ({ review }, { choice }, stamp) => {
      if (review.state === "signed") return frozen();
      const decision = decisionOf(choice, terms, stamp);
      if ("refused" in decision) return decision;
      return decidedReview(review, decision);
    },
    reason: ({ choice }) => choice.reason,
  };
}

/** A review once `decision` is taken: what a second reader or a reopening said of an earlier one no longer counts. */
export function decidedReview({ secondAsked }: Review, decision: Decision): Review {
  return { state: "decided", decision, ...(secondAsked !== undefined && { secondAsked }) };
}

/** Says that a signed row does not change. */
export function frozen(): Refusal {
  return refuse("frozen", "Cette ligne est signée : rouvrez-la d'abord, en disant pourquoi.");
}

/** The decision that `choice` makes, or why it makes none. */
export function decisionOf(choice: Choice, terms: TermLookup, { actor, at }: Stamp): Decision | Refusal {
  const { kind, loinc = "", waitingCode = "", reason, from } = choice;
  const taken = { kind, reason, from, by: actor, at };
  if (kind !== "loinc" && loinc !== "") return invalid("un code LOINC ne va qu'avec la décision « code LOINC »");
  if (kind !== "waiting" && waitingCode !== "")
    return invalid("un code d'attente ne va qu'avec la décision « code d'attente »");
  if (kind === "waiting") {
    return waitingCode.trim() === ""
      ? invalid("le code d'attente manque")
      : { ...taken, waitingCode: waitingCode.trim(), name: "", term: "" };
  }
  if (kind !== "loinc") return { ...taken, name: "", term: "" };
  if (loinc === "") return invalid("le code LOINC manque");
  if (!isLoincCode(loinc)) return invalid(`${loinc} n'est pas un code LOINC (sa clé de contrôle est fausse)`);
  const term = terms(loinc);
  if (term === undefined) {
    return refuse(
      "unknown-code",
      `${loinc} n'est pas dans la référence chargée : choisissez un code qui y est, ou chargez une référence plus complète.`,
    );
  }
  return { ...taken, loinc, name: term.officialFrench ?? displayName(term), term: termMark(term) };
}

/** The six axes and the status of a term: what makes it another code when it changes. */
export function termMark(term: Term): string {
  return [...AXES.map((axis) => term[axis]), term.status].join(":");
}

function invalid(why: string): Refusal {
  return refuse("invalid-decision", `Décision refusée : ${why}.`);
}
