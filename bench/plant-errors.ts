/**
 * Plants errors in right rows: the mistakes that laboratories make, each on a row that lets one see it (a unit error on a row with a unit, and so on).
 * What makes an error is told by LOINC's axes alone, not by the tables that the rules read.
 */
import type { Analysis } from "../src/catalogue/types.ts";
import { isLoincCode } from "../src/loinc/code.ts";
import { componentParts } from "../src/loinc/component.ts";
import { type Release, termAt } from "../src/loinc/release.ts";
import { AXES, type Axis, type Term } from "../src/loinc/term.ts";
import type { MappedRow } from "../src/tables/mapping.ts";
import type { RightRows } from "./audit-rows.ts";
import type { seeded } from "./generate-catalogue.ts";

type Chance = ReturnType<typeof seeded>;

export const KINDS = [
  "typo",
  "deprecated",
  "panel",
  "unit",
  "specimen",
  "percent",
  "scale",
  "time",
  "method",
  "component",
] as const;
export type Kind = (typeof KINDS)[number];

export type Planted = { readonly rows: readonly MappedRow[]; readonly kinds: ReadonlyMap<MappedRow, Kind> };

/** `right` with `each` errors of each kind (fewer where no more rows allow one), no row with two. */
export function plantErrors(right: RightRows, release: Release, each: number, chance: Chance): Planted {
  const world = worldOf(right, release);
  const wrong = new Map<MappedRow, MappedRow>();
  const kinds = new Map<MappedRow, Kind>();
  // the kinds that few rows allow choose first
  const order: readonly Kind[] = [
    "method",
    "percent",
    "time",
    "scale",
    "deprecated",
    "specimen",
    "unit",
    "component",
    "panel",
    "typo",
  ];
  for (const kind of order) {
    const free = shuffled(
      right.rows.filter((row) => !wrong.has(row)),
      chance,
    );
    let planted = 0;
    for (const row of free) {
      if (planted === each) break;
      const loinc = wrongCode(kind, row, world, chance);
      if (loinc === undefined) continue;
      const bad = { ...row, loinc };
      wrong.set(row, bad);
      kinds.set(bad, kind);
      planted++;
    }
  }
  return { rows: right.rows.map((row) => wrong.get(row) ?? row), kinds };
}

type World = {
  readonly terms: ReadonlyMap<string, Term>;
  /** By analyte, the divisor and challenge apart. */
  readonly byAnalyte: ReadonlyMap<string, readonly Term[]>;
  readonly panels: readonly Term[];
  readonly analyses: ReadonlyMap<string, Analysis>;
  readonly exams: ReadonlyMap<string, string>;
  readonly rows: readonly MappedRow[];
  readonly places: ReadonlyMap<MappedRow, number>;
};

function worldOf({ rows, catalogue }: RightRows, release: Release): World {
  const all = Array.from({ length: release.size }, (_, i) => termAt(release, i));
  const byAnalyte = new Map<string, Term[]>();
  for (const term of all) {
    const { analyte } = componentParts(term.component);
    byAnalyte.set(analyte, [...(byAnalyte.get(analyte) ?? []), term]);
  }
  return {
    terms: new Map(all.map((term) => [term.code, term])),
    byAnalyte,
    panels: all.filter((term) => term.class.startsWith("PANEL.") || / studies$/.test(term.component)),
    analyses: new Map(catalogue.analyses.map((analysis) => [analysis.code, analysis])),
    exams: new Map(catalogue.exams.map((exam) => [exam.code, exam.specimen])),
    rows,
    places: new Map(rows.map((row, i) => [row, i])),
  };
}

function wrongCode(kind: Kind, row: MappedRow, world: World, chance: Chance): string | undefined {
  const term = world.terms.get(row.loinc);
  const analysis = world.analyses.get(row.code);
  if (term === undefined || analysis === undefined) return undefined;
  const sisters = (world.byAnalyte.get(componentParts(term.component).analyte) ?? []).filter(
    (other) => other.code !== term.code && other.property !== "" && other.use !== "Order",
  );
  const live = sisters.filter((other) => other.status !== "DEPRECATED");
  const pick = (list: readonly Term[]): string | undefined => (list.length === 0 ? undefined : chance.pick(list).code);
  const stated = (text: string): boolean => text.trim() !== "";
  switch (kind) {
    case "typo":
      return typo(row.loinc, chance);
    case "deprecated":
      return pick(sisters.filter((other) => other.status === "DEPRECATED" && same(other, term, "system")));
    case "panel":
      return pick(world.panels);
    case "unit":
      if (!stated(analysis.unit) || isFraction(term) || isEither(term)) return undefined;
      return pick(
        live.filter(
          (other) =>
            same(other, term, "component", "time", "system", "scale") &&
            other.property !== term.property &&
            !isEither(other) &&
            !isFraction(other),
        ),
      );
    case "specimen":
      if (!stated(analysis.specimen) && !analysis.exams.some((exam) => stated(world.exams.get(exam) ?? "")))
        return undefined;
      return pick(
        live.filter(
          (other) =>
            same(other, term, "component", "property", "time", "scale") &&
            fluid(other.system) !== fluid(term.system) &&
            fluid(other.system) !== "" &&
            fluid(term.system) !== "",
        ),
      );
    case "percent":
      if (!stated(analysis.unit) && !analysis.label.includes("%")) return undefined;
      return pick(
        live.filter(
          (other) =>
            same(other, term, "time", "system", "scale") &&
            isFraction(other) !== isFraction(term) &&
            isCount(isFraction(term) ? other : term),
        ),
      );
    case "scale":
      if (!stated(analysis.unit) && !stated(analysis.scale)) return undefined;
      return pick(
        live.filter(
          (other) =>
            same(other, term, "component", "time", "system") &&
            quantity(other) !== undefined &&
            quantity(term) !== undefined &&
            quantity(other) !== quantity(term),
        ),
      );
    case "time":
      if (
        !/24|jour/i.test(`${analysis.unit} ${analysis.time} ${analysis.label}`) &&
        !(term.time === "Pt" && stated(analysis.unit))
      )
        return undefined;
      return pick(
        live.filter(
          (other) =>
            same(other, term, "component", "system", "scale") &&
            other.time !== term.time &&
            [other.time, term.time].includes("Pt") &&
            [other.time, term.time].includes("24H"),
        ),
      );
    case "method":
      if (!stated(analysis.method) || methodFamily(term.method) === "") return undefined;
      return pick(
        live.filter(
          (other) =>
            same(other, term, "component", "property", "time", "system", "scale") &&
            methodFamily(other.method) !== "" &&
            methodFamily(other.method) !== methodFamily(term.method),
        ),
      );
    case "component":
      return chance.below(2) === 0 ? nearRow(row, term, world, chance) : nearAnalyte(term, world, chance);
  }
}

function same(a: Term, b: Term, ...axes: readonly Axis[]): boolean {
  return axes.every((axis) => a[axis] === b[axis]);
}

/** A digit changed or two swapped, so that the check digit is wrong. */
function typo(code: string, chance: Chance): string {
  for (;;) {
    const digits = code.replace("-", "");
    const at = chance.below(digits.length - 1);
    const changed =
      chance.below(2) === 0
        ? digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2)
        : digits.slice(0, at) + String(chance.below(10)) + digits.slice(at + 1);
    const bad = `${changed.slice(0, -1)}-${changed.slice(-1)}`;
    if (bad !== code && !bad.startsWith("0") && !isLoincCode(bad)) return bad;
  }
}

/** The code of a row at most five rows away that measures something else: a slip of the line. */
function nearRow(row: MappedRow, term: Term, world: World, chance: Chance): string | undefined {
  const at = world.places.get(row)!;
  const near = world.rows.slice(Math.max(0, at - 5), at + 6).filter((other) => {
    const its = world.terms.get(other.loinc);
    return its !== undefined && componentParts(its.component).analyte !== componentParts(term.component).analyte;
  });
  return near.length === 0 ? undefined : chance.pick(near).loinc;
}

/** An analyte with much the same name in the same class, all other axes alike: IgG for IgM, one virus for another. */
function nearAnalyte(term: Term, world: World, chance: Chance): string | undefined {
  const start = term.component.slice(0, 4);
  const near = [...world.terms.values()].filter(
    (other) =>
      other.component !== term.component &&
      other.component.startsWith(start) &&
      other.class === term.class &&
      other.class !== "" &&
      AXES.every((axis) => axis === "component" || axis === "method" || other[axis] === term[axis]),
  );
  return near.length === 0 ? undefined : chance.pick(near).code;
}

function isFraction({ component, property }: Term): boolean {
  return /^(N|M|S|V|C|A)Fr$/.test(property) || /\/100 /.test(component);
}

/** "Mass or substance": right for either unit. */
function isEither({ property }: Term): boolean {
  return property.startsWith("MS");
}

function isCount({ property }: Term): boolean {
  return ["NCnc", "MCnc", "Naric", "Num"].includes(property);
}

function quantity({ scale }: Term): "quantity" | "word" | undefined {
  return scale === "Qn" ? "quantity" : scale === "Ord" || scale === "Nom" ? "word" : undefined;
}

/** The body fluid of a system: systems of one fluid are near enough not to be an error that a row shows. */
function fluid(system: string): string {
  if (/^(Ser|Plas|Bld|PPP|PRP|RBC|WBC)/.test(system)) return "blood";
  if (/^Urine/.test(system)) return "urine";
  return /^(CSF|Stool|Semen|Saliva|Plr fld|Synv fld|Periton fld|Amnio fld|BAL|Sputum|Hair)$/.exec(system)?.[1] ?? "";
}

const METHOD_FAMILIES: readonly (readonly [pattern: RegExp, family: string])[] = [
  [/^(IA|EIA|RIA|ICA|MEIA|LA|IA\.rapid)/, "immunoassay"],
  [/^IB/, "blot"],
  [/^(IF|.*substrate|.*IF$)/, "fluorescence"],
  [/^(Probe|NAA|Molgen)/, "molecular"],
  [/culture/i, "culture"],
  [/^Electrophoresis/, "electrophoresis"],
  [/^(HPLC|LC|GC|MS)/, "chromatography"],
  [/^Automated/, "automated"],
  [/^(Manual|Microscopy)/, "manual"],
  [/^(Nephelometry|Turbidim)/, "immunochemistry"],
];

function methodFamily(method: string): string {
  return METHOD_FAMILIES.find(([pattern]) => pattern.test(method))?.[1] ?? "";
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const left = [...list];
  return Array.from(list, () => left.splice(chance.below(left.length), 1)[0]!);
}
