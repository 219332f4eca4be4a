/** Dashboard, lots, exams, chapters, requests. */
import { countedIn } from "../count.ts";
import type { Messages } from "../fr/messages.ts";

const counted = countedIn("en-GB");

export const dashboard: Messages["dashboard"] = {
  title: "Dashboard",
  total: "rows",
  decided: "decided",
  signed: "signed",
  remaining: "to decide",
  toDecide: "to decide",
  start: "Where to begin",
  startLots: "1. Accept the sure lots",
  startReview: "2. Review what is left",
  startSign: "3. Sign by specialty",
  startExport: "4. Export to the SGL",
  bands: "What was proposed",
  bandsHelp: "Full: sign as a lot. Hatched: look at. Dotted: no code.",
  progress: "Progress by specialty",
  progressHelp: "Full: signed. Hatched: decided. Empty: to decide.",
  confidence: "Confidence of the proposals",
  confidenceHelp: "Number of analyses by the confidence (in %) of their first proposal.",
  byDay: "Decisions a day",
  checks: "Checks that the SGL will make",
  checksNone: "Nothing found.",
  blocks: "What blocks sign-off",
  blocksNone: "Nothing blocks.",
  blocking: (n) => counted(n, "row", "rows"),
  settings: "Settings of the project",
  secondReading: "Second reading needed before signing",
  secondReadings: {
    none: "never, unless asked for on a row",
    "not-in-lot": "for decisions not taken in a lot",
    all: "for all decisions",
  },
  matchAnew: "Propose anew",
  matchAnewHelp:
    "Makes the proposals anew with the reference in use, such as after adding a version of LOINC. Decisions stay; those that the reference contradicts are reopened.",
  working: "The proposals are being made.",
  byPerson: "Who decided",
  asTable: "The same numbers as a table",
  rule: "Check",
  place: "Row",
  message: "What to know",
  severity: { error: "Blocking", warning: "Not blocking" },
  allChecks: (n) => `See ${counted(n, "check", "checks")}`,
};

export const lots: Messages["lots"] = {
  title: "Lots",
  lead: "Proposals sure enough to be accepted together. Look through the list first: a lot of several hundred rows probably holds a few errors.",
  none: "No lot: all that was sure is decided, or nothing is sure enough yet.",
  toReview: "Go to the review",
  rows: (n) => counted(n, "row", "rows"),
  confidence: (least, most) => `confidence ${least} to ${most}`,
  precision: (percent, rows) =>
    `On ${rows} rows of catalogues that the model had not learned from, ${percent} % of such proposals were right.`,
  precisionShort: "right proposals, measured",
  expected: (n) => `Expect about ${counted(n, "error", "errors")} in this lot.`,
  expectedNone: "Less than one error expected in this lot.",
  unmeasured: "How right this lot is was not measured: review row by row.",
  memory: "From your earlier decisions.",
  see: "Look through",
  seeAll: "See all in the review",
  accept: (n) => `Accept ${counted(n, "row", "rows")}`,
  confirm: "Accept this lot?",
  confirmText: (n) => `${counted(n, "row gets", "rows get")} the first proposal. It is undone in one go.`,
};

export const exams: Messages["exams"] = {
  title: "Exams",
  lead: "What each orderable exam holds, against the analyses that LOINC puts into the panel proposed.",
  search: "Search an exam",
  choose: "Choose an exam in the list.",
  members: "Analyses of the exam",
  panel: "Panel proposed",
  noPanel: "No LOINC panel is proposed for this exam: that is usual for an exam of the laboratory's own.",
  unknownMembers: "The installed reference does not say which analyses this panel holds.",
  inPanel: "in the panel",
  notInPanel: "not in the panel",
  present: "in the exam",
  absent: "not in the exam",
  open: "Open in the review",
};

export const chapters: Messages["chapters"] = {
  title: "Chapters",
  lead: "The plan of the catalogue, and what is left to decide in it.",
  tree: "Chapters and sub-chapters",
  counts: (items, undecided) => `${counted(items, "row", "rows")}, ${undecided} to decide`,
  done: (items) => `${counted(items, "row", "rows")}, all decided`,
  rows: "Rows",
  code: "Code",
  none: "The catalogue has no chapters.",
};

export const requests: Messages["requests"] = {
  title: "Code requests",
  lead: "Requests to send to the national terminology centre: fill them in from a row (“Request a code”).",
  none: "No request.",
  by: (name, when) => `by ${name}, ${when}`,
  copy: "Copy the text",
  copied: "Text copied.",
  print: "Print",
  why: "Why",
};
