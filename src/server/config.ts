/** What a server is told when it starts: options of the command line, and the environment. */
import { fileURLToPath } from "node:url";

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
};

export type ServerConfig = {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Folder of the embedded database, of uploads and of references. */
  readonly dataDir: string;
  /** A PostgreSQL server in the place of the embedded one. */
  readonly databaseUrl?: string;
  /** References that are always loaded, before those of the data folder. */
  readonly references: readonly string[];
  /** How people reach the server when that is not `http://host:port`: behind a proxy, by https. */
  readonly publicUrl?: string;
  /** Whether the last address of `X-Forwarded-For` is to be believed. */
  readonly trustProxy: boolean;
  readonly oidc?: OidcConfig;
  /** Folder of the built pages. */
  readonly webRoot: string;
  /** Most bytes of one upload of a catalogue, and of a reference. */
  readonly uploads: { readonly catalogue: number; readonly reference: number };
};

export type ServerOptions = Pick<ServerConfig, "host" | "port" | "dataDir" | "references">;

const MIB = 1024 * 1024;
const OIDC = ["ISSUER", "CLIENT_ID", "CLIENT_SECRET", "REDIRECT_URI"] as const;

/** The configuration, or what is wrong with it, in French. */
export function readConfig(
  options: ServerOptions,
  env: Readonly<Record<string, string | undefined>>,
): ServerConfig | { readonly problem: string } {
  const given = OIDC.map((name) => env[`TRANSLOINC_OIDC_${name}`] ?? "");
  const missing = OIDC.filter((_, i) => given[i] === "").map((name) => `TRANSLOINC_OIDC_${name}`);
  if (missing.length > 0 && missing.length < OIDC.length)
    return { problem: `Connexion par OpenID Connect : il manque ${missing.join(", ")}.` };
  const publicUrl = env.TRANSLOINC_PUBLIC_URL ?? "";
  for (const [name, url] of [
    ["TRANSLOINC_PUBLIC_URL", publicUrl],
    ["TRANSLOINC_OIDC_ISSUER", given[0]!],
    ["TRANSLOINC_OIDC_REDIRECT_URI", given[3]!],
  ] as const) {
    if (url !== "" && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
      return { problem: `${name} n'est pas une adresse http ou https : ${url}` };
  }
  const [issuer, clientId, clientSecret, redirectUri] = given as [string, string, string, string];
  return {
    ...options,
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(publicUrl === "" ? {} : { publicUrl: new URL(publicUrl).origin }),
    trustProxy: env.TRANSLOINC_TRUST_PROXY === "1",
    ...(missing.length === 0 ? { oidc: { issuer, clientId, clientSecret, redirectUri } } : {}),
    webRoot: fileURLToPath(new URL("../../dist/web", import.meta.url)),
    uploads: { catalogue: 64 * MIB, reference: 1024 * MIB },
  };
}
