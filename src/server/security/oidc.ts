/** Sign-in by OpenID Connect (Pro Santé Connect, a hospital's own): authorization code with PKCE, state and nonce. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { OidcConfig } from "../config.ts";
import { isLoopback } from "./same-origin.ts";

/** What the browser keeps between the two halves of a sign-in. */
export type OidcFlow = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who the identity provider says it is. */
export type OidcPerson = {
  /** Issuer and subject: what stays when all else changes. */
  readonly subject: string;
  /** Names under which an administrator may have made the account; an address counts only when it was verified. */
  readonly logins: readonly string[];
};

export type OidcClient = {
  readonly begin: () => Promise<{ readonly url: URL; readonly flow: OidcFlow }>;
  /** Who signed in; throws when the answer is not the one that was asked for. */
  readonly finish: (search: URLSearchParams, flow: OidcFlow) => Promise<OidcPerson>;
};

/** A client that asks the provider for its addresses when they are first needed. */
export function oidcClient(config: OidcConfig): OidcClient {
  let known: Promise<Configuration> | undefined;
  const provider = (): Promise<Configuration> => {
    known ??= discover(config).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    async begin() {
      const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await provider(), {
        redirect_uri: config.redirectUri,
        scope: "openid profile email",
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: "S256",
      });
      return { url, flow };
    },
    async finish(search, { state, nonce, verifier }) {
      const answered = new URL(config.redirectUri);
      answered.search = search.toString();
      const tokens = await authorizationCodeGrant(await provider(), answered, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const stated = tokens.claims()!;
      // most providers keep what is not needed to sign in for those who ask
      const asked = (await provider()).serverMetadata().userinfo_endpoint !== undefined;
      const more = asked ? await fetchUserInfo(await provider(), tokens.access_token, stated.sub) : {};
      const claims: Readonly<Record<string, unknown>> = { ...more, ...stated };
      const email = claims.email_verified === true ? claims.email : undefined;
      const logins = [claims.preferred_username, email].filter((name) => typeof name === "string");
      return { subject: `${stated.iss} ${stated.sub}`, logins };
    },
  };
}

/** Plain http is for a provider on this machine only. */
function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  const server = new URL(issuer);
  const execute = server.protocol === "http:" && isLoopback(server.host) ? [allowInsecureRequests] : [];
  return discovery(server, clientId, clientSecret, undefined, { execute });
}
