/** The main job: three files in, three files out, with reasons and a report. */
import { basename, resolve } from "node:path";
import { loadCatalogue } from "../../catalogue/load-catalogue.ts";
import type { ReadCatalogue } from "../../catalogue/read-catalogue.ts";
import type { FileKind } from "../../catalogue/types.ts";
import { STARTER_ADVICE } from "../../loinc/starter.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import { matchCatalogue } from "../../matching/match-catalogue.ts";
import type { Language } from "../../matching/phrases.ts";
import type { Proposal } from "../../matching/proposal.ts";
import { htmlReport } from "../../report/html-report.ts";
import { reportData } from "../../report/report-data.ts";
import { workbook } from "../../report/workbook.ts";
import { checkDecisions } from "../../transcoding/checks.ts";
import { tableOf, type Written } from "../../transcoding/decide.ts";
import { propositionLines } from "../../transcoding/propositions.ts";
import { sglCells } from "../../transcoding/sgl-cells.ts";
import { sglFile } from "../../transcoding/sgl-files.ts";
import type { NamePatterns } from "../../transcoding/sgl-names.ts";
import { writeAtomically } from "../../transcoding/write-atomically.ts";
import { EXIT } from "../exit-codes.ts";
import { groundsFor, loadModel, type Opened, openReleases } from "../open-matcher.ts";
import { printProblems } from "../problems-text.ts";
import { progressLine } from "../progress.ts";
import { mapSummary } from "../summary.ts";
import { VERSION } from "../version.ts";

export type MapOptions = {
  readonly out: string;
  readonly reference: readonly string[];
  readonly lang: Language;
  readonly json: boolean;
  readonly write: Written;
  readonly date?: string;
  readonly name4?: string;
  readonly name5?: string;
  readonly name6?: string;
  /** What is written where there is no LOINC code. */
  readonly empty: string;
};

/** Maps the catalogue in `inputs` and writes everything to `options.out`, all or nothing; exit code. */
export async function map(inputs: readonly string[], options: MapOptions): Promise<number> {
  const started = performance.now();
  const read = await loadCatalogue(inputs);
  const { catalogue } = read;
  if (catalogue.chapters.length + catalogue.exams.length + catalogue.analyses.length === 0) {
    printProblems(read.problems, options.lang);
    console.error(
      options.lang === "fr" ? "Rien à transcoder : rien n'a été écrit." : "Nothing to transcode: nothing was written.",
    );
    return EXIT.input;
  }
  const opened = await openReleases(options.reference, options.lang);
  const line = progressLine(options.lang === "fr" ? "Transcodage" : "Transcoding");
  const proposals = matchCatalogue(
    { ...groundsFor(opened.release, options.lang), model: loadModel() },
    catalogue,
    line.update,
  );
  line.done();

  const { files, findings, problems } = await outputs(inputs, read, opened, proposals, options);
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once("SIGINT", interrupt);
  try {
    await writeAtomically(resolve(options.out), files, interruption.signal);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    console.error(options.lang === "fr" ? "Interrompu : rien n'a été écrit." : "Interrupted: nothing was written.");
    return EXIT.interrupted;
  } finally {
    process.removeListener("SIGINT", interrupt);
  }

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
  options: MapOptions,
) {
  const table = tableOf(proposals, options.write);
  const findings = checkDecisions(table.decisions, opened.release);
  const today = new Date().toISOString().slice(0, 10);
  const date = options.date ?? today;
  const names: Partial<Record<FileKind, string>> = {
    chapters: options.name4,
    exams: options.name5,
    analyses: options.name6,
  } as Partial<NamePatterns>;
  const given = Object.fromEntries(
    Object.entries(names).filter(([, pattern]) => pattern !== undefined),
  ) as Partial<NamePatterns>;
  const cells = sglCells((level, code, parent) => table.get(level, code, parent), options.empty);
  const sgl = read.files.map((file) => sglFile(file, cells, { date, names: given }));
  const problems = [...read.problems, ...sgl.flatMap((file) => file.problems)];
  const data = reportData({
    title: inputs.map((input) => basename(resolve(input))).join(", "),
    date: today,
    language: options.lang,
    read,
    problems,
    proposals,
    findings,
    release: opened.release,
    starter: opened.starter,
    written: options.write,
    version: VERSION,
    measured: loadModel().measured,
  });
  const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content, "utf8") });
  const files = [
    ...sgl.map(({ name, bytes }) => ({ name, bytes })),
    text("propositions.jsonl", propositionLines(proposals)),
    text("rapport.html", htmlReport(data)),
    { name: "rapport.xlsx", bytes: await workbook(data) },
  ];
  return { files, findings, problems };
}
