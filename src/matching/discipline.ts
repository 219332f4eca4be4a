/** The discipline that some catalogues write before a name: `HT.Plaquettes`, `META.CARNITINE`, `COAG.TP`. It is nothing that is measured. */
import type { Segment, TextReading } from "./read-text.ts";
import { changedReading } from "./segment.ts";
import { spokenSegments } from "./spoken.ts";

const DISCIPLINE =
  /^\s*(ht|hem|hemato|coag|hemost|hemostase|bioch|bio|biol|dig|meta|horm|endoc|sero|viro|bact|bacterio|para|parasito|myco|imm|immuno|autoimm|allergo|tox|toxico|pharm|pharmaco)[.:_](?=\p{L})/iu;

/** What `text` says, without the discipline before it, unless the lexicon knows both together (`HEM.AEROBIE`) or no name follows (`TOX.IGG`). */
export function withoutDiscipline(read: (text: string) => TextReading, text: string): TextReading {
  const whole = read(text);
  const before = DISCIPLINE.exec(text)?.[0];
  if (before === undefined) return whole;
  const [first] = whole.segments;
  if (first !== undefined && first.recognition === "form" && first.end > before.length) return whole;
  const rest = read(" ".repeat(before.length) + text.slice(before.length));
  const [named] = spokenSegments(rest);
  return named !== undefined && isName(named) ? changedReading(rest, { text }) : whole;
}

const ISOTYPE = /^ig[gmaed]\d?$/i;

/** True when `segment` surely names what is measured: an isotype is one of the discipline's own, a culture goes on what stands before it. */
function isName({ recognition, text, analytes, axes }: Segment): boolean {
  return (
    recognition === "form" && axes.length === 0 && !ISOTYPE.test(text) && analytes.some(({ modifier }) => !modifier)
  );
}
