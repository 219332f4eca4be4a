/** Rows that are told apart by unit, specimen or time, and yet hold one code; and twins in two units whose codes are swapped. */
import { sameWords } from "../../catalogue/spelling.ts";
import type { AuditContext, Case } from "../case.ts";
import type { Finding, Remark } from "../finding.ts";
import { knownReplacement, replacementFor } from "../replacement.ts";
import { say } from "../say.ts";

/** Findings on analyses that only show when rows are compared. */
export function twinFindings(cases: readonly Case[], context: AuditContext): Finding[] {
  const analyses = cases.filter(({ mapped, judged }) => mapped.level === "analysis" && judged?.given !== undefined);
  return [...swapped(analyses, context), ...sharing(analyses, context)];
}

/** Two rows of one label in two units, each with the code that the other's unit asks for. */
function swapped(cases: readonly Case[], context: AuditContext): Finding[] {
  return groups(cases, ({ judged }) => String(judged!.given!.match.base)).flatMap((group) =>
    pairs(group).flatMap(([a, b]) => {
      if (a.mapped.loinc === b.mapped.loinc || !sameRowInTwoUnits(a, b)) return [];
      if (unitFit(a, a, context) >= 0 || unitFit(b, b, context) >= 0) return [];
      if (unitFit(a, b, context) <= 0 || unitFit(b, a, context) <= 0) return [];
      return [swap(a, b, context), swap(b, a, context)];
    }),
  );
}

function sameRowInTwoUnits(a: Case, b: Case): boolean {
  return (
    sameWords(a.mapped.label, b.mapped.label) && a.judged!.reading.unit?.dimension !== b.judged!.reading.unit?.dimension
  );
}

/** How the unit of `row` fits the property of the code of `other`: above 0 it does, below it contradicts. */
function unitFit(row: Case, other: Case, { engine }: AuditContext): number {
  const number = engine.index.release.coded.property.ids[other.judged!.given!.term]!;
  const unit = row.judged!.reading.evidence.find(({ axis, source }) => axis === "property" && source === "unit");
  return unit?.fit[number] ?? 0;
}

function swap(row: Case, other: Case, context: AuditContext): Finding {
  const unit = row.judged!.reading.row.unit || row.judged!.reading.unit!.ucum;
  const remark: Remark = say(context, {
    rule: "twins-swapped",
    severity: "error",
    axis: "property",
    words: context.language === "fr" ? `unité « ${unit} »` : `unit “${unit}”`,
    fr: `Les codes de « ${row.mapped.shown} » et de « ${other.mapped.shown} », la même analyse en deux unités, sont intervertis.`,
    en: `The codes of “${row.mapped.shown}” and “${other.mapped.shown}”, one analysis in two units, are swapped.`,
    replacement: knownReplacement(context, other.mapped.loinc),
  });
  return { ...remark, row: row.mapped };
}

/** One code on rows of which each states what the other's statement excludes. The row that the code fits less gets the finding. */
function sharing(cases: readonly Case[], context: AuditContext): Finding[] {
  return groups(cases, ({ mapped }) => mapped.loinc).flatMap((group) => {
    const found = new Map<Case, Finding>();
    for (const [a, b] of pairs(group.slice(0, MOST_COMPARED))) {
      const told = toldApart(a, b);
      if (told === undefined) continue;
      const [row, other] = (a.judged!.behind ?? 0) > (b.judged!.behind ?? 0) ? [a, b] : [b, a];
      if (!found.has(row)) found.set(row, share(row, other, told, context));
    }
    return [...found.values()];
  });
}

const MOST_COMPARED = 50;

type Told = { readonly axis: "property" | "system" | "time"; readonly of: (row: Case) => string };

/** The axis on which two rows exclude each other. */
function toldApart(a: Case, b: Case): Told | undefined {
  const [unitA, unitB] = [a.judged!.reading.unit, b.judged!.reading.unit];
  const amounts = [unitA, unitB].every((unit) => unit?.dimension.includes("/"));
  if (unitA !== undefined && unitB !== undefined && amounts && unitA.properties.size > 0 && unitB.properties.size > 0) {
    const main = (unit: typeof unitA): string => [...unit.properties][0]![0];
    if (!unitB.properties.has(main(unitA)) || !unitA.properties.has(main(unitB)))
      return { axis: "property", of: ({ judged }) => judged!.reading.row.unit || judged!.reading.unit!.ucum };
  }
  for (const axis of ["system", "time"] as const) {
    const [one, other] = [stated(a, axis), stated(b, axis)];
    if (one !== undefined && other !== undefined && excludes(one.fit, other.fit))
      return { axis, of: (row) => stated(row, axis)!.text };
  }
  return undefined;
}

function stated({ judged }: Case, axis: "system" | "time") {
  return judged!.reading.evidence.find(
    (evidence) => evidence.axis === axis && evidence.source === axis.replace("system", "specimen"),
  );
}

/** No value fits both well. */
function excludes(a: Float32Array, b: Float32Array): boolean {
  return !a.some((fit, i) => fit > 0.3 && b[i]! > 0.3);
}

function share(row: Case, other: Case, { axis, of }: Told, context: AuditContext): Finding {
  const { shown, loinc } = row.mapped;
  const words = context.language === "fr" ? `« ${of(row)} » et « ${of(other)} »` : `“${of(row)}” and “${of(other)}”`;
  const remark = say(context, {
    rule: "twins",
    severity: "warning",
    axis,
    words,
    fr: `« ${shown} » et « ${other.mapped.shown} » ne sont pas la même analyse, et portent tous deux ${loinc}.`,
    en: `“${shown}” and “${other.mapped.shown}” are not one analysis, and both hold ${loinc}.`,
    replacement: replacementFor(row, context, axis),
  });
  return { ...remark, row: row.mapped };
}

function groups(cases: readonly Case[], keyOf: (row: Case) => string): Case[][] {
  const found = new Map<string, Case[]>();
  for (const row of cases) {
    const key = keyOf(row);
    const group = found.get(key);
    if (group === undefined) found.set(key, [row]);
    else group.push(row);
  }
  return [...found.values()].filter((group) => group.length > 1);
}

function pairs(group: readonly Case[]): (readonly [Case, Case])[] {
  return group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const));
}
