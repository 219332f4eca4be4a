/** A unit that a label says beside what is measured, or glued to it: `Créatinine mg`, `CRÉATININE (MG)`, `UREEmmol`. It is no analyte. */
import { tokens } from "../lexicon/tokens.ts";
import type { UnitReading } from "../lexicon/units.ts";
import { type Binding, SURELY } from "./binding.ts";
import { guessesFor } from "./guesses.ts";
import { listAt } from "./lists.ts";
import type { TextReading } from "./read-text.ts";
import { meantWord } from "./slips.ts";

/** A label with blanks where its unit stood, and what this unit says of a label that states no other; empty when there is none. */
export type WithoutUnit = { readonly text: string; readonly unit: string };

const BRACKETED = /[([]\s*(\p{L}{2,5})\s*[)\]]/gu;
/** Antigens end on `Ag`. */
const LAST = /(?<word>mmol|[µμun]mol|pmol|m?ui|m?iu|mg|[µμu]g|ng|pg|(?<![Aa])g|ml)(?<per>\/(?:d?l|ml|24 ?h))?\s*$/iu;
const CAPITALS = /^(MG|MMOL|[UµΜ]MOL)$/;
const APART = /[\s._-]$/;
const AFTER_CAPITALS = /\p{Lu}$/u;
/** A number alone is an amount that is given: `HGPO 75 g`. */
const AMOUNT = /(?<![\p{L}\p{N}])\p{N}+\s*$/u;
/** What may stand between a name and its unit: `24h`. */
const COLLECTED = /^(\d+|h)$/;
const MOST_WORDS = 4;

/** `label` without the unit that it says; `unit` is the one that the row states. */
export function withoutUnit(binding: Binding, label: string, unit: string): WithoutUnit {
  const stated = unit.trim().toLowerCase();
  const repeats = (said: string): boolean => stated === said || stated.startsWith(`${said}/`);
  const text = label.replace(BRACKETED, (brackets, inner: string) =>
    repeats(inner.toLowerCase()) ? " ".repeat(brackets.length) : brackets,
  );
  const last = LAST.exec(text);
  if (last === null) return { text, unit: "" };
  const { word, per } = last.groups as { readonly word: string; readonly per?: string };
  const head = text.slice(0, last.index);
  const apart = APART.test(head);
  const repeated = repeats(word.toLowerCase());
  // `MG` and `NG` are germs, `G` an isotype: where no unit is stated, one is written small among capitals, or behind what has an amount.
  const small = word === word.toLowerCase() && (repeated || (stated === "" && /\p{Lu}/u.test(head)));
  const capitals = apart && stated === "" && CAPITALS.test(word) && isAmount(binding, head);
  const told = apart
    ? repeated || capitals || (small && word.length > 1)
    : small
      ? AFTER_CAPITALS.test(head)
      : repeated && word.length > 1;
  if (!told || AMOUNT.test(head) || isForm(binding, text, apart) || !measures(binding, head, apart))
    return { text, unit: "" };
  const whole = word.toLowerCase() === "ml" ? word : word + (per ?? (/24 ?h/i.test(head) ? "/24h" : "/L"));
  return { text: head + " ".repeat(last[0].length), unit: whole };
}

/** Properties that are amounts in a volume. */
const AMOUNTS = new Set(["MCnc", "SCnc"]);

/** True when the last word of `head` surely names a substance (`CREATININE MG`), which germs are not (`MYCOPLASMA MG`). */
function isAmount(binding: Binding, head: string): boolean {
  const { ids, values } = binding.index.release.coded.property;
  return (binding.lexicon.forms.get(meantWord(binding, wordsOf(head).at(-1) ?? "")) ?? []).some(
    (sense) =>
      sense.kind === "analyte" &&
      sense.prior >= SURELY &&
      listAt(binding.index.termsOfBase, binding.analyte(sense).base).some((term) => AMOUNTS.has(values[ids[term]!]!)),
  );
}

/** What old counters give in grams for 100 mL, and call a percentage. */
const BY_100_ML = "Erythrocyte mean corpuscular hemoglobin concentration";

/** `unit` as it is meant beside `label`: the concentration of haemoglobin in red cells has no percentage but grams for 100 mL. */
export function meantUnit(
  binding: Binding,
  label: TextReading,
  unit: UnitReading | undefined,
): UnitReading | undefined {
  if (unit?.ucum !== "%") return unit;
  const named = label.segments.flatMap(({ analytes }) => analytes).filter(({ modifier }) => !modifier);
  const byVolume = named.length > 0 && named.every(({ component }) => component === BY_100_ML);
  return byVolume ? binding.lexicon.units.read("g/dL") : unit;
}

function wordsOf(text: string): string[] {
  return tokens(text).map((token) => token.word);
}

/** True when the lexicon holds the end of `text` as it stands: `Ig G`, `HBsAg`; `U MG` behind a name is its specimen and its unit. */
function isForm({ lexicon }: Binding, text: string, apart: boolean): boolean {
  const words = wordsOf(text).slice(apart ? -2 : -1);
  return lexicon.forms.has(words.join("")) && !(apart && lexicon.shortSpecimens.has(words[0]!));
}

/** True when the last words of `head` name something that is measured, not a specimen (`URINE MG` is magnesium); a misspelt one stands apart. */
function measures(binding: Binding, head: string, apart: boolean): boolean {
  const { forms, shortSpecimens } = binding.lexicon;
  const words = wordsOf(head);
  while (words.length > 1 && (shortSpecimens.has(words.at(-1)!) || COLLECTED.test(words.at(-1)!))) words.pop();
  for (let count = 1; count <= Math.min(MOST_WORDS, words.length); count++) {
    const senses = forms.get(words.slice(-count).join("")) ?? [];
    if (senses.some(({ kind }) => kind === "specimen")) return false;
    if (senses.some(({ kind }) => kind === "analyte")) return true;
  }
  const last = words.at(-1);
  return apart && last !== undefined && !forms.has(last) && guessesFor(binding, last).senses.length > 0;
}
