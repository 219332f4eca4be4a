import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { canEncode, decode, detectEncoding, type Encoding, encode } from "./encoding.ts";

const SINGLE_BYTE = ["windows-1252", "iso-8859-15", "cp850", "macroman"] as const;

const detect = (bytes: Uint8Array) => detectEncoding(bytes, "f.csv");
const codes = (bytes: Uint8Array): string[] => detect(bytes).problems.map((problem) => problem.code);

describe("detecting the encoding", () => {
  it("takes a byte order mark at its word", () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x41);
    expect(detect(bytes)).toMatchObject({ encoding: "utf-8", bom: true, problems: [] });
  });

  it("takes valid UTF-8 for UTF-8, and says when nothing but ASCII was seen", () => {
    expect(detect(Buffer.from("HEMA;Hématologie;µg/L"))).toMatchObject({
      encoding: "utf-8",
      bom: false,
      possible: ["utf-8"],
    });
    expect(detect(Buffer.from("HEMA;HEMATO"))).toMatchObject({
      encoding: "utf-8",
      possible: ["utf-8", ...SINGLE_BYTE],
    });
  });

  const TEXTS = [
    "HEMA;Hématologie;NFS;Hémogramme",
    "PROT;Électrophorèse des protéines sériques",
    "GLY;Glycémie à jeun;;;MMOLL;mmol/L",
    "ALB;Microalbuminurie des 24 h;µalb;mg/24 h\nCRE;Créatininémie;;µmol/L",
    "ECBU;Recherche d'hématies (prélèvement du matin)",
  ];
  it.each(
    SINGLE_BYTE.flatMap((encoding) => TEXTS.map((text) => ({ encoding, text }))),
  )("reads « $text » back from $encoding", ({ encoding, text }) => {
    const bytes = iconv.encode(text, encoding);
    const { encoding: found } = detect(bytes);
    expect(decode(bytes, found)).toBe(text);
  });

  it("knows Windows-1252 by what only it has", () => {
    expect(detect(iconv.encode("OES;Dosage d’œstradiol – 17 bêta", "windows-1252")).encoding).toBe("windows-1252");
    expect(detect(iconv.encode("DIL;dilution 1½;±0,5", "windows-1252")).encoding).toBe("windows-1252");
  });

  it("knows ISO-8859-15 by œ, Œ and € where Windows-1252 would have ½, ¼ and ¤", () => {
    expect(detect(iconv.encode("OES;Sœur, cœur, œstradiol", "iso-8859-15")).encoding).toBe("iso-8859-15");
    expect(detect(iconv.encode("OES;ŒSTRADIOL", "iso-8859-15")).encoding).toBe("iso-8859-15");
    expect(detect(iconv.encode("HN;hors nomenclature 12 €", "iso-8859-15")).encoding).toBe("iso-8859-15");
  });

  it("knows cp850 and MacRoman in capitals, by a degree sign, by a lone micro", () => {
    for (const encoding of ["cp850", "macroman"] as const) {
      for (const text of ["HÉMATOLOGIE;BIOCHIMIE GÉNÉRALE", "T;pH corrigé à 37 °C"]) {
        expect(detect(iconv.encode(text, encoding)).encoding).toBe(encoding);
      }
    }
    expect(detect(iconv.encode("CRE;CREATININE;µmol/L", "cp850")).encoding).toBe("cp850");
    expect(detect(iconv.encode("CRE;CREATININE;µmol/L", "windows-1252")).encoding).toBe("windows-1252");
  });

  it("warns of old encodings", () => {
    expect(codes(iconv.encode("HEMA;Hématologie", "cp850"))).toEqual(["old-encoding"]);
    expect(codes(iconv.encode("HEMA;Hématologie", "macroman"))).toEqual(["old-encoding"]);
    expect(codes(iconv.encode("HEMA;Hématologie", "windows-1252"))).toEqual([]);
  });

  it("warns when no encoding gives plausible text", () => {
    expect(
      codes(Buffer.concat([Buffer.from("HEMA;Hématologie;Protéines", "utf8"), Buffer.of(0x81, 0xff, 0xfe, 0xf7)])),
    ).toEqual(["uncertain-encoding"]);
  });

  it("warns when the byte order mark lies", () => {
    expect(codes(Buffer.from([0xef, 0xbb, 0xbf, 0x48, 0xe9, 0x6d]))).toEqual(["invalid-utf8"]);
  });
});

describe("writing", () => {
  it("gives back what it reads, wherever the encoding has the character", () => {
    const encodings: readonly Encoding[] = ["utf-8", ...SINGLE_BYTE];
    fc.assert(
      fc.property(fc.constantFrom(...encodings), fc.string({ unit: "grapheme" }), (encoding, text) => {
        const known = [...text].filter((character) => canEncode(character, encoding)).join("");
        expect(decode(encode(known, encoding), encoding)).toBe(known);
      }),
    );
  });

  it("knows what an encoding lacks", () => {
    expect(canEncode("œ", "windows-1252")).toBe(true);
    expect(canEncode("œ", "cp850")).toBe(false);
    expect(canEncode("β", "iso-8859-15")).toBe(false);
    expect(canEncode("\ufffd", "windows-1252")).toBe(false);
  });
});
