/** What the table says of each record: the cells that are written after it. */
import type { ItemKey, SourceRecord } from "../catalogue/source-file.ts";

/** The code and label that an item was given; a code that is empty, or no answer, means that it has none. */
export type CodeOf = (
  level: ItemKey["level"],
  code: string,
  parent: string,
) => { readonly loinc: string; readonly name: string } | undefined;

/**
 * The cells to write after a record: code and label of each of its items. `noLoinc` stands in the place of the code of
 * an item that has none (by default nothing does); what is no item at all (a chapter row without sub-chapter, a row
 * that was refused) is left empty.
 */
export function sglCells(codeOf: CodeOf, noLoinc = ""): (record: SourceRecord) => readonly string[] {
  return (record) =>
    record.items.flatMap((item) => {
      if (item === undefined) return ["", ""];
      const found = codeOf(item.level, item.code, item.parent);
      return found === undefined || found.loinc === "" ? [noLoinc, ""] : [found.loinc, found.name];
    });
}
