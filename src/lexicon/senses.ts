/** What a form may mean. A form with several meanings has several senses; the context of the row decides. */

/** Axis values that the form itself implies (`glycémie` → Ser/Plas). Each list holds the LOINC values that fit, empty when nothing is implied. */
export type Hints = {
  readonly system: readonly string[];
  readonly property: readonly string[];
  readonly time: readonly string[];
  readonly scale: readonly string[];
  readonly method: readonly string[];
};

/** A LOINC component or a part of one. */
export type AnalyteSense = {
  readonly kind: "analyte";
  readonly component: string;
  /** 0 to 1: how often the form has this meaning when nothing else is said. */
  readonly prior: number;
  readonly hints: Hints | undefined;
};

/** The one maker of such senses: see docs/decisions/0045. */
export function analyteSense(component: string, prior: number, hints: Hints | undefined): AnalyteSense {
  return { kind: "analyte", component, prior, hints };
}

/** `sense`, `share` as likely. */
export function lessLikely({ component, prior, hints }: AnalyteSense, share: number): AnalyteSense {
  return analyteSense(component, prior * share, hints);
}

/** Words that narrow a component: antibody, antigen, isotype, free, total… */
export type ModifierSense = { readonly kind: "modifier"; readonly component: string; readonly role: string };

export type SpecimenSense = { readonly kind: "specimen"; readonly specimen: Specimen };

/** The values of one axis that a word states, best first. */
export type AxisSense = {
  readonly kind: "property" | "scale" | "time" | "method";
  readonly values: readonly string[];
};

/** A timed or stimulated sample: words of the part of a component after `^`. */
export type ChallengeSense = { readonly kind: "challenge"; readonly challenge: string };

/** A row that gets no code; `strength` 0 to 1 says how surely. */
export type AdministrativeSense = { readonly kind: "administrative"; readonly strength: number };

export type Sense = AnalyteSense | ModifierSense | SpecimenSense | AxisSense | ChallengeSense | AdministrativeSense;

/** A specimen as French laboratories name it, and how well each LOINC system fits it (0 to 1; a system not listed contradicts it). */
export type Specimen = { readonly name: string; readonly systems: ReadonlyMap<string, number> };

/** A section of the report: its LOINC code, and the LOINC classes of what stands in it. */
export type Section = { readonly loinc: string; readonly classes: readonly string[]; readonly specimen: string };
