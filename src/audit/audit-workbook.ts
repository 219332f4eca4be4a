/** The audit for a spreadsheet: one line a finding, worst first; the rules; what was read. */
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { LOINC_NOTICE } from "../loinc/term.ts";
import { text, titles } from "../report/cell-text.ts";
import { words as reportWords } from "../report/words.ts";
import { type AuditData, factsOf, ruleCounts } from "./audit-data.ts";
import { auditWords, ruleTitle } from "./words.ts";

/** The bytes of the workbook (XLSX). */
export async function auditWorkbook(data: AuditData): Promise<Uint8Array> {
  const say = auditWords(data.language);
  return writeXlsxFile([
    {
      sheet: say.sheetFindings,
      data: findingsSheet(data),
      stickyRowsCount: 1,
      columns: [12, 20, 12, 14, 34, 12, 18, 16, 11, 40, 60, 30, 11, 50, 11, 30, 8].map((width) => ({ width })),
    },
    { sheet: say.sheetRules, data: rulesSheet(data), columns: [16, 22, 60, 8].map((width) => ({ width })) },
    { sheet: say.sheetAbout, data: aboutSheet(data), columns: [30, 90].map((width) => ({ width })) },
  ]).toBuffer();
}

function findingsSheet({ audit, table, language }: AuditData): SheetData {
  const say = auditWords(language);
  const names = reportWords(language);
  const facts = factsOf(table);
  const head = [
    say.severity,
    say.rule,
    say.level,
    say.code,
    say.label,
    say.unit,
    say.specimen,
    say.technique,
    say.loinc,
    say.name,
    say.reason,
  ];
  const rows = audit.findings.map(({ row, rule, severity, axis, reason, words, replacement }) => {
    const { unit, specimen, method } = facts(row);
    return [
      text(say.severities[severity]),
      text(rule),
      text(names.item[row.level]!),
      text(row.shown),
      text(row.label),
      text(unit),
      text(specimen),
      text(method),
      text(row.loinc),
      text(row.name),
      text(reason),
      text(words),
      text(replacement?.loinc ?? ""),
      text(replacement?.name ?? ""),
      replacement?.confidence === undefined ? text("") : { value: replacement.confidence, type: Number, format: "0%" },
      text(row.file),
      { value: row.line, type: Number },
      text(axis === "" ? "" : names.axis[axis]!),
    ];
  });
  const tail = [say.words, say.replacement, say.replacementName, say.confidence, say.file, say.line, say.axis];
  return [titles([...head, ...tail]), ...rows];
}

function rulesSheet({ audit, language }: AuditData): SheetData {
  const say = auditWords(language);
  const rows = ruleCounts(audit.findings).map(({ rule, severity, count }) => [
    text(say.severities[severity]),
    text(rule),
    text(ruleTitle(rule, language)),
    { value: count, type: Number },
  ]);
  return [titles([say.severity, say.rule, say.what, say.count]), ...rows];
}

function aboutSheet({ title, date, table, audit, release, wholeReference, language }: AuditData): SheetData {
  const say = auditWords(language);
  return [
    [text(say.report), text(title)],
    [text(say.madeOn), text(date)],
    [text(say.coded), { value: audit.coded, type: Number }],
    [text(say.uncoded), { value: audit.uncoded, type: Number }],
    [text(release.info.title), text(wholeReference ? release.info.source : say.extract)],
    ...table.columns.map(([field, heading]) => [text(`${say.columns} : ${field}`), text(heading)]),
    ...table.problems.map(({ code, message }) => [text(code), text(message)]),
    [text(say.method)],
    [text(LOINC_NOTICE)],
  ];
}
