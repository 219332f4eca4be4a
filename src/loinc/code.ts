/** LOINC codes: digits, a hyphen, a check digit (mod 10, LOINC Users' Guide, appendix C). */

const SHAPE = /^([1-9]\d{0,6})-(\d)$/;

/** The check digit, 0 to 9, that belongs after `digits` (the part of a code before the hyphen). */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = digits.length - 1, odd = true; i >= 0; i--, odd = !odd) {
    const digit = digits.charCodeAt(i) - 48;
    sum += odd ? ((digit * 2) % 10) + Math.floor((digit * 2) / 10) : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** True when `text` has the shape of a LOINC code and its check digit is right. Says nothing of whether the code exists. */
export function isLoincCode(text: string): boolean {
  const match = SHAPE.exec(text);
  return match !== null && checkDigit(match[1]!) === Number(match[2]);
}

/** A code as one integer (`2345-7` → 23457), to sort and store it; `undefined` when it has not the shape of a code. */
export function codeNumber(code: string): number | undefined {
  const match = SHAPE.exec(code);
  return match === null ? undefined : Number(match[1]) * 10 + Number(match[2]);
}

/** The code that `codeNumber` made an integer of. */
export function codeText(number: number): string {
  return `${Math.floor(number / 10)}-${number % 10}`;
}
