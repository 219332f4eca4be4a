/** The value set *Circuit de la biologie*: its tabs, whose layout varies. */
import type { Problem } from "../loinc/problem.ts";
import { eachCode } from "./biologie-fr.ts";
import { type Circuit, circuitOf } from "./companions.ts";
import { type FrenchNames, frenchNamesBuilder } from "./french-names.ts";
import { codeColumns, columnNamed, type Headed, wordsOf } from "./sheet-columns.ts";

type Tab = "exams" | "analyses" | "chapters";

/** Which tab a sheet or a heading names; `undefined` when it names none. */
export function tabOf(name: string): Tab | undefined {
  const words = wordsOf(name);
  if (/\bchapitres?\b/.test(words)) return "chapters";
  if (/\b(demandes?|prescriptions?|prescriptibles?|examens?)\b/.test(words)) return "exams";
  return /\b(resultats?|analyses?)\b/.test(words) ? "analyses" : undefined;
}

const WITHDRAWN = /inactif|inactive|supprim|obsolet|retir|perim|deprecat/;

/** The members that `tables` give, with the official labels that stand beside them, and what is wrong with their rows. */
export function readCircuit(tables: readonly Headed[]): {
  readonly circuit: Circuit;
  readonly names: FrenchNames;
  readonly problems: readonly Problem[];
} {
  const tabs = { exams: new Set<string>(), analyses: new Set<string>(), chapters: new Set<string>() };
  const others = new Set<string>();
  const names = frenchNamesBuilder();
  const problems: Problem[] = [];
  for (const table of tables) {
    const status = columnNamed(table, /\bstatut\b/, /\bstatus\b/);
    for (const column of codeColumns(table)) {
      const tab = tabOf(table.headings[column]!) ?? tabOf(table.sheet.name);
      const label = labelBeside(table, column);
      const found = eachCode(table, column, (code, row) => {
        if (status !== undefined && WITHDRAWN.test(wordsOf(row[status] ?? ""))) return;
        (tab === undefined ? others : tabs[tab]).add(code);
        if (label !== undefined) names.add({ code, label: row[label] ?? "" });
      });
      // a second column of codes may be empty in most rows
      problems.push(...(column === codeColumns(table)[0] ? found : []));
    }
  }
  return { circuit: circuitOf(tabs, others), names: names.build(), problems };
}

/** The label of the codes in `column`: the next column that is called one, before another column of codes. */
function labelBeside(table: Headed, column: number): number | undefined {
  const next = codeColumns(table).find((other) => other > column) ?? table.headings.length;
  const official = table.headings.findIndex(
    (heading, place) => place > column && place < next && /\blibelle\b.*\b(loinc|fr|francais|ref)\b/.test(heading),
  );
  if (official >= 0) return official;
  const any = table.headings.findIndex(
    (heading, place) => place > column && place < next && /\blibelle\b/.test(heading),
  );
  return any < 0 ? undefined : any;
}
