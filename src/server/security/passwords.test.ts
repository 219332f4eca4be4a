import { expect, it } from "vitest";
import { COST, hashPassword, isOutdated, passwordMatches } from "./passwords.ts";

const QUICK = { N: 1024, r: 8, p: 1 };

it("knows a password by its hash, however its accents are typed", async () => {
  const hash = await hashPassword("Été à Échirolles", QUICK);
  expect(hash).toMatch(/^scrypt\$1024\$8\$1\$[\w+/=]{24}\$[\w+/=]{44}$/);
  expect(await passwordMatches("Été à Échirolles".normalize("NFD"), hash)).toBe(true);
  expect(await passwordMatches("été à Échirolles", hash)).toBe(false);
  expect(await hashPassword("Été à Échirolles", QUICK)).not.toBe(hash);
});

it("says no to what is no hash, and after the same work to nobody's", async () => {
  for (const stored of ["", "plain", "scrypt$1024$8$1$AAAA"]) expect(await passwordMatches("x", stored)).toBe(false);
  const started = performance.now();
  expect(await passwordMatches("x", undefined)).toBe(false);
  // 96 MiB of scrypt cannot be done in less
  expect(performance.now() - started).toBeGreaterThan(20);
});

it("sees that a hash was made with other parameters than today's", async () => {
  expect(isOutdated(await hashPassword("x", QUICK))).toBe(true);
  expect(isOutdated(await hashPassword("x"))).toBe(false);
  expect(COST.N * COST.r * COST.p * 128).toBeGreaterThanOrEqual(96 * 1024 * 1024);
});
