import { counted } from "../catalogue/problems.ts";
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
    ...memoryLine(summary.proposals, french),
    summary.findings.length === 0
      ? say.checksNone(summary.circuit)
      : `${say.checks}${colon}${summary.findings.length} (rapport.html)`,
    ...(summary.written === "auto" ? [say.notWritten] : []),
    `${french ? "Écrit dans" : "Written to"} ${summary.out} (${summary.seconds.toLocaleString(language, { maximumFractionDigits: 1 })} s)${colon}${summary.files.join(", ")}`,
  ];
  return lines.join("\n");
}

/** How many items were decided earlier; nothing without a memory. */
function memoryLine(proposals: readonly Proposal[], french: boolean): string[] {
  const known = proposals.filter(({ memory }) => memory !== undefined);
  if (known.length === 0) return [];
  const first = known.filter(({ candidates }) => candidates[0]?.memory?.agreement === "exact");
  const lot = first.filter(({ band }) => band === "auto").length;
  const aside = known.filter(({ memory }) => memory!.some(({ obstacle }) => obstacle !== undefined)).length;
  const alike = known.filter(({ memory }) => memory![0]!.agreement === "partial").length;
  return [
    french
      ? `Décisions connues : ${counted(first.length, "ligne déjà codée", "lignes déjà codées")} (dont ${lot} à signer en lot) ; proches d'une ligne codée : ${alike} ; avec un code écarté : ${aside}`
      : `Known decisions: ${first.length} rows already coded (${lot} to sign as a lot); rows like a coded one: ${alike}; with a code set aside: ${aside}`,
  ];
}
