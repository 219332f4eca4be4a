/** The state of an item, computed from its events and from nothing else. */
import { AXES } from "../loinc/term.ts";
import type { Proposal } from "../matching/proposal.ts";
import type { Event, ProposalSummary, Review, Row } from "./types.ts";

export type ItemState = {
  readonly row: Row;
  readonly removed: boolean;
  readonly review: Review;
  readonly version: number;
  readonly comments: number;
  /** The event that brought the proposal in force, and what of it is shown in lists. */
  readonly proposal?: ProposalSummary & { readonly event: number };
};

/** What is known of an item besides its row when it has just been imported. */
export const NEW_ITEM: Omit<ItemState, "row"> = { removed: false, review: { state: "todo" }, version: 1, comments: 0 };

/** Of an event, what changes a state. */
export type Step = Pick<Event, "id" | "kind" | "before" | "after">;

/** The state that `step` makes of `state`; `undefined` before the first event, which is `imported`. */
export function applyStep(state: ItemState | undefined, { id, kind, before, after }: Step): ItemState {
  if (state === undefined) {
    if (kind !== "imported") throw new Error(`event ${id}: ${kind} on an item that was never imported`);
    return { row: after as Row, ...NEW_ITEM };
  }
  const version = state.version + 1;
  switch (kind) {
    case "row-changed":
      return { ...state, row: after as Row, version };
    case "row-removed":
      return { ...state, removed: true, version };
    case "row-restored":
      return { ...state, row: after as Row, removed: false, version };
    case "proposed": {
      const proposal = { ...proposalSummary(after as Proposal), event: id };
      const review: Review = state.review.state === "todo" ? { ...state.review, state: "proposed" } : state.review;
      // `before` names the first candidate that gave way: only then does it matter to somebody who is about to accept it.
      return { ...state, proposal, review, ...(before !== null && { version }) };
    }
    case "decided":
    case "second-read":
    case "second-asked":
    case "signed":
    case "reopened":
    case "undone":
      return { ...state, review: after as Review, version };
    case "commented":
      return { ...state, comments: state.comments + 1 };
    case "requested":
      return state;
    default:
      throw new Error(`event ${id}: ${kind} is no event of an item`);
  }
}

/** The state after all `steps`, in order. */
export function replay(steps: readonly Step[]): ItemState | undefined {
  return steps.reduce<ItemState | undefined>(applyStep, undefined);
}

/** Of a proposal, what lists show. */
export function proposalSummary({ band, confidence, candidates, question }: Proposal): ProposalSummary {
  const best = candidates[0];
  return {
    band,
    confidence,
    loinc: best?.loinc ?? "",
    name: best?.name ?? "",
    question,
    verdicts: best === undefined ? "" : AXES.map((axis) => best.axes[axis].verdict[0]!).join(""),
  };
}
