import type { Refusal, RefusalCode } from "./types.ts";

export function refuse(refused: RefusalCode, message: string, details?: unknown): Refusal {
  return details === undefined ? { refused, message } : { refused, message, details };
}

/** True for a value that says why something was not done. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}
