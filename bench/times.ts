/** How long requests took. */

/** The value that `share` of `times`, in milliseconds, do not exceed; `NaN` of none. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** One line of a table: how many, half, 95 %, 99 % and the most. */
export function timesLine(name: string, times: readonly number[]): string {
  const cells = [0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(0).padStart(7));
  return `  ${name.padEnd(44)} ${String(times.length).padStart(7)} ${cells.join(" ")}`;
}

export const TIMES_HEAD = `  ${"milliseconds".padEnd(44)} ${["asked", "half", "95 %", "99 %", "most"].map((title) => title.padStart(7)).join(" ")}`;
