const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** `id` when it may be one, else one that nothing has: what comes from an address bar finds nothing rather than fails. */
export function askedId(id: string): string {
  return UUID.test(id) ? id : NOBODY;
}

/** A number that may be the identity of a row, else one that nothing has. */
export function askedNumber(id: number): number {
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}
