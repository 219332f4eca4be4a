/** Words written together: a known name with a specimen, an isotype or a technique at its end (`CHOLSER`, `RUBIGG`), or a specimen before it (`LCRPROT`). */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { lessLikely, type Sense } from "../lexicon/senses.ts";

type Forms = Pick<Lexicon, "forms" | "shortSpecimens">;

/** What laboratories write at the end of a name without a space. Others end many words by chance: `ur` (`CHLORUR`), `ac`, `if`. */
const ENDINGS = ["urinaire", "urine", "urin", "ser", "pl", "sg", "lcr", "igg", "igm", "iga", "ige", "pcr"];
const BEGINNINGS = ["lcr", "uri", "ser"];
const SHORTEST_NAME = 3;
/** A meaning rarer than this is not looked for inside a word. */
const LIKELY = 0.6;
/** Words written together are a little less sure than words apart. */
const SURE = 0.85;

/** What `key` means as two words written together; none when it cannot be parted so. */
export function fused(lexicon: Forms, key: string): Sense[] {
  for (const ending of ENDINGS) {
    const name = key.endsWith(ending) ? named(lexicon, key.slice(0, -ending.length)) : [];
    if (name.length > 0) return [...name, ...narrowing(lexicon, ending)];
  }
  for (const code of BEGINNINGS) {
    const name = key.startsWith(code) ? named(lexicon, key.slice(code.length)) : [];
    if (name.length > 0) return [...name, ...narrowing(lexicon, code)];
  }
  return [];
}

/** The analytes that a form surely names, a little less likely; a form that may be a specimen or a technique names none. */
function named({ forms }: Forms, form: string): Sense[] {
  const senses = form.length >= SHORTEST_NAME ? (forms.get(form) ?? []) : [];
  return senses.every(({ kind }) => kind === "analyte" || kind === "modifier")
    ? senses.flatMap((sense) => (sense.kind === "analyte" && sense.prior >= LIKELY ? [lessLikely(sense, SURE)] : []))
    : [];
}

/** The specimen, isotype or technique of a code; `IGG` is an analyte by itself, and narrows another. */
function narrowing({ forms, shortSpecimens }: Forms, code: string): Sense[] {
  const specimen = shortSpecimens.get(code);
  if (specimen !== undefined) return [{ kind: "specimen", specimen }];
  return (forms.get(code) ?? []).filter(({ kind }) => kind === "modifier" || kind === "method" || kind === "specimen");
}
