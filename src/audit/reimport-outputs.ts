/** The comparison of two catalogues for a terminal, a spreadsheet and programs. */
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import type { ItemStatus } from "../catalogue/diff.ts";
import { LOINC_NOTICE } from "../loinc/term.ts";
import type { Language } from "../matching/phrases.ts";
import { text, titles } from "../report/cell-text.ts";
import { words } from "../report/words.ts";
import type { Fate, Reimported } from "./reimport.ts";
import { reimportWords } from "./reimport-words.ts";

export type Comparison = {
  readonly before: string;
  readonly after: string;
  readonly items: readonly Reimported[];
  /** Whether the old folder held decisions. */
  readonly decided: boolean;
};

const STATUSES: readonly ItemStatus[] = ["added", "removed", "changed", "same"];
const LEVELS = ["chapter", "subchapter", "exam", "analysis"] as const;

/** Counts by level, then one line a change; unchanged rows are only counted. */
export function comparisonTable({ items, decided }: Comparison, language: Language): string {
  const say = reimportWords(language);
  const names = words(language);
  const colon = language === "fr" ? " : " : ": ";
  const counted = (fate: Fate): number =>
    items.filter((item) => item.fate === fate && item.decision !== undefined).length;
  const head = `${"".padEnd(16)}${STATUSES.map((status) => say.counts[status].padStart(12)).join("")}`;
  const rows = LEVELS.map((level) => {
    const cells = STATUSES.map(
      (status) => items.filter((item) => item.key.level === level && item.status === status).length,
    );
    return `${names.levels[level]!.padEnd(16)}${cells.map((count) => String(count).padStart(12)).join("")}`;
  });
  const changed = items.filter(({ status }) => status !== "same");
  return [
    head,
    ...rows,
    "",
    decided
      ? `${say.decisions}${colon}${counted("keep")} ${say.decisionsKept}, ${counted("again")} ${say.decisionsAgain}, ${counted("lost")} ${say.decisionsLost}`
      : say.noDecisions,
    "",
    ...(changed.length === 0 ? [say.nothing] : changed.flatMap((item) => changeLines(item, language))),
  ].join("\n");
}

function changeLines(item: Reimported, language: Language): string[] {
  const say = reimportWords(language);
  const { key, label, status, changes, decision, formerly } = item;
  const fate = decision === undefined ? "" : ` [${decision.loinc || "—"} ${say.fates[item.fate]}]`;
  const was = formerly === undefined ? "" : ` (${say.formerly} ${formerly.code})`;
  const sign = { added: "+", removed: "-", changed: "~", same: " " }[status];
  return [
    `${sign} ${words(language).item[key.level]} ${key.code} « ${label} »${was}${fate}`,
    ...changes.map(
      ({ field, from, to, weight }) =>
        `    ${say.fields[field] ?? field} : « ${from} » → « ${to} » (${say.weights[weight]})`,
    ),
  ];
}

/** One sheet of changes (one line a changed field), one of all rows with their decisions. */
export async function comparisonWorkbook(comparison: Comparison, language: Language): Promise<Uint8Array> {
  const say = reimportWords(language);
  const names = words(language);
  const changes: SheetData = [
    titles([
      say.level,
      say.code,
      say.label,
      say.status,
      say.field,
      say.from,
      say.to,
      say.weight,
      say.fate,
      say.loinc,
      say.name,
    ]),
    ...comparison.items.flatMap((item) => {
      if (item.status === "same") return [];
      const told = item.changes.length > 0 ? item.changes : [undefined];
      return told.map((change) => [
        text(names.item[item.key.level]!),
        text(item.key.code),
        text(item.label),
        text(say.statuses[item.status]),
        text(
          change === undefined
            ? item.formerly === undefined
              ? ""
              : say.formerly
            : (say.fields[change.field] ?? change.field),
        ),
        text(change?.from ?? item.formerly?.code ?? ""),
        text(change?.to ?? ""),
        text(change === undefined ? "" : say.weights[change.weight]),
        text(fateText(item, comparison.decided, language)),
        text(item.decision?.loinc ?? ""),
        text(item.decision?.name ?? ""),
      ]);
    }),
  ];
  const all: SheetData = [
    titles([say.level, say.code, say.label, say.status, say.fate, say.loinc, say.name]),
    ...comparison.items.map((item) => [
      text(names.item[item.key.level]!),
      text(item.key.code),
      text(item.label),
      text(say.statuses[item.status]),
      text(fateText(item, comparison.decided, language)),
      text(item.decision?.loinc ?? ""),
      text(item.decision?.name ?? ""),
    ]),
    [text(LOINC_NOTICE)],
  ];
  const widths = (list: readonly number[]) => list.map((width) => ({ width }));
  return writeXlsxFile([
    {
      sheet: say.counts.changed,
      data: changes,
      stickyRowsCount: 1,
      columns: widths([14, 14, 34, 12, 18, 30, 30, 18, 12, 11, 40]),
    },
    { sheet: say.decisions, data: all, stickyRowsCount: 1, columns: widths([14, 14, 34, 12, 12, 11, 40]) },
  ]).toBuffer();
}

function fateText(item: Reimported, decided: boolean, language: Language): string {
  return decided ? reimportWords(language).fates[item.fate] : "";
}

/** One object: counts, and every item that is not the same, or whose decision must be looked at. */
export function comparisonJson({ before, after, items, decided }: Comparison): string {
  const count = (status: ItemStatus): number => items.filter((item) => item.status === status).length;
  const fates = (fate: Fate): number =>
    items.filter((item) => item.fate === fate && item.decision !== undefined).length;
  const content = {
    before,
    after,
    counts: Object.fromEntries(STATUSES.map((status) => [status, count(status)])),
    ...(decided ? { decisions: { keep: fates("keep"), again: fates("again"), lost: fates("lost") } } : {}),
    items: items
      .filter(({ status }) => status !== "same")
      .map(({ key, label, status, changes, again, formerly, decision, fate }) => ({
        level: key.level,
        code: key.code,
        ...(key.parent === "" ? {} : { parent: key.parent }),
        label,
        status,
        again,
        changes,
        ...(formerly === undefined ? {} : { formerly: formerly.code }),
        ...(decided ? { fate } : {}),
        ...(decision === undefined ? {} : { loinc: decision.loinc, name: decision.name }),
      })),
    ...(decided ? { notice: LOINC_NOTICE } : {}),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
