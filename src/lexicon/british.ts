/** British spelling: LOINC and most tables write as Americans do. */

const BRITISH = /ae|oe|sulph|leuco|colour|tumour|aluminium/;

/** `word`, folded, as an American writes it (`haemoglobin` → `hemoglobin`); `undefined` when it would be the same. */
export function american(word: string): string | undefined {
  if (!BRITISH.test(word)) return undefined;
  return word
    .replaceAll("aluminium", "aluminum")
    .replaceAll("sulph", "sulf")
    .replaceAll("leuco", "leuko")
    .replaceAll("colour", "color")
    .replaceAll("tumour", "tumor")
    .replace(/[ao]e/g, "e");
}
