/** Texts that a database takes: PostgreSQL has no NUL, and no half of a character. */

/** `text` without NUL; halves of characters become the replacement character. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\ufffd");
}

/** JSON of `value`, all texts in it storable. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  // Only what JSON writes as an escape can be unstorable; it is rare, and looking at every value is slow.
  if (!text.includes("\\u")) return text;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? storable(part) : part));
}
