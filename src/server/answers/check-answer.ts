import type { Database } from "../../workspace/database.ts";
import { listItems } from "../../workspace/list-items.ts";
import { rowKey } from "../../workspace/rows-of-catalogue.ts";
import type { Check } from "../../workspace/signoff.ts";
import { tableRowOf, transcodingTable } from "../../workspace/table.ts";
import type { Check as CheckAnswer } from "../schemas/overview.ts";

/** What `check` says of the decisions of a project, errors first. */
export async function checkAnswers(db: Database, project: string, check: Check): Promise<CheckAnswer[]> {
  const { items } = await listItems(db, project, { limit: 1_000_000 });
  const byKey = new Map(items.map((item) => [rowKey(item), item]));
  return check(transcodingTable(items.map((item) => tableRowOf(item))).decisions)
    .map(({ rule, severity, decision, message }) => {
      const { level, code, parent, loinc } = decision;
      const item = byKey.get(rowKey(decision));
      return { rule, severity, item: item?.id ?? null, level, parent, code, label: item?.label ?? "", loinc, message };
    })
    .sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}
