/** The table for people who read it in a spreadsheet: each row with what was decided, by whom, when and why. */
import writeXlsxFile, { type CellObject, type SheetData } from "write-excel-file/node";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import { text } from "../../report/cell-text.ts";
import type { Database } from "../../workspace/database.ts";
import { listItems } from "../../workspace/list-items.ts";
import { getProject } from "../../workspace/projects.ts";
import type { DecisionKind, ItemSummary, Level, State } from "../../workspace/types.ts";

const SHEETS: readonly (readonly [Level, string])[] = [
  ["analysis", "Analyses"],
  ["exam", "Examens"],
  ["subchapter", "Sous-chapitres"],
  ["chapter", "Chapitres"],
];

const KINDS: { readonly [kind in DecisionKind]: string } = {
  loinc: "code LOINC",
  waiting: "code d'attente",
  local: "code local seul",
  "not-coded": "non codé",
};

const STATES: { readonly [state in State]: string } = {
  todo: "à faire",
  proposed: "proposé",
  decided: "décidé",
  "second-read": "relu",
  signed: "signé",
  reopened: "rouvert",
};

type Column = readonly [title: string, width: number, of: (item: ItemSummary) => string];

const COLUMNS: readonly Column[] = [
  ["Code local", 14, (item) => item.code],
  ["Libellé", 34, (item) => item.label],
  ["Chapitre", 20, (item) => item.chapterLabel],
  ["Examen", 22, (item) => item.exam],
  ["Unité", 11, (item) => item.unit],
  ["Milieu", 16, (item) => item.specimen],
  ["Technique", 16, (item) => item.method],
  ["État", 11, (item) => STATES[item.state]],
  ["Décision", 16, (item) => (item.decision ? KINDS[item.decision.kind] : "")],
  ["LOINC ou code d'attente", 14, (item) => item.decision?.loinc ?? item.decision?.waitingCode ?? ""],
  ["Nom LOINC", 48, (item) => item.decision?.name ?? ""],
  ["Décidé par", 20, (item) => item.decision?.by.name ?? ""],
  ["Le", 20, (item) => item.decision?.at ?? ""],
  ["Motif", 30, (item) => item.decision?.reason ?? ""],
  ["Relu par", 20, (item) => item.second?.by.name ?? ""],
  ["Proposé", 11, (item) => item.proposal?.loinc ?? ""],
  ["Confiance", 10, (item) => (item.proposal ? `${Math.round(100 * item.proposal.confidence)} %` : "")],
];

/** The bytes of the workbook. */
export async function decisionsWorkbook(
  db: Database,
  project: string,
  { title, date }: { readonly title: string; readonly date: string },
): Promise<Buffer<ArrayBuffer>> {
  const { references } = (await getProject(db, project))!;
  const sheets = [];
  for (const [level, sheet] of SHEETS) {
    const { items } = await listItems(db, project, { level, limit: 1_000_000 });
    sheets.push({
      sheet,
      data: sheetOf(items),
      stickyRowsCount: 1,
      columns: COLUMNS.map(([, width]) => ({ width })),
    });
  }
  const about: SheetData = [
    [text("Table de transcodage"), text(title)],
    [text("Établie le"), text(date)],
    ...references.map((reference) => [text(reference.title), text(reference.source)]),
    [text(LOINC_NOTICE)],
  ];
  const columns = [{ width: 30 }, { width: 60 }];
  const bytes = await writeXlsxFile([...sheets, { sheet: "Références", data: about, columns }]).toBuffer();
  return Buffer.from(bytes);
}

function sheetOf(items: readonly ItemSummary[]): SheetData {
  const titles = COLUMNS.map(([title]): CellObject => ({ value: title, type: String, fontWeight: "bold" }));
  return [titles, ...items.map((item) => COLUMNS.map(([, , of]) => text(of(item))))];
}
