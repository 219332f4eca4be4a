/** Words written together: a known name with a specimen, an isotype or a technique at its end (`CHOLSER`, `RUBIGG`), or a specimen before it (`LCRPROT`). */
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Sense } from "../lexicon/senses.ts";

type Forms = Pick<Lexicon, "forms" | "shortSpecimens">;

/** Codes of specimens of two letters that end words; others of two letters end many words by chance. */
const BRIEF = new Set(["pl", "sg", "ur"]);
/** Codes that stand before a name. */
const LEADING = new Set(["lcr", "uri", "ser"]);
const SHORTEST_NAME = 3;
const SHORTEST_WORD = 5;
/** A meaning rarer than this is not looked for inside a word. */
const LIKELY = 0.6;
/** Words written together are a little less sure than words apart. */
const SURE = 0.85;

/** What `key` means as two words written together, the longest name first; none when it cannot be parted so. */
export function fused(lexicon: Forms, key: string): Sense[] {
  if (key.length < SHORTEST_WORD) return [];
  for (let at = key.length - 2; at >= SHORTEST_NAME; at--) {
    const name = named(lexicon, key.slice(0, at));
    const more = name.length > 0 ? narrowing(lexicon, key.slice(at)) : [];
    if (more.length > 0) return [...name, ...more];
  }
  for (let at = 3; at <= key.length - SHORTEST_NAME; at++) {
    const code = key.slice(0, at);
    const before = at > 3 || LEADING.has(code) ? specimen(lexicon, code) : [];
    const name = before.length > 0 ? named(lexicon, key.slice(at)) : [];
    if (name.length > 0) return [...name, ...before];
  }
  return [];
}

/** The analytes that a form surely names, a little less likely; a form that may be a specimen or a technique names none. */
function named({ forms }: Forms, form: string): Sense[] {
  const senses = forms.get(form) ?? [];
  return senses.every(({ kind }) => kind === "analyte" || kind === "modifier")
    ? senses.flatMap((sense) =>
        sense.kind === "analyte" && sense.prior >= LIKELY ? [{ ...sense, prior: sense.prior * SURE }] : [],
      )
    : [];
}

/** What a form says that only narrows a name: specimen, isotype, kind or technique. */
function narrowing(lexicon: Forms, form: string): Sense[] {
  const senses = lexicon.forms.get(form) ?? [];
  // `IGG` is an analyte by itself, and narrows another.
  const narrowing = senses.filter(({ kind }) => kind === "modifier" || kind === "method");
  return narrowing.length > 0 ? narrowing : specimen(lexicon, form);
}

function specimen({ forms, shortSpecimens }: Forms, form: string): Sense[] {
  const short = form.length >= 3 || BRIEF.has(form) ? shortSpecimens.get(form) : undefined;
  if (short !== undefined) return [{ kind: "specimen", specimen: short }];
  const senses = form.length >= 4 ? (forms.get(form) ?? []) : [];
  return senses.length > 0 && senses.every(({ kind }) => kind === "specimen") ? [...senses] : [];
}
