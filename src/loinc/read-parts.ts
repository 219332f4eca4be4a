import type { Readable } from "node:stream";
import { namedRows, type TableShape } from "./named-rows.ts";

/** Part.csv of the official archive. */
export const PARTS_TABLE: TableShape = {
  what: "une table des parties (Part.csv)",
  required: ["PartNumber", "PartTypeName", "PartName", "PartDisplayName"],
};

/** Component → the name that LOINC displays for it, where they differ. */
export type PartNames = ReadonlyMap<string, string>;

/** The display names of components that Part.csv holds. */
export async function readParts(stream: Readable): Promise<PartNames> {
  const names = new Map<string, string>();
  for await (const { cells } of namedRows(stream, PARTS_TABLE)) {
    const name = cells.PartName?.trim() ?? "";
    const display = cells.PartDisplayName?.trim() ?? "";
    const differs = display !== "" && display.toLowerCase() !== name.toLowerCase();
    if (cells.PartTypeName === "COMPONENT" && name !== "" && differs) names.set(name, display);
  }
  return names;
}
