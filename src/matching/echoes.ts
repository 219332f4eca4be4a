/** Words of a label that tell where a row stands more than what it is: the exam's name said again, or what an examination looks for. */
import { tokens } from "../lexicon/tokens.ts";
import type { Binding } from "./binding.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { remembering } from "./remembering.ts";
import { changedReading, changedSegment } from "./segment.ts";

const wordsOf = remembering((_binding, text) => tokens(text).map((token) => token.word));

/** What an examination looks for when it looks for anything: beside a finding its name tells where the row stands (`PV LEVURES`, `COPRO.SALM`). */
const SEARCHES = new Set([
  "Bacteria identified",
  "Fungus identified",
  "Virus identified",
  "Ova & parasites identified",
  "Microscopic observation",
  "Amino acids",
  "Organic acids",
]);

function isSearch({ analytes }: Segment): boolean {
  const named = analytes.filter((analyte) => !analyte.modifier);
  return named.length > 0 && named.every((analyte) => SEARCHES.has(analyte.component));
}

function isFinding(segment: Segment): boolean {
  return segment.analytes.some((analyte) => !analyte.modifier && analyte.prior > 0.5) && !isSearch(segment);
}

function isSure({ recognition, challenge, text, analytes, administrative }: Segment): boolean {
  if (recognition === "guess" || challenge || text.length < 3) return false;
  return administrative >= 0.5 || analytes.some((analyte) => !analyte.modifier && analyte.prior >= 0.7);
}

function isSigle(words: readonly string[]): boolean {
  return words.length >= 3 && words.every(({ length }) => length === 1);
}

/** True when `segment` names nothing that is measured, or merely tells of what another names: an isotype, a kind (`IgG` in `Ebola IgG`). */
function namesNothing({ analytes }: Segment): boolean {
  const modifiers = new Set(analytes.filter(({ modifier }) => modifier).map(({ component }) => component));
  return analytes.every(({ component }) => modifiers.has(component));
}

/** Things that an examination looks for, named as examples of what it finds. */
const MANY = 3;

/** True when `findings` are a list of what a search in front of them finds: `Coproculture (Salm/Shig/Campy)` is one culture. */
function isList({ segments }: TextReading, findings: readonly Segment[]): boolean {
  const [first] = findings;
  return findings.length >= MANY && segments.some((segment) => isSearch(segment) && segment.start < first!.start);
}

/** Marks the segments of a label that repeat the exam's name or name it, when the label names something else too. */
export function withEchoes(binding: Binding, label: TextReading, exams: readonly string[]): TextReading {
  // a `culture` by itself names nothing, yet beside what grows in it is the search that found it
  if (label.segments.filter((segment) => !namesNothing(segment) || isSearch(segment)).length < 2) return label;
  const around = exams.flatMap((exam) => wordsOf(binding, exam));
  // A sigle is spelt with full stops here and without there: `S.R.V.` of the exam `SRV`.
  const whole = new Set(exams.map((exam) => wordsOf(binding, exam).join("")));
  const echoes = (text: string): boolean => {
    const words = wordsOf(binding, text);
    return (
      (isSigle(words) && whole.has(words.join(""))) ||
      (words.length > 0 &&
        words.every(
          (word) =>
            word.length >= 2 && around.some((other) => other === word || (word.length >= 4 && other.startsWith(word))),
        ))
    );
  };
  const findings = label.segments.filter((segment) => segment.recognition !== "guess" && isFinding(segment));
  const list = isList(label, findings);
  const finding = findings.length > 0 && !list;
  // An exam called as its analysis is (`Œstradiol`) says again what is measured, unless the label surely names something else.
  const other = label.segments.some(
    (segment) => isSure(segment) && !echoes(segment.text) && !(finding && isSearch(segment)),
  );
  const segments = label.segments.map((segment) => {
    const echo =
      (list && findings.includes(segment)) ||
      (echoes(segment.text) && (other || !isFinding(segment))) ||
      (finding && isSearch(segment));
    return echo === segment.echo ? segment : changedSegment(segment, { echo });
  });
  return segments.every((segment) => segment.echo || namesNothing(segment))
    ? label
    : changedReading(label, { segments });
}
