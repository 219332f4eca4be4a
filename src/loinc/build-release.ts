import { codeNumber } from "./code.ts";
import { codedColumnBuilder, textBuilder } from "./column-builders.ts";
import { CODED, type Coded, type Release, type ReleaseInfo, TEXTS, type TextColumn } from "./release.ts";
import { STATUSES, type Term, USES } from "./term.ts";

/** Takes terms one by one, so that a whole table never stands in memory as objects. */
export type ReleaseBuilder = {
  /** Throws when the code is no LOINC code. Of two terms with one code the last is kept. */
  readonly add: (term: Term) => void;
  readonly build: (info: ReleaseInfo) => Release;
};

/** An empty builder. */
export function releaseBuilder(): ReleaseBuilder {
  const places = new Map<number, number>();
  const rows = { status: [] as number[], use: [] as number[], rank: [] as number[] };
  const coded = new Map(CODED.map((column) => [column, codedColumnBuilder()]));
  const texts = new Map(TEXTS.map((column) => [column, textBuilder()]));
  return {
    add(term) {
      const number = codeNumber(term.code);
      if (number === undefined) throw new RangeError(`not a LOINC code: ${term.code}`);
      places.set(number, rows.rank.length);
      rows.status.push(STATUSES.indexOf(term.status));
      rows.use.push(USES.indexOf(term.use));
      rows.rank.push(term.rank);
      for (const [column, builder] of coded) builder.add(term[column]);
      for (const [column, builder] of texts) builder.add(term[column]);
    },
    build(info) {
      const codes = Uint32Array.from(places.keys()).sort();
      const order = Uint32Array.from(codes, (number) => places.get(number)!);
      return {
        info,
        size: codes.length,
        codes,
        coded: Object.fromEntries([...coded].map(([column, builder]) => [column, builder.build(order)])) as {
          [column in Coded]: Release["coded"][column];
        },
        status: Uint8Array.from(order, (row) => rows.status[row]!),
        use: Uint8Array.from(order, (row) => rows.use[row]!),
        rank: Uint32Array.from(order, (row) => rows.rank[row]!),
        texts: Object.fromEntries([...texts].map(([column, builder]) => [column, builder.build(order)])) as {
          [column in TextColumn]: Release["texts"][column];
        },
      };
    },
  };
}

/** A release made of `terms`, in any order. Of two terms with one code the last is kept; a code that is no LOINC code throws. */
export function buildRelease(info: ReleaseInfo, terms: Iterable<Term>): Release {
  const builder = releaseBuilder();
  for (const term of terms) builder.add(term);
  return builder.build(info);
}
