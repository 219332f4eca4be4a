/** LOINC's six axes, in the order of the fully specified name. */
export const AXES = ["component", "property", "time", "system", "scale", "method"] as const;

export type Axis = (typeof AXES)[number];

/** A value for each axis, as LOINC writes it (`MCnc`, `Ser/Plas`…); an empty method means "any method". */
export type AxisValues = { readonly [axis in Axis]: string };

export const STATUSES = ["", "ACTIVE", "TRIAL", "DISCOURAGED", "DEPRECATED"] as const;

/** Empty when the reference does not say. */
export type Status = (typeof STATUSES)[number];

export const USES = ["", "Order", "Observation", "Both", "Subset"] as const;

/** What a term may stand for (ORDER_OBS): an orderable, a result, both; empty when the reference does not say. */
export type Use = (typeof USES)[number];

/** One LOINC term, with the columns of Loinc.csv that this project reads. */
export type Term = AxisValues & {
  readonly code: string;
  readonly status: Status;
  /** CLASS, such as `CHEM` or `PANEL.MICRO`. */
  readonly class: string;
  readonly use: Use;
  /** COMMON_TEST_RANK: 1 is the most used test; 0 when not ranked. */
  readonly rank: number;
  /** EXAMPLE_UCUM_UNITS, separated by `;`. */
  readonly units: string;
  readonly shortName: string;
  readonly longName: string;
  /** RELATEDNAMES2: English synonyms separated by `;`. */
  readonly related: string;
  /** Our own French search words (starter reference only); never an official LOINC translation. */
  readonly french: string;
};

/** A term with its official French label, when an installed value set gives one. */
export type NamedTerm = Term & { readonly officialFrench?: string };

/** Printed wherever LOINC content is shown, exported or shipped (LOINC licence, section 10). */
export const LOINC_NOTICE =
  "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the " +
  "Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at " +
  "http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.";
