/** Where the request came in, as the person's browser sees it. */
import { getConnInfo } from "@hono/node-server/conninfo";
import type { AppContext } from "./route.ts";

/** Scheme, host and port that people type; a proxy's when it is configured. */
export function ownOrigin(context: AppContext): string {
  return context.var.services.config.publicUrl ?? new URL(context.req.url).origin;
}

export function isSecure(context: AppContext): boolean {
  return ownOrigin(context).startsWith("https:");
}

/** Address of the client; behind a trusted proxy what the proxy says. */
export function clientAddress(context: AppContext): string {
  const forwarded = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  if (context.var.services.config.trustProxy && forwarded) return forwarded;
  // a request that came by no socket, as in tests, has no address
  return context.env !== undefined && "incoming" in (context.env as object)
    ? (getConnInfo(context).remote.address ?? "")
    : "";
}
