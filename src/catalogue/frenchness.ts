/**
 * Which reading of unknown bytes looks like French laboratory text: no library that guesses encodings is right on short
 * French files.
 */

const LOWER = "àâçèéêëîïôöùûüœ";
const UPPER = "ÀÂÇÈÉÊËÎÏÔÙÛŒ";
const SYMBOLS = "°²³€«»±–—…×·®™§≤≥\u00a0";
const FRACTIONS = "½¼¾";
/** Letters that are rare in French but not absurd. */
const RARE = "æÆß";

/** More bytes than this say nothing new. */
const ENOUGH = 20_000;

/**
 * How much `bytes` look like French when each stands for the character at its place in `characters` (256 of them): the
 * sum over the bytes above 127, positive for letters and signs where French has them, negative for others. 0 for pure
 * ASCII.
 */
export function frenchness(bytes: Uint8Array, characters: string): number {
  const at = (i: number): string => (i < 0 || i >= bytes.length ? "" : characters.charAt(bytes[i]!));
  let score = 0;
  let seen = 0;
  for (let i = 0; i < bytes.length && seen < ENOUGH; i++) {
    if (bytes[i]! < 0x80) continue;
    seen++;
    score += plausibility(at(i - 1), at(i), at(i + 1));
  }
  return score;
}

function plausibility(before: string, character: string, after: string): number {
  const inWord = isLetter(before) && isLetter(after);
  const besideLetter = isLetter(before) || isLetter(after);
  if (LOWER.includes(character))
    return isDigit(before) || isDigit(after) ? -2 : isUpper(before) && isUpper(after) ? -3 : 2;
  // A capital inside a word written small (HÈmatologie) is the mark of a MacRoman reading of Windows-1252.
  if (UPPER.includes(character)) return isLower(before) || (isUpper(before) && isLower(after)) ? -3 : 2;
  if (character === "’") return inWord ? 2 : 0;
  // µ before a unit outweighs the capital that the same byte is elsewhere (Êg/L): some files have no other character above 127.
  if (character === "µ") return isLetter(before) ? -3 : /[gmlkuLUM]/.test(after) ? 3 : 1;
  if (FRACTIONS.includes(character)) return besideLetter ? -2 : 1;
  if (SYMBOLS.includes(character)) return inWord ? -3 : 1;
  if (RARE.includes(character)) return 0;
  if (isLetter(character)) return -1;
  return character === "\ufffd" || isControl(character) ? -5 : -3;
}

function isLetter(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function isControl(character: string): boolean {
  return character >= "\u0080" && character < "\u00a0";
}
