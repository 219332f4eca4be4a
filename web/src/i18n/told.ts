/** The server tells in French; on the English screen its sentences are known by their shapes and told in English. */
import { remarks } from "./en/remarks.ts";
import { told, toldWords } from "./en/told.ts";

type Tell = (text: string) => string | undefined;

const MARK = /\{(\w*)\}/g;
const PARTS: { readonly [mark: string]: string } = { n: "([\\d\\s]+)" };
const OR = " ou ";

/** How the words in the place of a mark are told; `undefined` when they are not known. */
const TOLD_AS: { readonly [mark: string]: Tell } = {
  word: wordInEnglish,
  told: inEnglish,
  either: eitherInEnglish,
};

/** A sentence of the server in English; `undefined` when its shape is not known. */
export function inEnglish(text: string): string | undefined {
  for (const tell of [wordInEnglish, ...SHAPES]) {
    const english = tell(text);
    if (english !== undefined) return english;
  }
  return undefined;
}

function wordInEnglish(text: string): string | undefined {
  return Object.hasOwn(toldWords, text) ? toldWords[text] : undefined;
}

/** Two values of an axis, of which one may itself say “ou”. */
function eitherInEnglish(text: string): string | undefined {
  for (let at = text.indexOf(OR); at >= 0; at = text.indexOf(OR, at + 1)) {
    const sides = [text.slice(0, at), text.slice(at + OR.length)];
    const english = sides.map((side) => wordInEnglish(side) ?? (side.includes(OR) ? undefined : side));
    if (!english.includes(undefined)) return english.join(" or ");
  }
  return undefined;
}

function shape([french, english]: readonly [string, string]): Tell {
  const marks = [...french.matchAll(MARK)].map(([, mark]) => mark!);
  const parts = french.split(/\{\w*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(
    `^${parts.map((part, i) => part + (i < marks.length ? (PARTS[marks[i]!] ?? "(.+?)") : "")).join("")}$`,
    "s",
  );
  return (text) => {
    const found = pattern.exec(text)?.slice(1);
    const words = found?.map((part, i) => (TOLD_AS[marks[i]!] ?? String)(part));
    if (words === undefined || words.includes(undefined)) return undefined;
    let next = 0;
    return english.replace(MARK, () => words[next++]!);
  };
}

const SHAPES: readonly Tell[] = [...told, ...remarks].map(shape);
