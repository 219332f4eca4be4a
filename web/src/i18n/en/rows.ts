/** The list of rows. */
import { countedIn } from "../count.ts";
import type { Messages } from "../fr/messages.ts";

const counted = countedIn("en-GB");

export const rows: Messages["rows"] = {
  title: "Review",
  list: "Rows of the catalogue",
  filters: "Filters",
  clear: "Clear the filters",
  search: "Search a label, a local code, a LOINC code",
  level: "Level",
  chapter: "Chapter",
  specialty: "Specialty",
  band: "Group",
  state: "State",
  person: "Decided by",
  missing: "What is missing",
  sort: "Order",
  sorts: {
    position: "order of the catalogue",
    confidence: "least sure first",
    "-confidence": "surest first",
    label: "label",
    code: "local code",
    state: "state",
  },
  count: (n) => counted(n, "row", "rows"),
  countOf: (i, n) => `${i} of ${n}`,
  none: "No row answers to these filters.",
  row: "Row",
  proposal: "Proposal or decision",
  confidence: "Confidence",
  noProposal: "no proposal",
  loadingRow: "Loading the row…",
  tick: (label) => `Tick ${label}`,
  ticked: (n) => counted(n, "row ticked", "rows ticked"),
  untick: "Untick",
  acceptAll: (n) => `Accept ${counted(n, "proposal", "proposals")}`,
  bulk: "Another decision…",
  bulkTitle: (n) => `One decision for ${counted(n, "row", "rows")}`,
  bulkDone: (n) => `${counted(n, "row", "rows")} decided.`,
  bulkConflicts: (n) => `${counted(n, "row", "rows")} changed meanwhile by somebody else: left alone.`,
  bulkRefused: (n, why) => `${counted(n, "row", "rows")} left alone: ${why}`,
  nothingToAccept: "None of the ticked rows has a proposal.",
  undoFailed: "Nothing to undo.",
  comments: (n) => counted(n, "comment", "comments"),
};
