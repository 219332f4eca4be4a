import type { Readable } from "node:stream";
import { isLoincCode } from "./code.ts";
import { namedRows, type TableShape } from "./named-rows.ts";
import type { Panels } from "./panels.ts";

/** PanelsAndForms.csv of the official archive. */
export const PANELS_TABLE: TableShape = {
  what: "une table PanelsAndForms",
  required: ["ParentLoinc", "Loinc"],
};

/**
 * The members of the panels that PanelsAndForms.csv holds, in its order; the row by which a panel holds itself is no member. `onBadCode` is told the
 * line of each row that has no two LOINC codes.
 */
export async function readPanels(stream: Readable, onBadCode: (line: number) => void): Promise<Panels> {
  const panels = new Map<string, Set<string>>();
  for await (const { line, cells } of namedRows(stream, PANELS_TABLE)) {
    const panel = cells.ParentLoinc?.trim() ?? "";
    const member = cells.Loinc?.trim() ?? "";
    if (!isLoincCode(panel) || !isLoincCode(member)) onBadCode(line);
    else if (panel !== member) panels.set(panel, (panels.get(panel) ?? new Set()).add(member));
  }
  return new Map([...panels].map(([panel, members]) => [panel, [...members]]));
}
