import { expect, it } from "vitest";
import { readConfig } from "./config.ts";

const options = { host: "127.0.0.1", port: 8787, dataDir: "data", references: [] };
const OIDC = {
  TRANSLOINC_OIDC_ISSUER: "https://idp.example",
  TRANSLOINC_OIDC_CLIENT_ID: "transloinc",
  TRANSLOINC_OIDC_CLIENT_SECRET: "s",
  TRANSLOINC_OIDC_REDIRECT_URI: "https://loinc.example/api/oidc/callback",
};

it("takes what the environment says", () => {
  expect(readConfig(options, {})).not.toHaveProperty("oidc");
  const env = {
    ...OIDC,
    DATABASE_URL: "postgres://db/x",
    TRANSLOINC_PUBLIC_URL: "https://loinc.example/",
    TRANSLOINC_TRUST_PROXY: "1",
  };
  expect(readConfig(options, env)).toMatchObject({
    databaseUrl: "postgres://db/x",
    publicUrl: "https://loinc.example",
    trustProxy: true,
    oidc: { issuer: "https://idp.example", clientId: "transloinc" },
  });
});

it("says what is missing, and which address is none", () => {
  expect(readConfig(options, { ...OIDC, TRANSLOINC_OIDC_CLIENT_SECRET: "" })).toEqual({
    problem: "Connexion par OpenID Connect : il manque TRANSLOINC_OIDC_CLIENT_SECRET.",
  });
  for (const url of ["loinc.example", "ftp://loinc.example"])
    expect(readConfig(options, { TRANSLOINC_PUBLIC_URL: url })).toMatchObject({
      problem: expect.stringContaining(url),
    });
});
