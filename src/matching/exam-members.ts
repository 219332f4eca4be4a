/** The analyses of an exam: those that tell what is measured, beside those that only tell how or of whom the specimen was taken. */
import { componentParts } from "../loinc/component.ts";
import { valueAt } from "../loinc/release.ts";
import type { Member } from "./exam.ts";
import type { ReferenceIndex } from "./reference-index.ts";

/** Classes of what goes with an analysis: volume and appearance of the specimen, weight, fasting, date of last period, inhaled oxygen. */
const ACCESSORY = /^(SPEC|CLIN|MISC|H&P|BDY|OB\.US|DEMOG|PULM)/;
/** …whatever their class: the bag that was matched, how the specimen was collected, what is worked out from the result. */
const ACCESSORY_COMPONENT = /^(blood product|specimen|collection|urinalysis specimen|estimated average|cell-free dna\.fetal)|avidity/i;

export type Members = {
  /** Those with a code. */
  readonly coded: readonly Member[];
  /** Terms of those that tell what is measured; all that are coded when none does. */
  readonly core: ReadonlySet<number>;
  /** Bases of the core. */
  readonly bases: ReadonlySet<number>;
  /** How many analytes the core has: absolute or per cent, patient or ratio to the control, they are one. */
  readonly analytes: number;
  /** The core is one analyte, told in one way or several. */
  readonly oneAnalyte: boolean;
  /** …of one component and specimen: units differ alone. */
  readonly same: boolean;
  /** Share of the analyses that get no code; 0 when there are none. */
  readonly none: number;
};

/** The base of the component of `term`. */
export function baseOf({ release, baseOfComponent }: ReferenceIndex, term: number): number {
  return baseOfComponent[release.coded.component.ids[term]!]!;
}

/** `members` sorted out. */
export function membersOf(index: ReferenceIndex, members: readonly Member[]): Members {
  const { release } = index;
  const coded = members.filter((member) => member.term >= 0);
  const telling = coded.filter(
    ({ term }) =>
      !ACCESSORY.test(valueAt(release, "class", term)) && !ACCESSORY_COMPONENT.test(valueAt(release, "component", term)),
  );
  const core = new Set((telling.length > 0 ? telling : coded).map((member) => member.term));
  const bases = new Set([...core].map((term) => baseOf(index, term)));
  const analytes = new Set([...core].map((term) => analyteOf(valueAt(release, "component", term))));
  const { component, system, time } = release.coded;
  const kinds = new Set([...core].map((term) => `${component.ids[term]} ${system.ids[term]} ${time.ids[term]}`));
  return {
    coded,
    core,
    bases,
    analytes: analytes.size,
    oneAnalyte: analytes.size === 1,
    same: kinds.size === 1,
    none: members.length === 0 ? 0 : 1 - coded.length / members.length,
  };
}

function analyteOf(component: string): string {
  return componentParts(component).analyte.toLowerCase().replace(/ actual$/, "");
}
