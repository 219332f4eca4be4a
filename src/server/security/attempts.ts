/** How often somebody may try to sign in; counted in the database, so that several servers count together. */
import type { Database, Queries } from "../../workspace/database.ts";

export const WINDOW_SECONDS = 15 * 60;
/** Failures in the window, for one account and for one address. */
export const MOST = { account: 10, address: 50 } as const;

export type Keys = { readonly account: string; readonly address: string };

/** Counts one attempt; the seconds to wait when it is one too many (then it is not counted), else 0. */
export function countAttempt(db: Database, keys: Keys, now: Date): Promise<number> {
  return db.transaction(async (queries) => {
    await queries.query("delete from sign_in_attempt where at < $1", [secondsBefore(now, WINDOW_SECONDS)]);
    const waits = [await waitFor(queries, "account", keys, now), await waitFor(queries, "address", keys, now)];
    const wait = Math.max(...waits);
    // who keeps trying does not keep the owner out for longer
    if (wait === 0)
      await queries.query("insert into sign_in_attempt (key, at) select unnest($1::text[]), $2", [keysOf(keys), now]);
    return wait;
  });
}

/** Somebody signed in: what was counted against the account is forgotten, and this attempt against the address. */
export async function forgetAttempts(db: Queries, keys: Keys, now: Date): Promise<void> {
  const [account, address] = keysOf(keys);
  await db.query("delete from sign_in_attempt where key = $1 or (key = $2 and at = $3)", [account!, address!, now]);
}

async function waitFor(queries: Queries, kind: keyof Keys, keys: Keys, now: Date): Promise<number> {
  const key = `${kind}:${keys[kind]}`;
  // attempts made at once are counted one after the other
  await queries.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [key]);
  const times = await queries.query<{ at: Date }>(
    "select at from sign_in_attempt where key = $1 order by at desc limit $2",
    [key, MOST[kind]],
  );
  const oldest = times.at(-1);
  if (times.length < MOST[kind] || oldest === undefined) return 0;
  return Math.max(WINDOW_SECONDS - (now.getTime() - oldest.at.getTime()) / 1000, 1);
}

function keysOf({ account, address }: Keys): string[] {
  return [`account:${account}`, `address:${address}`];
}

function secondsBefore(now: Date, seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000);
}
