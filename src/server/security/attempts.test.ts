import { afterAll, expect, it } from "vitest";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import { countAttempt, forgetAttempts, MOST, WINDOW_SECONDS } from "./attempts.ts";

const database = await openWorkspace({});
afterAll(() => database.close());
const start = new Date("2026-11-27T08:00:00Z");
const at = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

it("lets ten failures of one account pass in a quarter of an hour, also when they come at once", async () => {
  const keys = { account: "a", address: "192.0.2.1" };
  const waits = await Promise.all(Array.from({ length: 15 }, () => countAttempt(database, keys, at(0))));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(MOST.account);
  expect(await countAttempt(database, keys, at(60))).toBe(WINDOW_SECONDS - 60);
  // what was refused was not counted
  expect(await countAttempt(database, keys, at(WINDOW_SECONDS + 1))).toBe(0);
});

it("lets one address try fifty accounts, and no more", async () => {
  const waits: number[] = [];
  for (let i = 0; i <= MOST.address; i++)
    waits.push(await countAttempt(database, { account: `b${i}`, address: "192.0.2.2" }, at(2000 + i)));
  expect(waits.slice(0, MOST.address).every((wait) => wait === 0)).toBe(true);
  expect(waits.at(-1)).toBe(WINDOW_SECONDS - 50);
  expect(await countAttempt(database, { account: "b0", address: "192.0.2.3" }, at(2051))).toBe(0);
});

it("forgets the failures of who signed in, not those of others from that address", async () => {
  const keys = { account: "c", address: "192.0.2.4" };
  for (let i = 0; i < MOST.account; i++) expect(await countAttempt(database, keys, at(4000 + i))).toBe(0);
  await forgetAttempts(database, keys, at(4009));
  for (let i = 0; i < MOST.account; i++) expect(await countAttempt(database, keys, at(4100 + i))).toBe(0);
  const [counted] = await database.query<{ n: number }>(
    "select count(*)::int as n from sign_in_attempt where key = 'address:192.0.2.4'",
  );
  expect(counted?.n).toBe(2 * MOST.account - 1);
});
