/** A real identity provider on this machine, for the tests of one file. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll } from "vitest";
import type { OidcConfig } from "../src/server/config.ts";

/** What it says of a person beside the subject. */
export type Claims = Readonly<Record<string, unknown>>;

/** Starts it; what a server that sends people there is told. The subject is what a person types as login; `people` by subject. */
export async function identityProvider(
  redirectUri: string,
  people: Readonly<Record<string, Claims>>,
): Promise<OidcConfig> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  afterAll(
    () =>
      new Promise<unknown>((resolve) => {
        http.close(resolve);
        http.closeAllConnections();
      }),
  );
  const issuer = `http://localhost:${(http.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["transloinc", "un-secret-partage-avec-le-fournisseur"];
  const provider = new Provider(issuer, {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ["code"] },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username"], email: ["email", "email_verified"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    pkce: { required: () => true },
    cookies: { keys: ["for this test only"] },
  });
  http.on("request", provider.callback());
  return { issuer, clientId, clientSecret, redirectUri };
}
