import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS } from "./columns.ts";
import { readHeader } from "./header.ts";
import type { FileKind } from "./types.ts";

const KINDS: readonly FileKind[] = ["chapters", "exams", "analyses"];
const titles = (kind: FileKind): string[] => COLUMNS[kind].map((column) => column.title);
const placesOf = (kind: FileKind, header: string) => readHeader(kind, header.split(";"))?.places;

describe("header rows", () => {
  it("are known in the order of the exchange, and in any other", () => {
    const shuffled = fc.constantFrom(...KINDS).chain((kind) => {
      const names = titles(kind);
      return fc.shuffledSubarray(names, { minLength: names.length }).map((order) => ({ kind, order }));
    });
    fc.assert(
      fc.property(shuffled, ({ kind, order }) => {
        expect(readHeader(kind, order)?.places).toEqual(titles(kind).map((title) => order.indexOf(title)));
      }),
    );
  });

  it("are known without accents, in capitals, shortened, joined", () => {
    expect(placesOf("chapters", "CODE_CHAP;LIB_CHAP;CODE_SS_CHAP;LIB_SS_CHAP")).toEqual([0, 1, 2, 3]);
    expect(placesOf("chapters", "libelleChapitre;codeChapitre")).toEqual([1, 0, undefined, undefined]);
    expect(placesOf("exams", "Cd examen;Libellé de l'examen;Code analyse;Lib. analyse;NABM")).toEqual([
      0,
      1,
      undefined,
      undefined,
      undefined,
      undefined,
      4,
      2,
      3,
    ]);
    expect(placesOf("analyses", "code;libellé;unité;méthode;nature du prélèvement")).toEqual([
      0,
      1,
      undefined,
      undefined,
      undefined,
      2,
      undefined,
      undefined,
      4,
      undefined,
      3,
      undefined,
    ]);
  });

  it("give a heading that is not known the meaning of its place while the others are in order", () => {
    expect(placesOf("chapters", "code chapitre;libellé chapitre;X1;X2")).toEqual([0, 1, 2, 3]);
    expect(readHeader("chapters", ["libellé chapitre", "code chapitre", "Service"])).toEqual({
      places: [1, 0, undefined, undefined],
      known: 2,
      unread: ["Service"],
    });
  });

  it.each([
    ["chapters", "HEMA;Hématologie;NFS;Hémogramme"],
    ["chapters", "CHAP;Chapitre divers;;"],
    ["chapters", "CODE;Codes à barres;;"],
    ["exams", "EXA;Examen direct;;MICR;BAC;Selles;HN;EXA;Examen direct"],
    ["analyses", "RES;Résultat;;;;;;;;;;"],
    ["analyses", "TECH;Technique utilisée;;;;;;;;;;"],
  ] as const)("are not seen in a row of %s: %s", (kind, row) => {
    expect(placesOf(kind, row)).toBeUndefined();
  });
});
