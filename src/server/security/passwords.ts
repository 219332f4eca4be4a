/** Passwords as scrypt hashes that carry their own parameters, so that these can be raised later. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

type Cost = { readonly N: number; readonly r: number; readonly p: number };

/** OWASP's 32 MiB choice of November 2026; about a fifth of a second on one core. */
export const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const BYTES = 32;

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost, BYTES);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), hash.toString("base64")].join("$");
}

/**
 * Whether `password` is the one behind `stored`. Without a stored hash the answer is no, after the same work: how long
 * it takes does not tell whether an account exists.
 */
export async function passwordMatches(password: string, stored: string | null | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = (stored ?? NOBODY).split("$");
  if (scheme !== "scrypt" || hash === undefined) return false;
  const wanted = Buffer.from(hash, "base64");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt!, "base64"), cost, wanted.length);
  return timingSafeEqual(given, wanted) && stored != null;
}

/** Whether the hash was made with other parameters than today's: it is made anew at the next sign-in. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(`scrypt$${COST.N}$${COST.r}$${COST.p}$`);
}

/** A hash of nothing: it costs what a real one costs. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(BYTES).toString("base64")}`;

function derive(password: string, salt: Buffer, cost: Cost, bytes: number): Promise<Buffer> {
  // one person types é as one character, another's keyboard as two
  const text = password.normalize("NFKC");
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) =>
    scrypt(text, salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
}
