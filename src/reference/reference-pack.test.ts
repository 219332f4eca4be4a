import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCode, anyTerms } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { encodePack } from "../loinc/pack.ts";
import { decodePackSections, PackError } from "../loinc/pack-sections.ts";
import { circuitOf, NO_COMPANIONS } from "./companions.ts";
import { frenchName, frenchNamesBuilder } from "./french-names.ts";
import { countsOf, type Reference } from "./reference.ts";
import { decodeReference, encodeReference, isIntact } from "./reference-pack.ts";

const info = { title: "LOINC 2.81", version: "2.81", source: "Loinc_2.81.zip" };
const facts = {
  kind: "loinc",
  version: "2.81",
  title: "LOINC 2.81",
  sources: ["Loinc_2.81.zip"],
  sourceHash: "00",
  added: "2026-11-27T10:00:00.000Z",
  counts: {},
} as const;

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const codes = fc.uniqueArray(anyCode, { maxLength: 6 });
const anyNames = fc
  .uniqueArray(fc.record({ code: anyCode, label: text, component: text, system: text, synonyms: text }), {
    selector: ({ code }) => code,
    maxLength: 8,
  })
  .map((rows) => {
    const builder = frenchNamesBuilder();
    for (const row of rows) builder.add(row);
    return { rows, names: builder.build() };
  });
const anyReference = fc.record({
  terms: anyTerms,
  french: fc.array(anyNames, { maxLength: 2 }),
  circuit: fc.option(fc.tuple(codes, codes, codes, codes), { nil: undefined }),
  nabm: fc.dictionary(fc.stringMatching(/^\d{4}$/), codes),
  panels: fc.dictionary(anyCode, codes),
  replacements: fc.dictionary(anyCode, fc.array(fc.record({ code: anyCode, comment: text }), { maxLength: 2 })),
  partNames: fc.dictionary(text, text),
  notices: fc.dictionary(anyCode, text),
});

function referenceOf(given: typeof anyReference extends fc.Arbitrary<infer Given> ? Given : never): Reference {
  const { terms, french, circuit, nabm, panels, replacements, partNames, notices } = given;
  const [exams, analyses, chapters, others] = circuit?.map((list) => new Set(list)) ?? [];
  const companions = {
    french: french.map(({ names }) => names),
    circuit: exams && circuitOf({ exams, analyses: analyses!, chapters: chapters! }, others),
    nabm: new Map(Object.entries(nabm)),
    panels: new Map(Object.entries(panels)),
    replacements: new Map(Object.entries(replacements)),
    partNames: new Map(Object.entries(partNames)),
    notices: new Map(Object.entries(notices)),
  };
  const release = terms.length === 0 ? undefined : buildRelease(info, terms);
  return { facts: { ...facts, counts: countsOf({ release, companions }) }, release, companions };
}

const bytesOf = (reference: Reference): Buffer => Buffer.from(encodeReference(reference));

describe("the pack of a reference", () => {
  it("gives back what was put in", () => {
    fc.assert(
      fc.property(anyReference, (given) => {
        const reference = referenceOf(given);
        const bytes = bytesOf(reference);
        const again = decodeReference(bytes);
        // compared as bytes: what is read maps onto the pack
        expect(bytesOf(again).equals(bytes)).toBe(true);
        expect(again.facts).toEqual(reference.facts);
        expect(again.companions.circuit).toEqual(reference.companions.circuit);
        for (const map of ["nabm", "panels", "replacements", "partNames", "notices"] as const)
          expect(again.companions[map]).toEqual(reference.companions[map]);
        for (const [i, { rows }] of given.french.entries())
          for (const row of rows) expect(frenchName([again.companions.french[i]!], row.code)).toMatchObject(row);
      }),
    );
  });

  it("knows whether any byte of its content was changed", () => {
    fc.assert(
      fc.property(anyReference, fc.nat(), (given, at) => {
        // aligned, so that what is read maps onto it
        const bytes = Uint8Array.from(bytesOf(referenceOf(given)));
        expect(isIntact(bytes)).toBe(true);
        const sections = decodePackSections(bytes);
        const bodies = (sections.head.sectionNames as string[]).map(sections.bytes).filter(({ length }) => length > 0);
        fc.pre(bodies.length > 0);
        const body = bodies[at % bodies.length]!;
        body[at % body.length]! ^= 1;
        expect(isIntact(bytes)).toBe(false);
      }),
    );
  });

  it("also reads the pack of a table alone", () => {
    const { facts: read, release } = decodeReference(encodePack(buildRelease(info, [])));
    expect([read.kind, read.version, release!.info]).toEqual(["loinc", "2.81", info]);
  });

  it("is refused when it is cut", () => {
    const names = frenchNamesBuilder();
    names.add({ code: "2345-7", label: "Glucose" });
    const companions = { ...NO_COMPANIONS, french: [names.build()] };
    const bytes = bytesOf({ facts: { ...facts, kind: "biologie-fr" }, release: undefined, companions });
    for (const length of [0, 10, 40, bytes.length - 9])
      expect(() => decodeReference(bytes.subarray(0, length))).toThrow(PackError);
  });
});
