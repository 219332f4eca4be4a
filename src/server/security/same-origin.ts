/** Whether a request comes from our own page. */

/** Names that lead to this machine only. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host.includes(":") && !host.includes("[") && host.split(":").length > 2 ? `[${host}]` : host);
}

/**
 * Whether a changing request may come from elsewhere. `own` is the origin that people type (`https://…`). Browsers say
 * `Origin` with every such request; a program that says neither `Origin` nor `Sec-Fetch-Site` is no browser.
 */
export function isForeign(headers: Headers, own: string): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin !== own;
  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}
