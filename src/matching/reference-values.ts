/** Targets and reference values that a label states: `LDL (objectif <1)`, `TSH (N: 0.4-4)`, `Ferritine [30-300]`. They say nothing of what is measured. */

/** Also with its thousands apart: `150-400 000`. */
const NUMBER = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)`;
const COMPARED = String.raw`[<>≤≥]=?\s*`;
const RANGE = String.raw`${NUMBER}\s*(?:-|–|à|to)\s*${NUMBER}`;
const ANNOUNCED = String.raw`(?:objectif|cible|target|goal|valeurs?\s+(?:normales?|usuelles?|de\s+r[ée]f[ée]rence)|r[ée]f[ée]rences?|VN|VR)`;
/** These are names too (`formes normales`, gene `N`): they announce in brackets, after a comma, or with a colon. */
const SOMETIMES = "(?:normes?|normale?s?|ref|N)";

/** With a word that announces them, numbers are compared or a range. */
const ANNOUNCED_VALUES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${ANNOUNCED}\.?\s*[:=]?|(?<=[(\[,;]\s*)${SOMETIMES}\.?|${SOMETIMES}\.?\s*[:=])\s*(?:${COMPARED}${NUMBER}|${RANGE})`,
  "giu",
);
/** A threshold that ends the label. */
const THRESHOLD = new RegExp(String.raw`${COMPARED}${NUMBER}\s*[)\]]?\s*$`, "u");
const BRACKETED = new RegExp(String.raw`(?<=[(\[]\s*)(${NUMBER})\s*[-–]\s*(${NUMBER})(?=\s*[)\]])`, "gu");
/** Names hold ranges of small whole numbers (`PTH (1-84)`, `CA (15-3)`), chains and times begin low (`proBNP (1-108)`, `(0-120)`). */
const NO_NAME = 100;
const NO_PLACE = 10;
/** A sugar bound to the next: `Bêta-glucane (1,3-1,6)`. */
const BOND = /^1[.,][346]\s*[-–]\s*1[.,][346]$/;

/** `label` with blanks where it states a target or reference values; their unit is kept. */
export function withoutReferenceValues(label: string): string {
  if (!/\d/.test(label)) return label;
  const blank = (text: string): string => " ".repeat(text.length);
  return label
    .replace(ANNOUNCED_VALUES, blank)
    .replace(THRESHOLD, blank)
    .replace(BRACKETED, (range, low: string, high: string) => {
      const [from, to] = [low, high].map((number) =>
        Number(number.replace(/[ \u00a0\u202f]/g, "").replace(",", ".")),
      ) as [number, number];
      if (BOND.test(range)) return range;
      return from < to && ((from >= NO_PLACE && to >= NO_NAME) || /[.,]/.test(range)) ? blank(range) : range;
    });
}
