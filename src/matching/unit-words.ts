/** How French laboratories write the units that LOINC gives as examples. */

/** American units first: what France uses for the same property. */
const FRENCH: Readonly<Record<string, string>> = {
  "mg/dL": "g/L ou mg/L",
  "g/dL": "g/L",
  "ug/dL": "µg/L",
  "ng/dL": "ng/L",
  "ug/mL": "mg/L",
  "10*3/uL": "G/L",
  "10*9/L": "G/L",
  "10*6/uL": "T/L",
  "10*12/L": "T/L",
  "meq/L": "mmol/L",
  "mm[Hg]": "mmHg",
};

/** The first of the example units `units` as it is written in France; empty when there is none. */
export function frenchUnit(units: string): string {
  const first = units.split(";")[0]!.trim();
  return (
    FRENCH[first] ??
    first
      .replace(/\[IU\]/g, "UI")
      .replace(
        /\{(copies|cells|CFU)\}/g,
        (_, word: string) => ({ copies: "copies", cells: "cellules", CFU: "UFC" })[word]!,
      )
      .replace(/\((\d+)\.h\)/g, "$1 h")
      .replace(/\{[^}]*\}/g, "")
      .replace(/(^|\/)u(?=[a-zA-Z])/g, "$1µ")
  );
}
