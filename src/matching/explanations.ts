/** What stands in parentheses behind a name and tells why it is measured: `Cobalt (prothèse métal-métal)` is of blood all the same. */
import { SURELY } from "./binding.ts";
import type { Reader } from "./read-text.ts";

/**
 * A disease or an exposure, up to the next comma or the end of the parenthesis: a specimen or an isotype may stand before it. A treatment is none: that of `Anti-Xa (sous
 * rivaroxaban)` or `Cortisol (sous dexaméthasone)` is part of what is measured, as is what is left of a disease.
 */
const EXPLANATION =
  /[\s,;:–-]*(?<![\p{L}\p{N}])(?:proth[eè]ses?|expositions?|intoxications?|d[eé]ficits?|maladies?|syndromes?|cancers?)\s+(?=[\p{L}\p{N}])(?!r[eé]sid)(?<of>[^(),;/–]*)(?=\)|[,;/–])/iu;
const EMPTY = /\s*\(\s*\)/g;

/** `text` without such explanations, where words before the parenthesis surely name what is measured. */
export function withoutExplanation(read: Reader, text: string): string {
  const opening = text.indexOf("(");
  if (opening <= 0) return text;
  const inside = text.slice(opening);
  const explanation = EXPLANATION.exec(inside);
  if (explanation === null || saysMore(read, explanation.groups!.of!) || !names(read, text.slice(0, opening)))
    return text;
  const shorter = inside.replace(explanation[0], "");
  return `${text.slice(0, opening)}${shorter}`.replace(EMPTY, "").trim();
}

/** What may stand behind a disease and is part of the test. */
const OF_TEST = /(?<![\p{L}\p{N}])(?:Ig[AGMED]|T ?\d+|sous|apr[eè]s)(?![\p{L}])/iu;

/** True when `text`, behind a disease, says a specimen, an axis, a time or a kind (`syndrome de Cushing salive`): then it does more than explain. */
function saysMore(read: Reader, text: string): boolean {
  const says = read(text).segments.some(
    ({ recognition, specimen, axes, analytes }) =>
      recognition !== "guess" &&
      (specimen !== undefined || axes.length > 0 || analytes.some(({ modifier }) => modifier)),
  );
  return says || OF_TEST.test(text);
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
