import { loadCatalogue } from "../../catalogue/load-catalogue.ts";
import { groundsFor, loadModel } from "../../engine/open-matcher.ts";
import { AXES, LOINC_NOTICE } from "../../loinc/term.ts";
import { matchCatalogue } from "../../matching/match-catalogue.ts";
import type { Language } from "../../matching/phrases.ts";
import type { Proposal } from "../../matching/proposal.ts";
import { words } from "../../report/words.ts";
import { withOfficialLabels } from "../../transcoding/official-labels.ts";
import { EXIT } from "../exit-codes.ts";
import { matcherWith, openMemory } from "../open-memory.ts";
import { openReferences } from "../open-reference.ts";
import { printProblems } from "../problems-text.ts";

export type ExplainOptions = {
  readonly reference: readonly string[];
  readonly memory: readonly string[];
  readonly data?: string;
  readonly lang: Language;
  readonly json: boolean;
  readonly candidates: number;
};

/** Prints why an item of the catalogue gets its proposal; exit code. */
export async function explainRow(input: string, code: string, options: ExplainOptions): Promise<number> {
  const french = options.lang === "fr";
  const { catalogue, problems } = await loadCatalogue([input]);
  if (catalogue.analyses.length + catalogue.exams.length + catalogue.chapters.length === 0) {
    printProblems(problems, options.lang);
    return EXIT.input;
  }
  const memory = await openMemory(options.memory, options.lang);
  if (memory === undefined) return EXIT.input;
  printProblems(memory.problems, options.lang);
  const { release, companions } = await openReferences(options.reference, options.lang, options.data);
  const matcher = matcherWith({ ...groundsFor(release, options.lang), model: loadModel() }, memory.entries);
  const proposals = withOfficialLabels(
    matchCatalogue(matcher, catalogue).filter((proposal) => proposal.code === code),
    companions.french,
  );
  if (proposals.length === 0) {
    console.error(
      french
        ? `Aucune analyse, aucun examen ni chapitre n'a le code ${code} dans ${input}.`
        : `No analysis, exam or chapter of ${input} has the code ${code}.`,
    );
    return EXIT.usage;
  }
  if (options.json) console.log(JSON.stringify(proposals));
  else {
    for (const proposal of proposals) console.log(proposalText(proposal, options.candidates, options.lang));
    console.error(LOINC_NOTICE);
  }
  return EXIT.ok;
}

function proposalText(proposal: Proposal, count: number, language: Language): string {
  const say = words(language);
  const lines = [
    `${say.levels[proposal.level]} ${proposal.code} « ${proposal.label} » — ${say.bands[proposal.band]}, ${Math.round(100 * proposal.confidence)} %`,
  ];
  const known = (proposal.memory ?? []).map(({ words }) => words);
  // The question repeats what is known when it is about that.
  lines.push(...known.filter((line) => !proposal.question.includes(line)).map((line) => `  ${line}`));
  if (proposal.question !== "") lines.push(`  ${proposal.question}`);
  for (const { words: supposed, loinc, name } of proposal.alternatives ?? [])
    lines.push(`  ${supposed}${language === "fr" ? " : " : ": "}${loinc}  ${name}`);
  for (const candidate of proposal.candidates.slice(0, count)) {
    lines.push("", `  ${candidate.loinc}  ${candidate.name}  (${Math.round(100 * candidate.confidence)} %)`);
    for (const axis of AXES) {
      const reason = candidate.axes[axis];
      lines.push(
        `    ${say.axis[axis]!.padEnd(12)} ${(reason.value || "—").padEnd(34)} ${say.verdict[reason.verdict]!.padEnd(14)} ${reason.evidence}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}
