/** How often somebody may try to sign in; counted in the database, so that several servers count together. */
import type { Queries } from "../../workspace/database.ts";

const WINDOW_SECONDS = 15 * 60;
/** Failures in the window, for one account and for one address. */
export const MOST = { account: 10, address: 50 } as const;

/** Counts one attempt; the seconds to wait when it is one too many (then it is not counted), else 0. */
export async function countAttempt(
  db: Queries,
  keys: { readonly account: string; readonly address: string },
  now: Date,
): Promise<number> {
  const since = new Date(now.getTime() - WINDOW_SECONDS * 1000);
  await db.query("delete from sign_in_attempt where at < $1", [since]);
  let wait = 0;
  for (const kind of ["account", "address"] as const) {
    const key = `${kind}:${keys[kind]}`;
    // written before it is counted: attempts made at once see each other
    await db.query("insert into sign_in_attempt (key, at) values ($1, $2)", [key, now]);
    const times = await db.query<{ at: Date }>(
      "select at from sign_in_attempt where key = $1 order by at desc limit $2",
      [key, MOST[kind] + 1],
    );
    const oldest = times.at(-1);
    if (times.length > MOST[kind] && oldest !== undefined)
      wait = Math.max(wait, WINDOW_SECONDS - (now.getTime() - oldest.at.getTime()) / 1000, 1);
  }
  // who keeps trying does not keep the owner out for longer
  if (wait > 0) await uncount(db, keys, now);
  return wait;
}

async function uncount(db: Queries, keys: { readonly account: string; readonly address: string }, now: Date) {
  await db.query("delete from sign_in_attempt where key = any($1) and at = $2", [
    [`account:${keys.account}`, `address:${keys.address}`],
    now,
  ]);
}

/** Somebody signed in: what was counted against the account is forgotten, and this attempt against the address. */
export async function forgetAttempts(
  db: Queries,
  keys: { readonly account: string; readonly address: string },
  now: Date,
): Promise<void> {
  await uncount(db, keys, now);
  await db.query("delete from sign_in_attempt where key = $1", [`account:${keys.account}`]);
}
