/** Finds what is suspect in a mapping that exists already. */
import { basename, resolve } from "node:path";
import { auditTable } from "../../audit/audit.ts";
import { type AuditData, rowsAt } from "../../audit/audit-data.ts";
import { auditHtml } from "../../audit/audit-html.ts";
import { auditJson } from "../../audit/audit-json.ts";
import { auditSummary } from "../../audit/audit-summary.ts";
import { auditWorkbook } from "../../audit/audit-workbook.ts";
import { type AuditSeverity, SEVERITIES } from "../../audit/finding.ts";
import { groundsFor, loadModel } from "../../engine/open-matcher.ts";
import { VERSION } from "../../engine/version.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { formKey } from "../../lexicon/tokens.ts";
import { STARTER_ADVICE } from "../../loinc/starter.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import type { Language } from "../../matching/phrases.ts";
import type { Readers } from "../../tables/column-facts.ts";
import type { ChosenColumns } from "../../tables/columns.ts";
import { loadMapping } from "../../tables/load-mapping.ts";
import { EXIT } from "../exit-codes.ts";
import { openReferences } from "../open-reference.ts";
import { printProblems } from "../problems-text.ts";
import { progressLine } from "../progress.ts";
import { today } from "../today.ts";
import { writeOutputs } from "../write-outputs.ts";

export type AuditOptions = {
  readonly reference: readonly string[];
  readonly data?: string;
  readonly lang: Language;
  readonly json: boolean;
  readonly out?: string;
  /** From which severity on the exit code is 1. */
  readonly failOn: AuditSeverity | "never";
  readonly sheet?: string;
  readonly columns: ChosenColumns;
};

/** Prints what is suspect in the mapping in `inputs`, and writes it whole to `options.out`; exit code. */
export async function audit(inputs: readonly string[], options: AuditOptions): Promise<number> {
  const { release, starter, companions } = await openReferences(options.reference, options.lang, options.data);
  const grounds = groundsFor(release, options.lang);
  const readers = readersOf(grounds.engine.binding.lexicon);
  const table = await loadMapping(inputs, { columns: options.columns, readers, sheet: options.sheet });
  if (table.rows.length === 0) {
    printProblems(table.problems, options.lang);
    return EXIT.input;
  }
  const { replacements, circuit } = companions;
  const line = progressLine(options.lang === "fr" ? "Audit" : "Audit");
  const found = auditTable(
    { matcher: { ...grounds, model: loadModel() }, wholeReference: !starter, replacements, circuit: circuit?.all },
    table,
    line.update,
  );
  line.done();
  const data: AuditData = {
    title: inputs.map((input) => basename(resolve(input))).join(", "),
    date: today(),
    version: VERSION,
    language: options.lang,
    table,
    audit: found,
    release,
    wholeReference: !starter,
  };
  if (options.out !== undefined) {
    const failed = await writeOutputs(options.out, await outputs(data), options.lang);
    if (failed !== undefined) return failed;
  }
  printProblems(table.problems, options.lang);
  if (options.json) process.stdout.write(auditJson(data));
  else {
    console.log(auditSummary(data));
    if (options.out !== undefined)
      console.log(`\n${options.lang === "fr" ? "Écrit dans" : "Written to"} ${options.out} : ${FILES.join(", ")}`);
    if (starter) console.error(STARTER_ADVICE[options.lang]);
    console.error(LOINC_NOTICE);
  }
  return exitOf(data, options.failOn);
}

const FILES = ["audit.html", "audit.xlsx", "audit.json"] as const;

async function outputs(data: AuditData) {
  return [
    { name: FILES[0], bytes: Buffer.from(auditHtml(data), "utf8") },
    { name: FILES[1], bytes: await auditWorkbook(data) },
    { name: FILES[2], bytes: Buffer.from(auditJson(data), "utf8") },
  ];
}

/** A table of which a part could not be read is not clean either. */
function exitOf({ audit: { findings }, table }: AuditData, failOn: AuditOptions["failOn"]): number {
  if (failOn === "never") return EXIT.ok;
  const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const failing = counted.some((severity) => rowsAt(findings, severity).length > 0);
  return failing || table.problems.some(({ severity }) => severity === "error") ? EXIT.warnings : EXIT.ok;
}

/** What the lexicon knows as a unit or a specimen, to tell what columns hold. */
function readersOf(lexicon: Lexicon): Readers {
  return {
    isUnit: (cell) => lexicon.units.read(cell) !== undefined,
    isSpecimen(cell) {
      const key = formKey(cell);
      return lexicon.shortSpecimens.has(key) || (lexicon.forms.get(key) ?? []).some(({ kind }) => kind === "specimen");
    },
  };
}
