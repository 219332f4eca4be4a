/** A number with its noun, as the language has it: in French none and one are singular. */
export type Counted = (n: number, one: string, many: string) => string;

/** `counted(2, "ligne", "lignes")` is "2 lignes". */
export function countedIn(locale: string): Counted {
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  return (n, one, many) => `${numbers.format(n)} ${rules.select(n) === "one" ? one : many}`;
}
