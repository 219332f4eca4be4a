/** Everything that is suspect in a mapping, worst first. Pure: the same table gives the same findings. */
import { findTerm, indexOfCode } from "../loinc/release.ts";
import { type Candidates, candidatesOf } from "../matching/candidates.ts";
import { judgeCode } from "../matching/judge-code.ts";
import { type Matcher, matchCatalogue, type Progress } from "../matching/match-catalogue.ts";
import { panelNames } from "../matching/panel-names.ts";
import type { Proposal } from "../matching/proposal.ts";
import { analysisRow, examRow, surroundingsOf } from "../matching/rows.ts";
import { type Scorer, scorerOf } from "../matching/score.ts";
import type { MappedRow, MappingTable } from "../tables/mapping.ts";
import type { AuditContext, Case, Judged } from "./case.ts";
import { type Finding, RULES, SEVERITIES } from "./finding.ts";
import { ROW_RULES, TABLE_RULES } from "./rules.ts";
import { supersede } from "./supersede.ts";

/** The matcher, and what else is known of LOINC. */
export type AuditGrounds = Pick<AuditContext, "wholeReference" | "replacements" | "circuit"> & {
  readonly matcher: Matcher;
};

export type Audit = {
  /** Worst first: by severity, then by rule, then as in the table. */
  readonly findings: readonly Finding[];
  /** Items with a code, and without. */
  readonly coded: number;
  readonly uncoded: number;
};

/** The findings on `table`. */
export function auditTable(grounds: AuditGrounds, table: MappingTable, progress?: Progress): Audit {
  const { matcher } = grounds;
  const context: AuditContext = {
    engine: matcher.engine,
    release: matcher.engine.index.release,
    language: matcher.language,
    wholeReference: grounds.wholeReference,
    replacements: grounds.replacements,
    circuit: grounds.circuit,
  };
  const coded = table.rows.filter(({ loinc }) => loinc !== "");
  const cases = casesOf(matcher, table, coded, progress);
  const findings = [
    ...cases.flatMap((row) =>
      ROW_RULES.flatMap((rule): Finding[] => {
        const remark = rule(row, context);
        return remark === undefined ? [] : [{ ...remark, row: row.mapped }];
      }),
    ),
    ...TABLE_RULES.flatMap((rule) => rule(cases, context)),
  ];
  const kept = supersede(findings).sort(worstFirst(new Map(coded.map((row, i) => [row, i]))));
  const items = new Set(coded.map(keyOf));
  return { findings: kept, coded: items.size, uncoded: table.rows.length - coded.length };
}

function casesOf(matcher: Matcher, table: MappingTable, coded: readonly MappedRow[], progress?: Progress): Case[] {
  const { catalogue } = table;
  const { release } = matcher.engine.index;
  const around = surroundingsOf(catalogue);
  const analyses = new Map(catalogue.analyses.map((analysis) => [analysis.code, analysis]));
  const exams = new Map(catalogue.exams.map((exam) => [exam.code, exam]));
  const proposals = new Map(matchCatalogue(matcher, catalogue, progress).map((one) => [proposalKey(one), one]));
  const scorer = scorerOf(matcher.engine, matcher.model);
  return coded.map((mapped): Case => {
    const analysis = mapped.level === "analysis" ? analyses.get(mapped.code) : undefined;
    const exam = mapped.level === "exam" ? exams.get(mapped.code) : undefined;
    return {
      mapped,
      term: findTerm(release, mapped.loinc),
      proposal: proposals.get(keyOf(mapped)),
      judged:
        analysis &&
        judgedOf(matcher, scorer, candidatesOf(matcher.engine, analysisRow(around, analysis)), mapped.loinc),
      members: exam?.analyses.length ?? 0,
      named:
        exam !== undefined &&
        isNamed(matcher, scorer, candidatesOf(matcher.engine, examRow(around, exam)), mapped.loinc),
      siblings: (analysis?.exams ?? []).flatMap((code) =>
        (exams.get(code)?.analyses ?? []).flatMap((member) => {
          const other = member === mapped.code ? undefined : analyses.get(member);
          return other === undefined ? [] : [other.label, other.unit, other.specimen, other.time];
        }),
      ),
    };
  });
}

function judgedOf(matcher: Matcher, scorer: Scorer, pool: Candidates, loinc: string): Judged {
  const { release } = matcher.engine.index;
  const judge = (code: string) => {
    const term = indexOfCode(release, code);
    return term < 0 ? undefined : judgeCode(matcher, pool, scorer, term);
  };
  const given = judge(loinc);
  const scores = scorer(pool);
  const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const behind = given === undefined || scores.length === 0 ? undefined : Math.max(0, best - given.score);
  return { reading: pool.reading, facts: pool.facts, given, behind, judge };
}

/** Share of a name's words that a component explains: below, it is not what the name says. */
const UNNAMED = 0.34;

function isNamed(matcher: Matcher, scorer: Scorer, pool: Candidates, loinc: string): boolean {
  const term = indexOfCode(matcher.engine.index.release, loinc);
  const { label, synonym } = pool.reading.row;
  // the name of a panel is not that of one of its analyses
  const panel = [...panelNames(matcher.engine, [label, synonym]).values()].includes("whole");
  if (term < 0 || panel) return false;
  const { match } = judgeCode(matcher, pool, scorer, term);
  return match.exact > 0 || Math.max(match.label, match.synonym) >= UNNAMED;
}

function keyOf({ level, parent, code }: Pick<MappedRow, "level" | "parent" | "code">): string {
  return `${level}\t${parent}\t${code}`;
}

function proposalKey({ level, parent, code }: Proposal): string {
  return keyOf({ level, parent: parent ?? "", code });
}

function worstFirst(places: ReadonlyMap<MappedRow, number>): (a: Finding, b: Finding) => number {
  return (a, b) =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    RULES.indexOf(a.rule) - RULES.indexOf(b.rule) ||
    (b.replacement?.confidence ?? 0) - (a.replacement?.confidence ?? 0) ||
    places.get(a.row)! - places.get(b.row)!;
}
