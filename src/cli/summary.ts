import type { Release } from "../loinc/release.ts";
import type { Language } from "../matching/phrases.ts";
import type { Band, Proposal } from "../matching/proposal.ts";
import type { Level } from "../matching/row.ts";
import { words } from "../report/words.ts";
import type { Finding } from "../transcoding/checks.ts";
import type { Written } from "../transcoding/decide.ts";

export type MapSummary = {
  readonly proposals: readonly Proposal[];
  readonly findings: readonly Finding[];
  readonly files: readonly string[];
  readonly out: string;
  readonly seconds: number;
  readonly release: Release;
  readonly starter: boolean;
  /** Whether the codes were checked against *Circuit de la biologie*. */
  readonly circuit: boolean;
  readonly written: Written;
};

const LEVELS: readonly Level[] = ["chapter", "subchapter", "exam", "analysis"];
const BANDS: readonly Band[] = ["auto", "review", "none"];

/** What `map` did, for a terminal: a table of levels and bands, what was written and where. */
export function mapSummary(summary: MapSummary, language: Language): string {
  const say = words(language);
  const french = language === "fr";
  const head = `${"".padEnd(16)}${BANDS.map((band) => say.bands[band]!.padStart(18)).join("")}${"Total".padStart(9)}`;
  const rows = LEVELS.map((level) => {
    const proposals = summary.proposals.filter((proposal) => proposal.level === level);
    const cells = BANDS.map((band) => {
      const count = proposals.filter((proposal) => proposal.band === band).length;
      return `${count}${proposals.length === 0 ? "" : ` (${Math.round((100 * count) / proposals.length)} %)`}`.padStart(
        18,
      );
    });
    return `${say.levels[level]!.padEnd(16)}${cells.join("")}${String(proposals.length).padStart(9)}`;
  });
  const colon = french ? " : " : ": ";
  const lines = [
    `${french ? "Référence" : "Reference"}${colon}${summary.release.info.title}, ${summary.release.size.toLocaleString(language)} ${say.terms}`,
    "",
    head,
    ...rows,
    "",
    summary.findings.length === 0
      ? say.checksNone(summary.circuit)
      : `${say.checks}${colon}${summary.findings.length} (rapport.html)`,
    ...(summary.written === "auto" ? [say.notWritten] : []),
    `${french ? "Écrit dans" : "Written to"} ${summary.out} (${summary.seconds.toLocaleString(language, { maximumFractionDigits: 1 })} s)${colon}${summary.files.join(", ")}`,
  ];
  return lines.join("\n");
}
