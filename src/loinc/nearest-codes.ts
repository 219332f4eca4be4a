/** Which real codes somebody may have meant who wrote a wrong one. */
import { checkDigit, isLoincCode } from "./code.ts";
import { indexOfCode, type Release } from "./release.ts";

/**
 * The codes of `release` that are one slip of the pen from `text`: a digit changed, lost, added or swapped with its neighbour, a wrong check digit,
 * the hyphen lost. Never `text` itself; in order of slips, the check digit last. Empty when `text` is nothing like a code.
 */
export function nearestCodes(release: Release, text: string): string[] {
  const written = text.replace(/\D/g, "");
  if (written.length < 2 || written.length > 8) return [];
  const found = new Set<string>();
  const offer = (digits: string): void => {
    const code = `${digits.slice(0, -1)}-${digits.slice(-1)}`;
    if (code !== text && isLoincCode(code) && indexOfCode(release, code) >= 0) found.add(code);
  };
  offer(written);
  for (const digits of slips(written)) offer(digits);
  const body = written.slice(0, -1);
  offer(body + checkDigit(body));
  return [...found];
}

function* slips(digits: string): Generator<string> {
  for (let i = 0; i + 1 < digits.length; i++)
    yield digits.slice(0, i) + digits[i + 1]! + digits[i]! + digits.slice(i + 2);
  for (let i = 0; i < digits.length; i++)
    for (let digit = 0; digit < 10; digit++) yield digits.slice(0, i) + digit + digits.slice(i + 1);
  for (let i = 0; i < digits.length; i++) yield digits.slice(0, i) + digits.slice(i + 1);
  for (let i = 0; i <= digits.length; i++)
    for (let digit = 0; digit < 10; digit++) yield digits.slice(0, i) + digit + digits.slice(i);
}
