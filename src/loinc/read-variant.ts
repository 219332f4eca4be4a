import type { Readable } from "node:stream";
import { isLoincCode } from "./code.ts";
import { namedRows, type TableShape } from "./named-rows.ts";
import type { AxisValues } from "./term.ts";

/** A linguistic variant of the official archive, such as frFR18LinguisticVariant.csv. */
export const VARIANT_TABLE: TableShape = {
  what: "une variante linguistique",
  required: ["LOINC_NUM", "COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP"],
};

/** One term in another language; what was not translated is empty. */
export type VariantRow = AxisValues & {
  readonly code: string;
  readonly longName: string;
  /** RELATEDNAMES2: synonyms separated by `;`. */
  readonly related: string;
};

/** The rows of a linguistic variant. `onBadCode` is told the line of each row without a LOINC code. */
export async function* readVariant(stream: Readable, onBadCode: (line: number) => void): AsyncGenerator<VariantRow> {
  for await (const { line, cells } of namedRows(stream, VARIANT_TABLE)) {
    const cell = (name: string): string => cells[name]?.trim() ?? "";
    const code = cell("LOINC_NUM");
    if (!isLoincCode(code)) onBadCode(line);
    else
      yield {
        code,
        component: cell("COMPONENT"),
        property: cell("PROPERTY"),
        time: cell("TIME_ASPCT"),
        system: cell("SYSTEM"),
        scale: cell("SCALE_TYP"),
        method: cell("METHOD_TYP"),
        longName: cell("LinguisticVariantDisplayName") || cell("LONG_COMMON_NAME"),
        related: cell("RELATEDNAMES2"),
      };
  }
}
