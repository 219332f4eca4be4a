/** The table for people who review in a spreadsheet: one sheet a level, one line an item, its three best candidates with reasons. */
import writeXlsxFile, { type CellObject, type SheetData } from "write-excel-file/node";
import { AXES, LOINC_NOTICE } from "../loinc/term.ts";
import type { Proposal } from "../matching/proposal.ts";
import type { Level } from "../matching/row.ts";
import type { ReportData } from "./report-data.ts";
import { textCell as text } from "./text-cell.ts";
import { type Words, words } from "./words.ts";

const LEVELS: readonly Level[] = ["analysis", "exam", "subchapter", "chapter"];
const CHOICES = 3;

/** The bytes of the workbook (XLSX). Text that a spreadsheet would take for a formula is made harmless. */
export async function workbook(data: ReportData): Promise<Uint8Array> {
  const say = words(data.language);
  const sheets = LEVELS.map((level) => ({
    sheet: say.levels[level]!,
    data: levelSheet(
      data,
      data.proposals.filter((proposal) => proposal.level === level),
      say,
    ),
    stickyRowsCount: 1,
    columns: [14, 34, 22, 11, 18, 13, 11, 48, 50, 30, 11, 40, 11, 40].map((width) => ({ width })),
  }));
  const about: SheetData = [
    [text(say.report), text(data.title)],
    [text(say.madeOn), text(data.date)],
    ...data.references.map((reference) => [text(reference.title), text(reference.source)]),
    [text(LOINC_NOTICE)],
  ];
  return writeXlsxFile([
    ...sheets,
    { sheet: say.references, data: about, columns: [{ width: 30 }, { width: 60 }] },
  ]).toBuffer();
}

function levelSheet(data: ReportData, proposals: readonly Proposal[], say: Words): SheetData {
  const columns = [
    say.code,
    say.label,
    say.exam,
    say.unit,
    say.specimen,
    say.method,
    say.band,
    say.confidenceShort,
    say.loinc,
    say.name,
    say.question,
    say.reasons,
    `${say.loinc} 2`,
    `${say.name} 2`,
    `${say.loinc} 3`,
    `${say.name} 3`,
  ];
  const rows = proposals.map((proposal) => {
    const facts = data.factsOf(proposal);
    const [best] = proposal.candidates;
    const reasons =
      best === undefined
        ? ""
        : AXES.map(
            (axis) =>
              `${say.axis[axis]} ${best.axes[axis].value || "—"} : ${say.verdict[best.axes[axis].verdict]} ${best.axes[axis].evidence}`,
          ).join(" ; ");
    const others = Array.from({ length: CHOICES - 1 }, (_, i) => proposal.candidates[i + 1]).flatMap((candidate) => [
      text(candidate?.loinc ?? ""),
      text(candidate?.name ?? ""),
    ]);
    return [
      text(proposal.code),
      text(proposal.label),
      text(facts.exams.join(", ")),
      text(facts.unit),
      text(facts.specimen),
      text(facts.method),
      text(say.bands[proposal.band]!),
      { value: proposal.confidence, type: Number, format: "0%" },
      text(best?.loinc ?? ""),
      text(best?.name ?? ""),
      text(proposal.question),
      text(reasons),
      ...others,
    ];
  });
  return [columns.map((title): CellObject => ({ value: title, type: String, fontWeight: "bold" })), ...rows];
}
