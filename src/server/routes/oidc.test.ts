/** Sign-in at a real identity provider that runs on this machine. */
import { describe, expect, it } from "vitest";
import { identityProvider } from "../../../test/identity-provider.ts";
import { PASSWORD, testServer } from "../../../test/test-server.ts";
import { addAccount } from "../security/accounts.ts";
import { oidcClient } from "../security/oidc.ts";
import { hashPassword } from "../security/passwords.ts";

const REDIRECT = "http://localhost:8787/api/oidc/callback";

/** People that the provider knows; the subject is what they type. */
const CLAIMS: Readonly<Record<string, Record<string, unknown>>> = {
  "sub-1": { preferred_username: "810000000001" },
  "sub-2": { email: "verified@hopital.example", email_verified: true },
  "sub-3": { email: "claimed@hopital.example", email_verified: false },
  "sub-4": { preferred_username: "with-password" },
};

const oidc = await identityProvider(REDIRECT, CLAIMS);
const server = await testServer({ oidc }, { oidc: oidcClient(oidc) });
const none = { roles: ["reader"] as const, specialties: [], name: "Personne", passwordHash: null };
for (const login of ["810000000001", "verified@hopital.example", "claimed@hopital.example"])
  await addAccount(server.services.database, { ...none, login });
await addAccount(server.services.database, {
  ...none,
  login: "with-password",
  passwordHash: await hashPassword(PASSWORD, { N: 1024, r: 8, p: 1 }),
});

/** Goes to the provider as a browser would: follows redirects, keeps cookies, fills in its forms; the address that it sends back to. */
async function atProvider(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = new URL(start);
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step++) {
    if (url.href.startsWith(REDIRECT)) return url;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { Cookie: cookie },
      ...(form === undefined ? {} : { method: "POST", body: form }),
    });
    form = undefined;
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      jar.set(name!, value!);
    }
    const location = answer.headers.get("location");
    const page = await answer.text();
    if (location !== null) url = new URL(location, url);
    else {
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (prompt === undefined)
        throw new Error(`${answer.status} ${page.replace(/<style>[\s\S]*?<\/style>/, "").slice(0, 1500)}`);
      form = new URLSearchParams(prompt === "login" ? { prompt, login, password: "any" } : { prompt });
    }
  }
  throw new Error("the provider never sent back");
}

type SignIn = { readonly answer: Response; readonly page: string; readonly session: string | undefined };

/** `flowed` is what the browser kept of the flow when it comes back; empty when it kept nothing. */
async function signIn(
  login: string,
  change: (back: URL) => void = () => {},
  flowed: (cookie: string) => string = (cookie) => cookie,
): Promise<SignIn> {
  const begun = await server.anonymous.get("/api/oidc/login");
  expect(begun.status).toBe(302);
  const flow = begun.headers.get("set-cookie")!;
  expect(flow).toMatch(/^transloinc-oidc=[^;]+; Max-Age=600; Path=\/api\/oidc; HttpOnly; SameSite=Lax$/);
  const there = new URL(begun.headers.get("location")!);
  expect(there.searchParams.get("code_challenge_method")).toBe("S256");
  const back = await atProvider(there.href, login);
  change(back);
  const Cookie = flowed(flow.split(";")[0]!);
  const answer = await server.app.request(back.href, { headers: { Cookie } });
  const session = answer.headers.getSetCookie().find((set) => set.startsWith("transloinc="));
  return { answer, page: await answer.text(), session };
}

describe("sign-in by OpenID Connect", () => {
  it("opens a session for an account that was made for the person", async () => {
    const { answer, page, session } = await signIn("sub-1");
    expect(answer.status).toBe(200);
    expect(page).toContain('content="0;url=/"');
    expect(session).toMatch(/HttpOnly; SameSite=Strict$/);
    const me = await server.anonymous.raw("GET", "/api/session", { headers: { Cookie: session!.split(";")[0]! } });
    expect(await me.json()).toMatchObject({ login: "810000000001" });
  });

  it("knows the person by the subject afterwards", async () => {
    await server.services.database.query(
      "update account set login = 'renamed', login_key = 'renamed' where login_key = '810000000001'",
    );
    expect((await signIn("sub-1")).session).toBeDefined();
  });

  it("believes an address only when the provider has verified it", async () => {
    expect((await signIn("sub-2")).session).toBeDefined();
    const claimed = await signIn("sub-3");
    expect(claimed.session).toBeUndefined();
    expect(claimed.page).toContain("oidc=unknown");
  });

  it("does not take over an account that has a password, nor one that was closed, nor makes one", async () => {
    expect((await signIn("sub-4")).session).toBeUndefined();
    expect((await signIn("sub-9")).session).toBeUndefined();
    await server.services.database.query("update account set active = false where login = 'renamed'");
    expect((await signIn("sub-1")).session).toBeUndefined();
  });

  it("refuses an answer that is not the one to its question", async () => {
    const other = await signIn("sub-2", (back) => back.searchParams.set("state", "autre"));
    expect(other.session).toBeUndefined();
    expect(other.page).toContain("oidc=refused");
    const code = await signIn("sub-2", (back) => back.searchParams.set("code", "volé"));
    expect(code.page).toContain("oidc=refused");
    const elsewhere = await signIn("sub-2", undefined, () => "");
    expect(elsewhere.page).toContain("oidc=expired");
    for (const part of ["state", "nonce", "verifier"]) {
      const forged = await signIn("sub-2", undefined, (cookie) => {
        const flow = JSON.parse(Buffer.from(cookie.split("=")[1]!, "base64url").toString());
        const other = { ...flow, [part]: `${flow[part]}x` };
        return `transloinc-oidc=${Buffer.from(JSON.stringify(other)).toString("base64url")}`;
      });
      expect(forged.session, part).toBeUndefined();
      expect(forged.page).toContain("oidc=refused");
    }
    expect(server.logged()).not.toMatch(/volé|hopital\.example|un-secret/);
  });

  it("says so when the provider does not answer", async () => {
    const away = { ...oidc, issuer: "http://localhost:9" };
    const alone = await testServer({ oidc: away }, { oidc: oidcClient(away) });
    expect(await (await alone.anonymous.get("/api/oidc/login")).text()).toContain("oidc=unreachable");
  });

  it("is not there when it is not configured", async () => {
    const plain = await testServer();
    expect((await plain.anonymous.get("/api/oidc/login")).status).toBe(404);
    expect(await (await plain.anonymous.get("/api/setup")).json()).toMatchObject({ oidc: false });
  });
});
