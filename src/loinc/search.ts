/** Finds terms by words, for people: code, component, names, synonyms, French search words. */
import { plain } from "./plain.ts";
import { type Release, termAt } from "./release.ts";
import type { Term } from "./term.ts";

/**
 * Terms that hold every word of `query` (case and accents ignored), most used first; at most `limit`. A word is found inside longer ones. `officialOf`
 * gives further names of a code.
 */
export function searchTerms(
  release: Release,
  query: string,
  limit: number,
  officialOf: (code: string) => string = () => "",
): Term[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const found: { term: Term; score: number }[] = [];
  for (let i = 0; i < release.size; i++) {
    const term = termAt(release, i);
    const name = plain(
      `${term.code} ${term.component} ${term.system} ${term.method} ${term.longName} ${term.shortName} ${term.french} ${officialOf(term.code)}`,
    );
    const text = `${name} ${plain(term.related)}`;
    if (!words.every((word) => text.includes(word))) continue;
    const close = words.filter((word) => name.includes(word)).length / words.length;
    const rank = term.rank === 0 ? 0 : 1 - term.rank / 25_000;
    const kept = term.status === "DEPRECATED" ? -3 : term.status === "DISCOURAGED" ? -1 : 0;
    found.push({ term, score: 2 * close + 1.5 * rank + (term.french ? 0.7 : 0) - term.longName.length / 150 + kept });
  }
  return found
    .sort((a, b) => b.score - a.score || (a.term.code < b.term.code ? -1 : 1))
    .slice(0, limit)
    .map(({ term }) => term);
}
