/** What stands in parentheses behind a name and tells why it is measured: `Cobalt (prothèse métal-métal)` is of blood all the same. */
import { SURELY } from "./binding.ts";
import type { Reader } from "./read-text.ts";

/**
 * A disease or an exposure, up to the end of the parenthesis: a specimen or an isotype may stand before it. A treatment is none: that of `Anti-Xa (sous
 * rivaroxaban)` or `Cortisol (sous dexaméthasone)` is part of what is measured, as is what is left of a disease.
 */
const EXPLANATION =
  /[\s,;:–-]*(?<![\p{L}\p{N}])(?:proth[eè]ses?|expositions?|intoxications?|d[eé]ficits?|maladies?|syndromes?|cancers?)\s+(?=[\p{L}\p{N}])(?!r[eé]sid)[^()]*(?=\))/iu;
const EMPTY = /\s*\(\s*\)/g;

/** `text` without such explanations, where words before the parenthesis surely name what is measured. */
export function withoutExplanation(read: Reader, text: string): string {
  const opening = text.indexOf("(");
  if (opening <= 0) return text;
  const inside = text.slice(opening);
  const shorter = inside.replace(EXPLANATION, "");
  if (shorter === inside || !names(read, text.slice(0, opening))) return text;
  return `${text.slice(0, opening)}${shorter}`.replace(EMPTY, "").trim();
}

/** True when `text` surely names something that is measured, and not merely a kind or an isotype. */
function names(read: Reader, text: string): boolean {
  return read(text).segments.some(({ recognition, analytes }) => {
    const kinds = new Set(analytes.filter(({ modifier }) => modifier).map(({ component }) => component));
    return (
      recognition === "form" &&
      analytes.some(({ modifier, prior, component }) => !modifier && prior >= SURELY && !kinds.has(component))
    );
  });
}
