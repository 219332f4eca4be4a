import { codeNumber } from "./code.ts";
import {
  CODED,
  type Coded,
  type CodedColumn,
  type Release,
  type ReleaseInfo,
  TEXTS,
  type TextBlob,
} from "./release.ts";
import { STATUSES, type Term, USES } from "./term.ts";

/** A release made of `terms`, in any order. Of two terms with one code the last is kept; a code that is no LOINC code throws. */
export function buildRelease(info: ReleaseInfo, terms: Iterable<Term>): Release {
  const byCode = new Map<number, Term>();
  for (const term of terms) {
    const number = codeNumber(term.code);
    if (number === undefined) throw new RangeError(`not a LOINC code: ${term.code}`);
    byCode.set(number, term);
  }
  const codes = Uint32Array.from(byCode.keys()).sort();
  const sorted = Array.from(codes, (number) => byCode.get(number)!);
  const coded = Object.fromEntries(CODED.map((column) => [column, codedColumn(sorted, column)]));
  const texts = Object.fromEntries(TEXTS.map((column) => [column, textBlob(sorted.map((term) => term[column]))]));
  return {
    info,
    size: sorted.length,
    codes,
    coded: coded as Release["coded"],
    status: Uint8Array.from(sorted, (term) => STATUSES.indexOf(term.status)),
    use: Uint8Array.from(sorted, (term) => USES.indexOf(term.use)),
    rank: Uint32Array.from(sorted, (term) => term.rank),
    texts: texts as Release["texts"],
  };
}

function codedColumn(terms: readonly Term[], column: Coded): CodedColumn {
  const numbers = new Map<string, number>([["", 0]]);
  const ids = Uint32Array.from(terms, (term) => {
    const value = term[column];
    let id = numbers.get(value);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(value, id);
    }
    return id;
  });
  return { values: [...numbers.keys()], ids };
}

function textBlob(texts: readonly string[]): TextBlob {
  const parts = texts.map((text) => Buffer.from(text, "utf8"));
  let end = 0;
  const ends = Uint32Array.from(parts, (part) => {
    end += part.length;
    return end;
  });
  return { bytes: Buffer.concat(parts), ends };
}
