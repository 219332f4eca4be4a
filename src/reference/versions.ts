/** Versions of references: numbers (`2.81`), or dates (`2026-06-30`). */

/** Negative when `a` comes before `b`: numbers in them are compared as numbers, the rest as text. */
export function byVersion(a: string, b: string): number {
  const [partsA, partsB] = [a, b].map((version) => version.split(/(\d+)/).filter((part) => part !== ""));
  for (let i = 0; i < Math.max(partsA!.length, partsB!.length); i++) {
    const [one = "", other = ""] = [partsA![i], partsB![i]];
    const order =
      /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : one < other ? -1 : one > other ? 1 : 0;
    if (order !== 0) return order;
  }
  return 0;
}

/** The version that a file name holds: a release number, or a date as AAAA-MM-JJ; empty when it holds none. */
export function versionInName(name: string): string {
  const [, year, month, day] = /(?<!\d)(20\d\d)[-_.]?([01]\d)(?:[-_.]?([0-3]\d))?(?!\d)/.exec(name) ?? [];
  if (year !== undefined) return [year, month, day].filter((part) => part !== undefined).join("-");
  return /(?<!\d)(\d+\.\d{1,3})(?!\d)/.exec(name)?.[1] ?? "";
}
