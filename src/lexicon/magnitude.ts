/** How large a unit is among those of its dimension: what tells triglycerides in g/L from thyroglobulin in ng/mL. */

const PREFIXES: Readonly<Record<string, number>> = { k: 3, d: -1, c: -2, m: -3, u: -6, n: -9, p: -12, f: -15 };
const MEASURE = /^([kdcmunpf]?)(?:g|mol|eq|L|U|kat|\[IU\]|\[\w+'U\]|Bq|osm)$/;
const COUNT = /^(?:10\*(\d+))?$/;

/**
 * The decimal logarithm of `ucum` in its dimension's base unit: -2 for `mg/dL` (grams a litre), 9 for `10*9/L`. `undefined` for units that are no
 * plain amount, or amount by amount.
 */
export function magnitude(ucum: string): number | undefined {
  const parts = ucum.replace(/\{[^}]*\}/g, "").split("/");
  if (parts.length > 2) return undefined;
  const [top, below] = parts.map(logOf);
  if (top === undefined || (parts.length === 2 && below === undefined)) return undefined;
  return top - (below ?? 0);
}

function logOf(part: string): number | undefined {
  const count = COUNT.exec(part);
  if (count !== null) return Number(count[1] ?? 0);
  const prefix = MEASURE.exec(part)?.[1];
  return prefix === undefined ? undefined : (PREFIXES[prefix] ?? 0);
}
