/** The main job: three files in, three files out, with reasons and a report. */
import { basename, resolve } from "node:path";
import { loadCatalogue } from "../../catalogue/load-catalogue.ts";
import type { ReadCatalogue } from "../../catalogue/read-catalogue.ts";
import { groundsFor, loadModel, type Opened } from "../../engine/open-matcher.ts";
import { VERSION } from "../../engine/version.ts";
import type { ReleaseInfo } from "../../loinc/release.ts";
import { STARTER_ADVICE } from "../../loinc/starter.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import type { MeasuredModel } from "../../matching/model.ts";
import type { Language } from "../../matching/phrases.ts";
import type { Proposal } from "../../matching/proposal.ts";
import { htmlReport } from "../../report/html-report.ts";
import { reportData } from "../../report/report-data.ts";
import { workbook } from "../../report/workbook.ts";
import { checkNabm } from "../../transcoding/check-nabm.ts";
import { checkDecisions } from "../../transcoding/checks.ts";
import { tableOf, type Written } from "../../transcoding/decide.ts";
import { withOfficialLabels } from "../../transcoding/official-labels.ts";
import { propositionBytes } from "../../transcoding/propositions.ts";
import { sglCells } from "../../transcoding/sgl-cells.ts";
import { sglFile } from "../../transcoding/sgl-files.ts";
import { NAME_PATTERNS, type NamePatterns, sglFileName } from "../../transcoding/sgl-names.ts";
import { EXIT } from "../exit-codes.ts";
import { matchInThreads, workersFor } from "../match-in-threads.ts";
import { matcherWith, openMemory } from "../open-memory.ts";
import { openReferences } from "../open-reference.ts";
import { printProblems } from "../problems-text.ts";
import { progressLine } from "../progress.ts";
import { mapSummary } from "../summary.ts";
import { today } from "../today.ts";
import { writeOutputs } from "../write-outputs.ts";

export type MapOptions = {
  readonly out: string;
  readonly reference: readonly string[];
  /** Transcoding tables with decisions taken earlier. */
  readonly memory: readonly string[];
  readonly data?: string;
  readonly lang: Language;
  readonly json: boolean;
  readonly write: Written;
  readonly date?: string;
  readonly name4?: string;
  readonly name5?: string;
  readonly name6?: string;
  /** Threads that rank; 0 for none beside this one. By default as the catalogue is large. */
  readonly workers?: number;
  /** What is written where there is no LOINC code. */
  readonly empty: string;
};

/** Maps the catalogue in `inputs` and writes everything to `options.out`, all or nothing; exit code. */
export async function map(inputs: readonly string[], options: MapOptions): Promise<number> {
  const started = performance.now();
  const twice = nameGivenTwice(options);
  if (twice !== undefined) {
    console.error(
      options.lang === "fr"
        ? `Deux fichiers de sortie auraient le nom ${twice} : changez --name-4, --name-5 ou --name-6.`
        : `Two output files would be named ${twice}: change --name-4, --name-5 or --name-6.`,
    );
    return EXIT.usage;
  }
  const read = await loadCatalogue(inputs);
  const { catalogue } = read;
  if (catalogue.chapters.length + catalogue.exams.length + catalogue.analyses.length === 0) {
    printProblems(read.problems, options.lang);
    console.error(
      options.lang === "fr" ? "Rien à transcoder : rien n'a été écrit." : "Nothing to transcode: nothing was written.",
    );
    return EXIT.input;
  }
  const memory = await openMemory(options.memory, options.lang);
  if (memory === undefined) return EXIT.input;
  const opened = await openReferences(options.reference, options.lang, options.data);
  const line = progressLine(options.lang === "fr" ? "Transcodage" : "Transcoding");
  const model = loadModel();
  const matcher = matcherWith({ ...groundsFor(opened.release, options.lang), model }, memory.entries);
  const workers = options.workers ?? workersFor(catalogue);
  const matched = await matchInThreads(matcher, catalogue, workers, line.update);
  const proposals = withOfficialLabels(matched, opened.companions.french);
  line.done();

  const known = { ...read, problems: [...read.problems, ...memory.problems] };
  const { files, findings, problems } = await outputs(inputs, known, opened, proposals, model.measured, options);
  const failed = await writeOutputs(options.out, files, options.lang);
  if (failed !== undefined) return failed;

  printProblems(problems, options.lang);
  const seconds = (performance.now() - started) / 1000;
  const summary = {
    proposals,
    findings,
    files: files.map((file) => file.name),
    out: options.out,
    seconds,
    release: opened.release,
    starter: opened.starter,
    circuit: opened.companions.circuit !== undefined,
    written: options.write,
  };
  console.log(
    options.json
      ? JSON.stringify({ ...summary, proposals: undefined, release: opened.release.info, problems })
      : mapSummary(summary, options.lang),
  );
  if (!options.json) {
    if (opened.starter) console.error(STARTER_ADVICE[options.lang]);
    console.error(LOINC_NOTICE);
  }
  return problems.length > 0 || findings.length > 0 ? EXIT.warnings : EXIT.ok;
}

async function outputs(
  inputs: readonly string[],
  read: ReadCatalogue,
  opened: Opened,
  proposals: readonly Proposal[],
  measured: MeasuredModel["measured"],
  options: MapOptions,
) {
  const table = tableOf(proposals, options.write);
  const { circuit, nabm } = opened.companions;
  const findings = [
    ...checkDecisions(table.decisions, opened.release, circuit?.all),
    ...checkNabm(table.decisions, read.catalogue, opened.release, nabm),
  ];
  const cells = sglCells((level, code, parent) => table.get(level, code, parent), options.empty);
  const naming = { date: options.date ?? today(), names: patternsOf(options) };
  const sgl = read.files.map((file) => sglFile(file, cells, naming));
  const problems = [...opened.problems, ...read.problems, ...sgl.flatMap((file) => file.problems)];
  const data = reportData({
    title: inputs.map((input) => basename(resolve(input))).join(", "),
    date: today(),
    language: options.lang,
    read,
    problems,
    proposals,
    findings,
    release: opened.release,
    valueSets: valueSetsOf(opened),
    circuit: circuit !== undefined,
    notices: opened.companions.notices,
    starter: opened.starter,
    written: options.write,
    version: VERSION,
    measured,
  });
  const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content, "utf8") });
  const files = [
    ...sgl.map(({ name, bytes }) => ({ name, bytes })),
    { name: REPORTS[0], bytes: propositionBytes(proposals) },
    text(REPORTS[1], htmlReport(data)),
    { name: REPORTS[2], bytes: await workbook(data) },
  ];
  return { files, findings, problems };
}

/** What was used beside the release. */
function valueSetsOf({ facts }: Opened): ReleaseInfo[] {
  return facts
    .filter(({ kind }) => kind !== "loinc")
    .map(({ title, version, sources }) => ({ title, version, source: sources.join(", ") }));
}

const REPORTS = ["propositions.jsonl", "rapport.html", "rapport.xlsx"] as const;

function patternsOf({ name4, name5, name6 }: MapOptions): NamePatterns {
  return {
    chapters: name4 ?? NAME_PATTERNS.chapters,
    exams: name5 ?? NAME_PATTERNS.exams,
    analyses: name6 ?? NAME_PATTERNS.analyses,
  };
}

/** A name that two output files would have, whatever the case of its letters; `undefined` when there is none. */
function nameGivenTwice(options: MapOptions): string | undefined {
  const date = options.date ?? today();
  const names = [...Object.values(patternsOf(options)).map((pattern) => sglFileName(pattern, date)), ...REPORTS];
  const folded = names.map((name) => name.toLowerCase());
  return names.find((_, i) => folded.indexOf(folded[i]!) !== i);
}
