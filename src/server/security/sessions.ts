/** Who is signed in: a random token in the browser's cookie, its hash in the database. */
import type { Queries } from "../../workspace/database.ts";
import type { Actor } from "../../workspace/types.ts";
import { newToken, tokenHash } from "./tokens.ts";

/** Hours without a request, and hours in all, after which one signs in again. */
export const IDLE_HOURS = 2;
export const LONGEST_HOURS = 12;

/** `seen_at` is written at most this often: a request that only reads seldom writes. */
const SEEN_SECONDS = 60;

export type SignedIn = Actor & { readonly login: string; readonly csrf: string; readonly expiresAt: Date };

/** Opens a session; the token for the cookie. */
export async function openSession(db: Queries, account: string, userAgent: string, now: Date): Promise<string> {
  const token = newToken();
  await db.query("delete from session where seen_at < $1 or created_at < $2", [
    hoursBefore(now, IDLE_HOURS),
    hoursBefore(now, LONGEST_HOURS),
  ]);
  await db.query(
    "insert into session (token_hash, account, csrf, created_at, seen_at, user_agent) values ($1, $2, $3, $4, $4, $5)",
    [tokenHash(token), account, newToken(), now, userAgent.slice(0, 200)],
  );
  return token;
}

/** Whose session `token` opens; `undefined` when it has ended or its account may no longer sign in. */
export async function sessionOf(db: Queries, token: string, now: Date): Promise<SignedIn | undefined> {
  const hash = tokenHash(token);
  const [found] = await db.query<Omit<SignedIn, "expiresAt"> & { created: Date; seen: Date }>(
    `select a.id::text as "id", a.login, a.name, a.roles, a.specialties, s.csrf, s.created_at as "created", s.seen_at as "seen"
     from session s join account a on a.id = s.account
     where s.token_hash = $1 and a.active and s.seen_at >= $2 and s.created_at >= $3`,
    [hash, hoursBefore(now, IDLE_HOURS), hoursBefore(now, LONGEST_HOURS)],
  );
  if (found === undefined) return undefined;
  const { created, seen, ...person } = found;
  if (now.getTime() - seen.getTime() > SEEN_SECONDS * 1000)
    await db.query("update session set seen_at = $2 where token_hash = $1", [hash, now]);
  const idle = now.getTime() + IDLE_HOURS * 3_600_000;
  return { ...person, expiresAt: new Date(Math.min(idle, created.getTime() + LONGEST_HOURS * 3_600_000)) };
}

export async function closeSession(db: Queries, token: string): Promise<void> {
  await db.query("delete from session where token_hash = $1", [tokenHash(token)]);
}

/** Ends all sessions of an account: its password, roles or right to sign in changed. */
export async function closeSessionsOf(db: Queries, account: string): Promise<void> {
  await db.query("delete from session where account::text = $1", [account]);
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}
