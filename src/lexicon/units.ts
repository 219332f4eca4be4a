/** Units: from a French spelling to UCUM, from UCUM to a dimension, from a dimension to the LOINC properties that it allows. */
import { readRows, values, weighted } from "./table.ts";

/** What a unit says. */
export type UnitReading = {
  readonly ucum: string;
  /** Such as `mass/volume`; see lexicon/unit-properties.tsv. */
  readonly dimension: string;
  /** How well each LOINC property fits, 0 to 1; a property not listed contradicts the unit. */
  readonly properties: ReadonlyMap<string, number>;
  /** What stands in the denominator when it is a substance of its own (`mg/g créat` → `creatinine`), else empty. */
  readonly per: string;
};

export type UnitTable = {
  /** The reading of a unit as written, or `undefined` when the spelling is unknown. */
  readonly read: (text: string) => UnitReading | undefined;
};

/** The unit table of units.tsv and unit-properties.tsv. Spellings are compared exactly first, then without spaces, then without case. */
export function readUnits(units: string, properties: string): UnitTable {
  const fits = new Map<string, ReadonlyMap<string, number>>();
  for (const row of readRows("unit-properties.tsv", properties, ["dimension", "properties"])) {
    fits.set(row.dimension, new Map(weighted(row.properties)));
  }
  const readings = new Map<string, UnitReading>();
  const reading = (ucum: string): UnitReading => {
    const dimension = dimensionOf(ucum);
    return {
      ucum,
      dimension,
      properties: fits.get(dimension) ?? new Map(),
      per: /creat/i.test(ucum) ? "creatinine" : /hb|hgb|hemoglobin/i.test(ucum) ? "hemoglobin" : "",
    };
  };
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  for (const row of readRows("units.tsv", units, ["ucum", "forms"])) {
    readings.set(row.ucum, reading(row.ucum));
    for (const form of [row.ucum, ...values(row.forms)]) {
      exact.set(spelling(form), row.ucum);
      const key = spelling(form).toLowerCase();
      if (!loose.has(key)) loose.set(key, row.ucum);
    }
  }
  return {
    read(text) {
      const key = spelling(text);
      const ucum = exact.get(key) ?? loose.get(key.toLowerCase());
      return ucum === undefined ? undefined : readings.get(ucum);
    },
  };
}

function spelling(text: string): string {
  return text
    .replace(/\s+/g, "")
    .replaceAll("μ", "u")
    .replaceAll("µ", "u")
    .replaceAll("²", "2")
    .replaceAll("³", "3")
    .replaceAll("⁹", "9")
    .replaceAll("·", ".");
}

const ATOMS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^%$/, "percent"],
  [/^\[ppth\]$|^\{?per_?mille/, "percent"],
  [/^\{index/i, "index"],
  [/^\{s_co|^\{ratio|^\{od|^\{inr/i, "ratio"],
  [/^\{titer|^\{titre|^\{dilution/i, "titre"],
  [/^\{mom/i, "mom"],
  [/^\{score/i, "score"],
  [/^\{log_?(iu|ui)|^log.*(iu|ui)/i, "log arbitrary"],
  [/^\{log|^log/i, "log number"],
  [/^\[ph\]$/i, "ph"],
  [/\[iu\]|\[arb'u\]|\[ku\]|\[.*u\]|^\{(au|bau|gpl|mpl|apl|ru|arb)/i, "arbitrary"],
  [/^[pnumkM]?(U|kat)$/, "catalytic"],
  [/^m?osm$/i, "osmoles"],
  [/^[pnum]?(mol|eq)$/, "substance"],
  [/^[fpnumkd]?g$/, "mass"],
  [/^[fpnumdc]?L$/, "volume"],
  [/^(mm|um|cm|m|nm)3?$/, "length"],
  [/^[um]?s$|^min$|^h$|^d$|^wk$|^mo$|^a$/, "time"],
  [/^k?Pa$|^mm\[Hg\]$|^bar$/, "pressure"],
  [/^10\*\d+$|^\{(copies|cfu|ufc|cells|leucocytes|#)|^1$|^$/i, "number"],
  [/^Cel$/, "temperature"],
  [/1\.73_m2/, "area"],
];

/** The dimension of a UCUM unit, `numerator/denominator…` in the words of unit-properties.tsv; `unknown` for what it does not know. */
export function dimensionOf(ucum: string): string {
  const parts = ucum.split("/").map((part) => kindOf(part));
  return parts
    .map((part, i) => (i === 0 && part === "number" && parts.length === 1 ? "dimensionless" : part))
    .join("/");
}

function kindOf(part: string): string {
  const bare = part.replace(/^\d+(?=\{)/, "");
  const atom =
    /^\{/.test(bare) || /\[/.test(bare)
      ? bare
      : bare
          .replace(/\{[^}]*\}/g, "")
          .replace(/^10+(?=[a-zA-Z])/, "")
          .replace(/\.\w+$/, "");
  if (/^(100|1000)?\{.*(wbc|leuk|cell|rbc|gb|hb)/i.test(part)) return "entities";
  for (const [pattern, kind] of ATOMS) if (pattern.test(atom)) return kind;
  if (/^mm3$/.test(atom)) return "volume";
  return "unknown";
}
