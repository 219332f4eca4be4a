/** The parts of a component name: `Glucose^2H post 75 g glucose PO`, `Albumin/Creatinine`, `Neutrophils/100 leukocytes`. */
export type ComponentParts = {
  /** What is measured: `Glucose`, `Toxoplasma gondii Ab.IgG`. */
  readonly analyte: string;
  /** What it is divided by, empty when nothing: `Creatinine`, `100 leukocytes`. */
  readonly divisor: string;
  /** Challenge, timing or adjustment after `^`, empty when none: `2H post 75 g glucose PO`. */
  readonly challenge: string;
};

/** The parts of `component`. A slash between digits or inside a word such as `p24/p25` still splits: LOINC uses `/` for ratios alone. */
export function componentParts(component: string): ComponentParts {
  const caret = component.indexOf("^");
  const base = caret < 0 ? component : component.slice(0, caret);
  const slash = base.indexOf("/");
  return {
    analyte: slash < 0 ? base : base.slice(0, slash),
    divisor: slash < 0 ? "" : base.slice(slash + 1),
    challenge: caret < 0 ? "" : component.slice(caret + 1),
  };
}
