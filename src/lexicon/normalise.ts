/** How words are compared: without case, accents, punctuation, ligatures, Greek letters and final plural. */

const GREEK: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  κ: "kappa",
  λ: "lambda",
  μ: "u",
  ω: "omega",
};

const FOLDABLE = /[\u0080-\uffff]/;

/**
 * `text` in lower-case ASCII letters where that is possible: `Œstradiol β` → `oestradiol beta`. Its length may change. `ß` stands for a beta, as
 * keyboards have no other (`ß2-microglobuline`, `HCGß`).
 */
export function fold(text: string): string {
  if (!FOLDABLE.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[α-ω]/g, (letter) => GREEK[letter] ?? letter)
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "beta");
}

/** The folded word without its final plural: words of six letters and more lose one `s` or `x`; shorter ones are often sigles (`DHEAS`). */
export function stem(word: string): string {
  return word.length >= 6 && (word.endsWith("s") || word.endsWith("x")) && !/\d/.test(word) ? word.slice(0, -1) : word;
}

const STOP = new Set(["in", "of", "the", "and", "by", "for", "with", "to", "on"]);

/** The folded pieces of a LOINC component, as often as they occur. */
export function componentPieces(component: string): string[] {
  return fold(component).split(/[^a-z0-9]+/);
}

/** The word that a piece of a component is, without its plural; `undefined` for small English words, which are left out. */
export function wordOfPiece(piece: string): string | undefined {
  return piece === "" || STOP.has(piece) ? undefined : stem(piece);
}

const componentCache = new Map<string, readonly string[]>();

/** The distinct words of a LOINC component, folded and stemmed, small English words left out: `Cholesterol.in HDL` → cholesterol, hdl. */
export function componentWords(component: string): readonly string[] {
  let words = componentCache.get(component);
  if (words === undefined) {
    words = [
      ...new Set(
        componentPieces(component)
          .map(wordOfPiece)
          .filter((word) => word !== undefined),
      ),
    ];
    componentCache.set(component, words);
  }
  return words;
}

/** A letter as it is heard alone. */
function heardAlone(letter: string): string {
  switch (letter) {
    case "y":
      return "i";
    case "k":
      return "c";
    case "z":
      return "s";
    default:
      return letter;
  }
}

/** Letters heard as others before an h. */
const HEARD_WITH_H: Readonly<Record<string, string>> = { p: "f", t: "t", r: "r", c: "c" };

/** `word` as it sounds, to find spellings of one word in two languages: `thyroglobuline` and `Thyroglobulin` differ by one letter. */
export function soundOf(word: string): string {
  let sound = "";
  let last = "";
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!;
    const next = word[i + 1];
    let heard = heardAlone(letter);
    if (next === "h" && HEARD_WITH_H[letter] !== undefined) {
      heard = HEARD_WITH_H[letter];
      i++;
    } else if (next === "e" && (letter === "a" || letter === "o")) {
      heard = "e";
      i++;
    } else if (next === "u" && letter === "q") {
      heard = "c";
      i++;
    }
    if (heard !== last) sound += heard;
    last = heard;
  }
  return sound;
}
