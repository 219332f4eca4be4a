/** Targets and reference values that a label states: `LDL (objectif <1)`, `TSH (N: 0.4-4)`, `Ferritine [30-300]`. They say nothing of what is measured. */

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const COMPARED = String.raw`[<>≤≥]=?\s*`;
const RANGE = String.raw`${NUMBER}\s*(?:-|–|à|to)\s*${NUMBER}`;
const ANNOUNCED = String.raw`(?:objectif|cible|target|goal|normes?|normale?s?|valeurs?\s+(?:normales?|usuelles?|de\s+r[ée]f[ée]rence)|r[ée]f[ée]rences?|ref|N|VN|VR)`;

/** With a word that announces them, numbers are compared or a range. */
const ANNOUNCED_VALUES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${ANNOUNCED}\.?\s*[:=]?\s*(?:${COMPARED}${NUMBER}|${RANGE})`,
  "giu",
);
/** A threshold that ends the label. */
const THRESHOLD = new RegExp(String.raw`${COMPARED}${NUMBER}\s*$`, "u");
const BRACKETED = new RegExp(String.raw`(?<=[(\[]\s*)(${NUMBER})\s*[-–]\s*(${NUMBER})(?=\s*[)\]])`, "gu");
/** Names hold ranges of small whole numbers: `PTH (1-84)`, `CA (15-3)`. */
const NO_NAME = 100;

/** `label` with blanks where it states a target or reference values; their unit is kept. */
export function withoutReferenceValues(label: string): string {
  if (!/\d/.test(label)) return label;
  const blank = (text: string): string => " ".repeat(text.length);
  return label
    .replace(ANNOUNCED_VALUES, blank)
    .replace(THRESHOLD, blank)
    .replace(BRACKETED, (range, low: string, high: string) => {
      const [from, to] = [low, high].map((number) => Number(number.replace(",", "."))) as [number, number];
      return from < to && (to >= NO_NAME || /[.,]/.test(range)) ? blank(range) : range;
    });
}
