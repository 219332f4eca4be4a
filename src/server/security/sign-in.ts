import { getCookie } from "hono/cookie";
import { SESSION_COOKIE } from "../http/guard.ts";
import type { AppContext } from "../http/route.ts";
import { setSessionCookie } from "./cookies.ts";
import { closeSession, openSession, type SignedIn, sessionOf } from "./sessions.ts";

/** Opens a new session for the account and gives its cookie; a session that the browser had before is ended. */
export async function signInAs(context: AppContext, account: string): Promise<SignedIn> {
  const { database, now } = context.var.services;
  const before = getCookie(context, SESSION_COOKIE);
  if (before !== undefined) await closeSession(database, before);
  const token = await openSession(database, account, context.req.header("user-agent") ?? "", now());
  setSessionCookie(context, token);
  return (await sessionOf(database, token, now()))!;
}
