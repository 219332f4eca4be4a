import { deleteCookie, setCookie } from "hono/cookie";
import { SESSION_COOKIE } from "../http/guard.ts";
import { isSecure } from "../http/origin.ts";
import type { AppContext } from "../http/route.ts";
import { LONGEST_HOURS } from "./sessions.ts";

/** Gives the browser the session's token: no script reads it, no other site sends it. */
export function setSessionCookie(context: AppContext, token: string): void {
  setCookie(context, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: "Strict",
    secure: isSecure(context),
    path: "/",
    maxAge: LONGEST_HOURS * 3600,
  });
}

export function clearSessionCookie(context: AppContext): void {
  deleteCookie(context, SESSION_COOKIE, { path: "/", secure: isSecure(context) });
}
