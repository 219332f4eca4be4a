/** The report on a change of references as a workbook: one line for each change of each row. */
import writeXlsxFile, { type CellObject } from "write-excel-file/node";
import { LOINC_NOTICE } from "../loinc/term.ts";
import { text } from "./cell-text.ts";
import type { UpgradeData } from "./upgrade-data.ts";
import { changeText, insteadTexts, upgradeWords } from "./upgrade-words.ts";
import { words } from "./words.ts";

/** The bytes of the workbook (XLSX). */
export async function upgradeWorkbook(data: UpgradeData): Promise<Uint8Array> {
  const say = upgradeWords(data.language);
  const { item } = words(data.language);
  const columns = [say.level, say.code, say.label, say.loinc, say.name, say.change, say.instead, say.place];
  const rows = data.touched.flatMap(({ row, changes }) =>
    changes.map((change) =>
      [
        item[row.level]!,
        row.code,
        row.label,
        row.loinc,
        row.name,
        changeText(change, row, say),
        insteadTexts(change).join(" ; "),
        `${row.file}, ${say.line} ${row.line}`,
      ].map(text),
    ),
  );
  const about = [
    [say.table, data.title],
    ...data.from.map(({ title, source }) => [say.from, `${title} (${source})`]),
    ...(data.earlier ? [] : [[say.from, say.unknown]]),
    ...data.to.map(({ title, source }) => [say.to, `${title} (${source})`]),
    [say.unchanged],
    [LOINC_NOTICE],
  ];
  return writeXlsxFile([
    {
      sheet: say.title,
      data: [columns.map((value): CellObject => ({ value, type: String, fontWeight: "bold" })), ...rows],
      stickyRowsCount: 1,
      columns: [12, 14, 34, 11, 44, 60, 60, 44].map((width) => ({ width })),
    },
    { sheet: say.references, data: about.map((row) => row.map(text)), columns: [{ width: 24 }, { width: 80 }] },
  ]).toBuffer();
}
