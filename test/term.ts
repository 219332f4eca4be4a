import fc from "fast-check";
import { checkDigit } from "../src/loinc/code.ts";
import { STATUSES, type Term, USES } from "../src/loinc/term.ts";

/** A term with `columns` and nothing else. */
export function aTerm(columns: Partial<Term> & { readonly code: string }): Term {
  return {
    component: "",
    property: "",
    time: "",
    system: "",
    scale: "",
    method: "",
    class: "",
    status: "",
    use: "",
    rank: 0,
    units: "",
    shortName: "",
    longName: "",
    related: "",
    french: "",
    ...columns,
  };
}

/** Any well-formed LOINC code. */
export const anyCode: fc.Arbitrary<string> = fc
  .integer({ min: 1, max: 999_999 })
  .map((n) => `${n}-${checkDigit(String(n))}`);

const text = fc.string({ unit: "grapheme", maxLength: 12 });

/** Any term: every column holds any text. */
const anyTerm: fc.Arbitrary<Term> = fc.record({
  code: anyCode,
  component: text,
  property: text,
  time: text,
  system: text,
  scale: text,
  method: text,
  class: text,
  status: fc.constantFrom(...STATUSES),
  use: fc.constantFrom(...USES),
  rank: fc.nat(100_000),
  units: text,
  shortName: text,
  longName: text,
  related: text,
  french: text,
});

/** Any terms, no two with one code. */
export const anyTerms: fc.Arbitrary<Term[]> = fc.uniqueArray(anyTerm, { selector: (term) => term.code, maxLength: 30 });
