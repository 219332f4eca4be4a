/** Who may pass: the session, the role, and that the request comes from our own page. */
import { getCookie } from "hono/cookie";
import { isForeign } from "../security/same-origin.ts";
import { sessionOf } from "../security/sessions.ts";
import { sameSecret } from "../security/tokens.ts";
import { ownOrigin } from "./origin.ts";
import { type Refusal, refuse } from "./refusals.ts";
import type { AppContext, Method, Who } from "./route.ts";

export const SESSION_COOKIE = "transloinc";

/** Why the request is not let in, or `undefined`; puts who asks into the context. */
export async function guard(context: AppContext, who: Who, method: Method): Promise<Refusal | undefined> {
  const { services } = context.var;
  if (method !== "get" && isForeign(context.req.raw.headers, ownOrigin(context))) return refuse("csrf");
  const token = getCookie(context, SESSION_COOKIE);
  const actor = token === undefined ? undefined : await sessionOf(services.database, token, services.now());
  if (actor !== undefined) context.set("actor", actor);
  if (who === "anyone") return undefined;
  if (actor === undefined) return refuse("not-signed-in");
  if (who !== "signed-in" && !who.some((role) => actor.roles.includes(role))) return refuse("not-allowed");
  if (method !== "get" && !sameSecret(context.req.header("x-csrf-token") ?? "", actor.csrf)) return refuse("csrf");
  return undefined;
}
