import { isLoincCode } from "./code.ts";
import type { TableShape } from "./named-rows.ts";
import { STATUSES, type Status, type Term, USES, type Use } from "./term.ts";

/** Loinc.csv, and the columns without which a file is none. */
export const LOINC_TABLE: TableShape = {
  what: "une table LOINC",
  required: ["LOINC_NUM", "COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP"],
};

/** The term that a row of Loinc.csv holds, or `undefined` when its code is not a LOINC code. Unknown statuses and uses read as empty. */
export function termOfRow(row: Readonly<Record<string, string | undefined>>): Term | undefined {
  const cell = (name: string): string => row[name]?.trim() ?? "";
  const code = cell("LOINC_NUM");
  if (!isLoincCode(code)) return undefined;
  return {
    code,
    component: cell("COMPONENT"),
    property: cell("PROPERTY"),
    time: cell("TIME_ASPCT"),
    system: cell("SYSTEM"),
    scale: cell("SCALE_TYP"),
    method: cell("METHOD_TYP"),
    class: cell("CLASS"),
    status: member(STATUSES, cell("STATUS")) as Status,
    use: member(USES, cell("ORDER_OBS")) as Use,
    rank: Number(cell("COMMON_TEST_RANK")) || 0,
    units: cell("EXAMPLE_UCUM_UNITS"),
    shortName: cell("SHORTNAME"),
    longName: cell("LONG_COMMON_NAME"),
    related: cell("RELATEDNAMES2"),
    french: cell("french"),
  };
}

function member(list: readonly string[], value: string): string {
  return list.includes(value) ? value : "";
}
