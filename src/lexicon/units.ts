/** Units: from a French spelling to UCUM, from UCUM to a dimension, from a dimension to the LOINC properties that it allows. */
import { readRows, values, weighted } from "./table.ts";

/** What a unit says. */
export type UnitReading = {
  readonly ucum: string;
  /** Such as `mass/volume`; see lexicon/unit-properties.tsv. */
  readonly dimension: string;
  /** How well each LOINC property fits, 0 to 1; a property not listed contradicts the unit. Empty when the unit says nothing of the property. */
  readonly properties: ReadonlyMap<string, number>;
  /** What stands in the denominator when it is a substance of its own (`mg/g créat` → `creatinine`, `/100 GB` → `100 leukocytes`), else empty. */
  readonly per: string;
  /** LOINC time of the collection that the unit states (`mmol/24h` → `24H`), else empty. */
  readonly time: string;
};

/** Spellings → UCUM, with their case and without it; UCUM → what it says. */
export type UnitMaps = {
  readonly exact: ReadonlyMap<string, string>;
  readonly loose: ReadonlyMap<string, string>;
  readonly readings: ReadonlyMap<string, UnitReading>;
};

export type UnitTable = UnitMaps & {
  /** The reading of a unit as written, or `undefined` when the spelling is unknown. */
  readonly read: (text: string) => UnitReading | undefined;
};

/** The unit table of units.tsv and unit-properties.tsv. Spellings are compared without spaces, with their case first, then without it. */
export function readUnits(units: string, properties: string): UnitTable {
  const fits = new Map<string, ReadonlyMap<string, number>>();
  for (const row of readRows("unit-properties.tsv", properties, ["dimension", "properties"])) {
    fits.set(row.dimension, new Map(weighted(row.properties)));
  }
  const readings = new Map<string, UnitReading>();
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  for (const row of readRows("units.tsv", units, ["ucum", "forms"])) {
    const dimension = dimensionOf(row.ucum);
    const fit = fits.get(dimension) ?? new Map<string, number>();
    readings.set(row.ucum, {
      ucum: row.ucum,
      dimension,
      properties: fit,
      per: perOf(row.ucum),
      time: timeOf(row.ucum),
    });
    for (const form of [row.ucum, ...values(row.forms)]) {
      const key = spelling(form);
      if (!exact.has(key)) exact.set(key, row.ucum);
      if (!loose.has(key.toLowerCase())) loose.set(key.toLowerCase(), row.ucum);
    }
  }
  return unitTable({ exact, loose, readings });
}

/** The table that looks units up in `maps`. */
export function unitTable(maps: UnitMaps): UnitTable {
  const { exact, loose, readings } = maps;
  const known = (text: string): UnitReading | undefined => {
    const key = spelling(text);
    const ucum =
      exact.get(key) ?? loose.get(key.toLowerCase()) ?? loose.get(key.toLowerCase().replace(UNSLASHED, "$1/$2"));
    return ucum === undefined ? undefined : readings.get(ucum);
  };
  return {
    ...maps,
    read(text) {
      const plain = text
        .replace(MAKERS, "")
        .replace(MEASURED, "$1/$2")
        .replace(COUNTED, "/$1")
        .replace(COLLECTED, "$1");
      return known(text) ?? (plain === text ? undefined : known(plain));
    },
  };
}

/** What a unit of a test's own begins with (`VIE U/mL`): only what is known for one, for `LOG` and `MIO` are powers of ten. */
const MAKERS = /^(?:VIE|EIA|ELISA|GPL|MPL|APL|RU) (?=(?:U|UI|IU|UA|AU) ?\/)/;
/** What is measured may stand in its unit (`µg Hb/g`), and so may what is counted (`parasites/µL`). */
const MEASURED = /^(\p{L}{1,4}) \p{L}+ ?\/ ?(.+)$/u;
const COUNTED =
  /^(?:parasites?|plasmodiums?|trophozo[iï]tes?|(?:oe|œ)ufs?|kystes?|larves?|microfilaires?|cellules?|cells?|bact[ée]ries?|germes?|bacilles?|colonies|filaments?|[ée]l[ée]ments?) ?\/ ?(.+)$/iu;

/** What is collected over a time may stand behind it: `mmol/24 h créat`. */
const COLLECTED = /^(\p{L}+ ?\/ ?24 ?h) (?:de )?cr[ée]at\p{L}*\.?$/iu;

const QUANTITY = /\/[\d.]*([mcdu]?l|litres?|[kmu]?g|mm[3³]|h)$/i;
const SOME_QUANTITY: UnitReading = { ucum: "", dimension: "", properties: new Map(), per: "", time: "" };

/** A reading without UCUM nor properties for a unit that no table knows but that is plainly one of a quantity (`œufs/10 mL`), else `undefined`. */
export function someQuantity(text: string): UnitReading | undefined {
  return QUANTITY.test(spelling(text)) ? SOME_QUANTITY : undefined;
}

/** Codes of units leave the stroke out: `MGDL`, `MMOLL`. */
const UNSLASHED = /^((?:[munp\u00b5]?(?:g|mol|ui|u)|meq))(d?l|ml|ul)$/;

/** `text` without spaces, exponents brought down to the line, and one letter for micro: `10⁹ / L` → `109/L`. */
function spelling(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").replace(/[μΜ]/g, "u").replaceAll("·", ".");
}

function perOf(ucum: string): string {
  if (ucum === "/100{WBCs}") return "100 leukocytes";
  return ucum.includes("{creat}") ? "creatinine" : ucum.includes("{Hb}") ? "hemoglobin" : "";
}

/** Hours of a collection; `mm/(2.h)` is a speed. */
function timeOf(ucum: string): string {
  const hours = /^(?!mm\/).*\/\((\d+)\.h\)/.exec(ucum)?.[1];
  return hours === undefined ? "" : `${hours}H`;
}

/** Units whose dimension their structure does not tell. */
const NAMED: Readonly<Record<string, string>> = {
  // what only entities are measured in: red cells, platelets, fibres
  pg: "mass/entity",
  fL: "volume/entity",
  um: "length/entity",
  nm: "length/entity",
  fmol: "substance/entity",
  "umol/{ejaculate}": "substance/ejaculate",
  "{copies}/ug{DNA}": "number/mass of DNA",
  "/min": "number/time alone",
  "[pH]": "pH",
  cP: "viscosity",
  "{Spec_grav}": "density",
  "%": "percent",
  "%{activity}": "percent of normal",
  "%{basal}": "percent of normal",
  "%{saturation}": "percent of normal",
  "%{inhibition}": "percent inhibition",
  "%{B/B0}": "percent inhibition",
  "%{aggregation}": "percent aggregation",
  "[ppth]": "permille",
  "/1000{RBCs}": "permille",
  "[ppm]": "parts per million",
  "[ppb]": "parts per million",
  "1": "dimensionless",
  "{ratio}": "ratio",
  "{index}": "index",
  "{s_co_ratio}": "signal to cut-off",
  "{INR}": "INR",
  "{M.o.M}": "multiple of median",
  "{OD}": "optical density",
  "{OD_ratio}": "optical density",
  "{titer}": "titre",
  "{log2_titer}": "log titre",
  "{score}": "score",
  "{Zscore}": "z-score",
  "{percentile}": "percentile",
  "{Ct_value}": "cycle threshold",
  "{class}": "class",
  "{grade}": "grade",
  "{trace}": "grade",
  "{risk}": "risk",
  "{MFI}": "fluorescence",
  "{MESF}": "fluorescence",
  "{RLU}": "counts by minute",
  "{stimulation_index}": "stimulation index",
  "{repeats}": "repeats",
  "{bp}": "base pairs",
  "{spots}": "spots",
  "{absent_present}": "presence",
};

/** Kinds of the parts of a unit, by their spelling without annotation; the first that fits. */
const KINDS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^(d|c|m|u|n|p|f|k)?g$|^\[lb_av\]$/, "mass"],
  [/^(m|u|n|p|f)?(mol|eq)$/, "substance"],
  [/^m?osm$/, "osmoles"],
  [/^(k|m|u|n|p)?(U|kat)$/, "catalytic"],
  [/^(k|m|u)?\[(IU|\w+'U)\]$/, "arbitrary"],
  [/^m?Bq$/, "radioactivity"],
  [/^k?(J|cal)$/, "energy"],
  [/^(d|c|m|u|f)?L$|^m3$/, "volume"],
  [/^(m|c|d)?m2$/, "area"],
  [/^(c|m|u|n)?m$/, "length"],
  [/^m?s$|^(min|h|d|wk|mo|a)$/, "time"],
  [/^[kh]?Pa$|^c?m+\[(Hg|H2O)\]$/, "pressure"],
  [/^(\d+|10\*\d+)?$/, "number"],
  [/^\[[HL]PF\]$/, "area"],
];

/** The same for parts that are nothing but an annotation, without its braces. */
const ANNOTATIONS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/'U$|_U$/, "arbitrary"],
  [/^Log$/, "log"],
  [/^Log_(copies|CFU)$/, "log number"],
  [/^Log_IU$/, "log arbitrary"],
  [/^(copies|CFU|cells|events|embryo|#)$/, "number"],
  [/^(field|1\.73_m2)$/, "area"],
  [/^(specimen|ejaculate)$/, "sample"],
];

/**
 * The dimension of a UCUM unit in the words of lexicon/unit-properties.tsv, numerator first: `mmol/L` → `substance/volume`.
 * Parts that it does not know are `unknown`.
 */
export function dimensionOf(ucum: string): string {
  const named = NAMED[ucum];
  if (named !== undefined) return named;
  // an annotation may hold a slash: nmol{1/2cys}/mg
  const parts = ucum.match(/\/|(?:\{[^}]*\}|[^/{])+/g) ?? [];
  const [top = "number", ...below] = (parts[0] === "/" ? ["", ...parts] : parts)
    .filter((part) => part !== "/")
    .map(kindOf);
  const by = below
    .filter((kind) => kind !== "sample")
    .map((kind) => (kind === "number" && !top.endsWith("number") ? "entity" : kind));
  const [first, second] = by;
  // an amount made or spoilt in a time, then by volume or mass, is an activity; by mass, then time, it is an output by body weight
  if (top === "substance" && first === "time" && second !== undefined) return `catalytic/${second}`;
  if (top === "mass" && first === "volume" && second === "time") return "catalytic/volume";
  const creatinine = first === "mass" && (top === "mass" || top === "substance") && ucum.endsWith("{creat}");
  return [top, ...by].join("/") + (creatinine ? " of creatinine" : "");
}

function kindOf(part: string): string {
  const annotation = /^\{(.*)\}$/.exec(part)?.[1];
  if (annotation !== undefined) return first(ANNOTATIONS, annotation);
  // U{ELISA}: the maker's own unit
  if (/^U\{/.test(part)) return "arbitrary";
  const bare = part.replace(/\{[^}]*\}/g, "").replace(/^\((.*)\)$/, "$1");
  // in 24.h and 8.10*8 the number is a quantity of the atom
  return bare
    .replace(/^\d+\./, "")
    .split(".")
    .map((atom) => first(KINDS, atom))
    .join("·");
}

function first(kinds: readonly (readonly [pattern: RegExp, kind: string])[], text: string): string {
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? "unknown";
}
