/** What a ready-made search engine finds: MiniSearch over the names of every term, asked with the label and synonym as they are written. */
import MiniSearch from "minisearch";
import { codeOf, type Release, termAt } from "../src/loinc/release.ts";
import { usage } from "../src/matching/reference-index.ts";

export type Baseline = {
  /** The codes found, best first; at most `limit`. */
  readonly search: (text: string, limit: number) => { readonly loinc: string; readonly score: number }[];
};

/**
 * How much the most used test weighs against one that is not ranked, and how words may differ. Of ten settings tried on the gold catalogues, those
 * that put most right codes first: the comparison is with MiniSearch at its best, not as it comes.
 */
const POPULARITY = 10;
const OPTIONS = { prefix: true, fuzzy: 0.2, boost: { component: 2 } };

/** The index of long name, short name, component and related names; results are boosted by COMMON_TEST_RANK. */
export function buildBaseline(release: Release): Baseline {
  const index = new MiniSearch({ fields: ["longName", "shortName", "component", "related"] });
  index.addAll(
    Array.from({ length: release.size }, (_, id) => {
      const { longName, shortName, component, related } = termAt(release, id);
      return { id, longName, shortName, component, related };
    }),
  );
  return {
    search: (text, limit) =>
      index
        .search(text, { ...OPTIONS, boostDocument: (id: number) => 1 + POPULARITY * usage(release.rank[id]!) })
        .slice(0, limit)
        .map((result) => ({ loinc: codeOf(release, result.id as number), score: result.score })),
  };
}
