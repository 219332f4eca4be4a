/** What people do with a decision that was taken: read it a second time, ask for that, reopen it. */
import type { Database } from "./database.ts";
import { frozen } from "./decide.ts";
import { refuse } from "./refusal.ts";
import type { Actor, Review, Written } from "./types.ts";
import { writeReviews } from "./write-reviews.ts";

export type SecondReadChange = {
  readonly item: number;
  readonly version?: number;
  readonly agree: boolean;
  /** Needed when the reader does not agree. */
  readonly reason: string;
};

/** Reads decisions a second time. Who took one cannot; who disagrees reopens the row, with the decision still in sight. */
export function secondRead(
  db: Database,
  actor: Actor,
  project: string,
  changes: readonly SecondReadChange[],
): Promise<Written> {
  return writeReviews(db, {
    ...{ actor, project, changes },
    action: "second-read",
    kind: "second-read",
    next: ({ review }, { agree, reason }, { actor: by, at }) => {
      if (review.state === "signed") return frozen();
      if (review.decision === undefined || review.state !== "decided") {
        return refuse(
          "not-decided",
          "Cette ligne n'attend pas de seconde lecture : il n'y a pas de décision à relire.",
        );
      }
      if (review.decision.by.id === by.id) {
        return refuse("same-reader", "La seconde lecture revient à une autre personne que celle qui a décidé.");
      }
      if (!agree && reason.trim() === "") return refuse("invalid-decision", "Dites pourquoi vous n'êtes pas d'accord.");
      const second = { agree, reason, by, at };
      return agree
        ? { ...review, state: "second-read", second }
        : { ...review, state: "reopened", second, reopened: reason };
    },
    reason: ({ reason }) => reason,
  });
}

export type AskedChange = { readonly item: number; readonly version?: number; readonly asked: boolean };

/** Asks for a second reader of some rows, or lets them off, whatever the project's setting. */
export function askSecondReading(
  db: Database,
  actor: Actor,
  project: string,
  changes: readonly AskedChange[],
): Promise<Written> {
  return writeReviews(db, {
    ...{ actor, project, changes },
    action: "decide",
    kind: "second-asked",
    next: ({ review }, { asked }) => (review.state === "signed" ? frozen() : { ...review, secondAsked: asked }),
  });
}

export type ReopenChange = { readonly item: number; readonly version?: number; readonly reason: string };

/** Reopens decided or signed rows. The decision stays in sight; the proof that signed a row stays valid for its day. */
export function reopen(
  db: Database,
  actor: Actor,
  project: string,
  changes: readonly ReopenChange[],
): Promise<Written> {
  return writeReviews(db, {
    ...{ actor, project, changes },
    action: "reopen",
    kind: "reopened",
    next: ({ review }, { reason }) => {
      if (!isSettled(review)) return refuse("not-decided", "Cette ligne n'est pas décidée : il n'y a rien à rouvrir.");
      if (reason.trim() === "") return refuse("invalid-decision", "Dites pourquoi cette ligne est rouverte.");
      return reopened(review, reason);
    },
    reason: ({ reason }) => reason,
  });
}

/** True when nothing is left to do on a row but to read it again or to sign it. */
export function isSettled({ state }: Review): boolean {
  return state === "decided" || state === "second-read" || state === "signed";
}

/** `review` reopened for `reason`. */
export function reopened({ decision, secondAsked }: Review, reason: string): Review {
  return {
    state: "reopened",
    ...(decision && { decision }),
    ...(secondAsked !== undefined && { secondAsked }),
    reopened: reason,
  };
}
