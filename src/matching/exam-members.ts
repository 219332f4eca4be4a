/** The analyses of an exam: those that tell what is measured, beside those that only tell how or of whom the specimen was taken. */
import { componentParts } from "../loinc/component.ts";
import { type Release, valueAt } from "../loinc/release.ts";
import { USES } from "../loinc/term.ts";
import type { ReferenceIndex } from "./reference-index.ts";

/** An analysis of the exam, with what ranking found for it. */
export type Member = {
  readonly code: string;
  readonly label: string;
  readonly term: number;
  readonly confidence: number;
  /** Its own proposal may be signed in a lot. */
  readonly sure: boolean;
};

/** Classes of what goes with an analysis: volume and appearance of the specimen, weight, fasting, date of last period, inhaled oxygen. */
const ACCESSORY = /^(SPEC|CLIN|MISC|H&P|BDY|OB\.US|DEMOG|PULM)/;
/** …whatever their class: the bag that was matched, how the specimen was collected, what is worked out from the result. */
const ACCESSORY_COMPONENT =
  /^(blood product|specimen|collection|urinalysis specimen|estimated average|cell-free dna\.fetal)|avidity/i;

const OBSERVATION = USES.indexOf("Observation");

/** What is the same in two codes that differ by their unit alone. */
const KIND = ["component", "time", "system", "scale", "method"] as const;

export type Members = {
  readonly all: readonly Member[];
  /** Those with a code. */
  readonly coded: readonly Member[];
  /** Terms of those that tell what is measured; all that are coded when none does. */
  readonly core: ReadonlySet<number>;
  /** Some do tell what is measured. */
  readonly measured: boolean;
  /** Bases of the core. */
  readonly bases: ReadonlySet<number>;
  /** How many analytes the core has: absolute or per cent, patient or ratio to the control, they are one. */
  readonly analytes: number;
  /** The core is one analyte, told in one way or several. */
  readonly oneAnalyte: boolean;
  /** …of one component, specimen and technique: units differ alone. */
  readonly same: boolean;
  /** Share of the analyses that get no code; 0 when there are none. */
  readonly none: number;
};

/** The base of the component of `term`. */
export function baseOf({ release, baseOfComponent }: ReferenceIndex, term: number): number {
  return baseOfComponent[release.coded.component.ids[term]!]!;
}

/** False for a code that only tells results. */
export function isOrderable({ use }: Release, term: number): boolean {
  return use[term] !== OBSERVATION;
}

/** `members` sorted out. */
export function membersOf(index: ReferenceIndex, members: readonly Member[]): Members {
  const { release } = index;
  const coded = members.filter((member) => member.term >= 0);
  const telling = coded.filter(
    ({ term }) =>
      !ACCESSORY.test(valueAt(release, "class", term)) &&
      !ACCESSORY_COMPONENT.test(valueAt(release, "component", term)),
  );
  const core = new Set((telling.length > 0 ? telling : coded).map((member) => member.term));
  const bases = new Set([...core].map((term) => baseOf(index, term)));
  const analytes = new Set([...core].map((term) => analyteOf(valueAt(release, "component", term))));
  const kinds = new Set([...core].map((term) => KIND.map((column) => release.coded[column].ids[term]).join(" ")));
  return {
    all: members,
    coded,
    core,
    measured: telling.length > 0,
    bases,
    analytes: analytes.size,
    oneAnalyte: analytes.size === 1,
    same: kinds.size === 1,
    none: members.length === 0 ? 0 : 1 - coded.length / members.length,
  };
}

function analyteOf(component: string): string {
  return componentParts(component)
    .analyte.toLowerCase()
    .replace(/ actual$/, "");
}
