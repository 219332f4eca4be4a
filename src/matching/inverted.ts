/** Names turned round a comma, as English indexes have them: `Ab, Mitochondrial`, `cell fragments, Red`. */
import type { Token } from "../lexicon/tokens.ts";

/** A comma between words; in a number it is decimal, in a list it stands between many. */
const TURNED = /^[^,]*\p{L}[^,]*,\s*[^,]*\p{L}[^,]*$/u;

/** `words` of `text` with what stands behind its comma in front; undefined when it has none, or several. */
export function turnedRound(text: string, words: readonly Token[]): readonly Token[] | undefined {
  if (!TURNED.test(text)) return undefined;
  const comma = text.indexOf(",");
  const behind = words.findIndex(({ start }) => start > comma);
  return behind <= 0 ? undefined : [...words.slice(behind), ...words.slice(0, behind)];
}
