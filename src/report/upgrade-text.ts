/** The report on a change of references as text for a terminal. */
import { changeCounts, type UpgradeData } from "./upgrade-data.ts";
import { changeText, insteadTexts, upgradeWords } from "./upgrade-words.ts";
import { words } from "./words.ts";

/** Both sides, counts, then each touched row with its changes under it. */
export function upgradeText(data: UpgradeData): string {
  const say = upgradeWords(data.language);
  const { item } = words(data.language);
  const titles = (references: UpgradeData["to"]): string => references.map(({ title }) => title).join(", ");
  const rows = data.touched.flatMap(({ row, changes }) => [
    "",
    `${item[row.level]} ${row.code} « ${row.label} »  ${row.loinc || "—"} ${row.name}`.trimEnd(),
    ...changes.flatMap((change) => [
      `  • ${changeText(change, row, say)}`,
      ...insteadTexts(change).map((text) => `      → ${text}`),
    ]),
  ]);
  return [
    `${say.from.padEnd(20)} ${[...(data.earlier ? [] : [say.unknown]), ...data.from.map(({ title }) => title)].join(", ")}`,
    `${say.to.padEnd(20)} ${titles(data.to)}`,
    "",
    data.touched.length === 0 ? say.nothing : say.touched(data.touched.length, data.rows, data.coded),
    ...changeCounts(data.touched).map(([kind, count]) => `${String(count).padStart(6)}  ${say.kinds[kind]}`),
    ...rows,
    ...(data.touched.length === 0 ? [] : ["", say.unchanged]),
  ].join("\n");
}
