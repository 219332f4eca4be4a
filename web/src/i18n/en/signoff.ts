/** Sign-off, proofs, export. */
import { countedIn } from "../count.ts";
import type { Messages } from "../fr/messages.ts";

const counted = countedIn("en-GB");

export const signoff: Messages["signoff"] = {
  title: "Sign-off",
  lead: "Signing freezes the rows of a specialty or a chapter and leaves a proof: who, when, which rows, which version of LOINC.",
  bySpecialty: "By specialty",
  byChapter: "By chapter",
  part: "Part",
  rows: "Rows",
  signed: "Signed",
  status: "State",
  ready: "ready to sign",
  done: "signed",
  blocked: (n) => counted(n, "row blocks", "rows block"),
  andMore: (n) => `… and ${n} more.`,
  sign: "Sign",
  signPart: (name) => `Sign ${name}`,
  confirm: (name) => `Sign “${name}”?`,
  confirmText: (n) =>
    `You attest that you checked the transcoding of ${counted(n, "row", "rows")}. These rows no longer change, unless reopened with a reason.`,
  confirmSign: "I sign",
  notBiologist: "Only a biologist signs.",
  signedNow: "Signed. The proof is stored.",
  proofs: "Proofs",
  noProofs: "Nothing signed yet.",
  who: "Signed by",
  when: "On",
  hash: "SHA-256 of the table",
  open: "Open",
  openProof: (name) => `Open the proof: ${name}`,
  json: "JSON file",
};

export const proof: Messages["proof"] = {
  title: "Proof of sign-off",
  print: "Print",
  download: "Download (JSON)",
  page: "Page of its own",
  verify: "To verify this file later, outside this program:",
  laboratory: "Laboratory",
  project: "Project",
  part: "Part signed",
  signedBy: "Signed by",
  references: "References",
  files: "Files of the SGL",
  rows: "Rows",
  table: "SHA-256 of the table",
  seal: "Seal of the proof",
  previous: "Seal of the proof before",
  decidedBy: "Decided by",
  second: (name) => `read by ${name}`,
};

export const exportPage: Messages["exportPage"] = {
  title: "Export",
  lead: "The files that your SGL loads, and others to read or for programs. The checks are those that the SGL will make.",
  sgl: "For the SGL",
  others: "To read, and for programs",
  kinds: {
    loinc_4: {
      name: "LOINC_4 · chapters",
      help: "The row as it came, then LOINC code and label of the chapter and of the sub-chapter.",
    },
    loinc_5: { name: "LOINC_5 · orders", help: "The row as it came, then LOINC code and label of the exam." },
    loinc_6: { name: "LOINC_6 · results", help: "The row as it came, then LOINC code and label of the analysis." },
    xlsx: { name: "Excel workbook", help: "All rows with decision, confidence and reasons, one sheet a level." },
    jsonl: { name: "JSON lines", help: "One line a decision, for programs." },
  },
  same: "The same rows, order, encoding and line ends as in your files.",
  undecided: (n) =>
    `${counted(n, "row is not decided and leaves", "rows are not decided and leave")} without a LOINC code.`,
  unsigned: (n) => `${counted(n, "row is decided but not signed", "rows are decided but not signed")}.`,
  allSigned: "All rows are signed.",
  save: "Download",
  saveKind: (name) => `Download ${name}`,
  saved: (name) => `${name} is saved.`,
  savedWarnings: (name, n) => `${name} is saved, with ${counted(n, "remark", "remarks")} that the SGL will make too.`,
  refused: "The SGL would refuse this file",
  refusedText: (n) =>
    `${counted(n, "blocking problem", "blocking problems")}. Mend, or export anyway to see the rest in the SGL.`,
  force: "Export anyway",
  checks: "Checks",
};
