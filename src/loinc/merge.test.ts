import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTerms, aTerm } from "../../test/term.ts";
import { buildRelease } from "./build-release.ts";
import { mergeReleases } from "./merge.ts";
import { findTerm } from "./release.ts";

const first = { title: "Transloinc starter", version: "", source: "reference/starter" };
const second = { title: "LOINC 2.81", version: "2.81", source: "Loinc_2.81.zip" };

describe("merging releases", () => {
  it("gives one alone back as it is", () => {
    const release = buildRelease(second, [aTerm({ code: "2345-7" })]);
    expect(mergeReleases([release])).toBe(release);
  });

  it("holds every code once, with the later release's term", () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, (earlier, later) => {
        const merged = mergeReleases([buildRelease(first, earlier), buildRelease(second, later)]);
        expect(merged.size).toBe(new Set([...earlier, ...later].map((term) => term.code)).size);
        for (const term of later) expect(findTerm(merged, term.code)).toEqual(term);
        const replaced = new Set(later.map((term) => term.code));
        for (const term of earlier) if (!replaced.has(term.code)) expect(findTerm(merged, term.code)).toEqual(term);
      }),
    );
  });

  it("says what it is made of", () => {
    expect(mergeReleases([buildRelease(first, []), buildRelease(second, [])]).info).toEqual({
      title: "Transloinc starter + LOINC 2.81",
      version: "2.81",
      source: "reference/starter + Loinc_2.81.zip",
    });
  });
});
