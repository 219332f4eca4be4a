/** What sort of thing a row says that it looks for: an antibody of which isotype, an antigen, a nucleic acid. Only words that can mean nothing else count. */
import { componentWords } from "../lexicon/normalise.ts";
import type { RowReading } from "../matching/read-row.ts";
import { ISOTYPES } from "../matching/reference-index.ts";

export type Kind = "antibody" | "antigen" | "nucleic";

const KIND_WORDS: { readonly [kind in Kind]: readonly string[] } = {
  antibody: ["ab", "antibody", "antibodie"],
  antigen: ["ag"],
  nucleic: ["dna", "rna", "rrna", "rdna", "mrna"],
};

/** The kind that label or synonym state; `undefined` when they state none, or several. */
export function statedKind(reading: RowReading): Kind | undefined {
  const kinds = (Object.keys(KIND_WORDS) as Kind[]).filter((kind) => states(reading, KIND_WORDS[kind]));
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** The one isotype (`igg`, `igm`…) that label or synonym state; `undefined` when they state none, or several. */
export function statedIsotype(reading: RowReading): string | undefined {
  const isotypes = ISOTYPES.filter((isotype) => isotype !== "" && states(reading, [isotype]));
  return isotypes.length === 1 ? isotypes[0] : undefined;
}

/** Words of components that are looked for in nucleic acids. */
const GENETIC = new Set([
  "gene",
  "genes",
  "genotype",
  "mutation",
  "allele",
  "chromosome",
  "deletion",
  "variant",
  "subtype",
]);

/** True when the component's words say `kind`. */
export function isKind(component: string, kind: Kind): boolean {
  const words = componentWords(component);
  return (
    (kind === "nucleic" && words.some((word) => GENETIC.has(word))) ||
    KIND_WORDS[kind].some((word) => words.includes(word)) ||
    (kind === "antibody" && words.some((word) => /^(anti|ig[gmaed]\d?)$/.test(word)))
  );
}

/** A segment that says one of `words` in so many letters, or is a modifier (*Ac*, *IgG*, *ADN*) that means nothing else. What the lexicon adds by itself is not stated. */
function states({ label, synonym }: RowReading, words: readonly string[]): boolean {
  const segments = [...label.segments, ...(synonym?.segments ?? [])];
  return segments.some(({ recognition, analytes, text }) => {
    if (recognition !== "form" || analytes.length === 0) return false;
    const written = new Set(componentWords(text.replace(/\b(ig)\s+(?=[gmaed]\b)/gi, "$1")));
    return analytes.every(({ component, modifier }) => {
      const its = componentWords(component);
      return its.some(
        (word) => words.includes(word) && (written.has(word) || (modifier && text.length > 1 && its.every(narrows))),
      );
    });
  });
}

/** A word that only says which sort of thing is meant. */
function narrows(word: string): boolean {
  return Object.values(KIND_WORDS).some((list) => list.includes(word)) || ISOTYPES.some((isotype) => isotype === word);
}
