import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "../../report/html.ts";
import { isSecure } from "../http/origin.ts";
import { refuse } from "../http/refusals.ts";
import { type AppContext, route } from "../http/route.ts";
import { errorFacts } from "../log.ts";
import { type Account, accountByLogin, accountBySubject, tieAccount } from "../security/accounts.ts";
import type { OidcFlow, OidcPerson } from "../security/oidc.ts";
import { signInAs } from "../security/sign-in.ts";

/** Keeps the flow while the person is at the identity provider. It comes back from another site, so not `Strict`. */
const FLOW_COOKIE = "transloinc-oidc";
const FLOW_SECONDS = 600;

export const OIDC_ROUTES = [
  route({
    method: "get",
    path: "/oidc/login",
    who: "anyone",
    tag: "Connexion",
    summary: "Aller se connecter chez le fournisseur d'identité",
    answers: "text/html",
    async handle({ services, context }) {
      if (services.oidc === undefined) return refuse("oidc-off");
      const begun = await services.oidc.begin().catch((error: unknown) => {
        services.log.warn({ route: "oidc", ...errorFacts(error) });
        return undefined;
      });
      if (begun === undefined) return backTo(context, "/?oidc=unreachable");
      const { url, flow } = begun;
      setCookie(context, FLOW_COOKIE, Buffer.from(JSON.stringify(flow)).toString("base64url"), {
        httpOnly: true,
        sameSite: "Lax",
        secure: isSecure(context),
        path: "/api/oidc",
        maxAge: FLOW_SECONDS,
      });
      return context.redirect(url.href);
    },
  }),
  route({
    method: "get",
    path: "/oidc/callback",
    who: "anyone",
    tag: "Connexion",
    summary: "Retour du fournisseur d'identité",
    answers: "text/html",
    async handle({ services, context }) {
      if (services.oidc === undefined) return refuse("oidc-off");
      const flow = flowOf(getCookie(context, FLOW_COOKIE));
      deleteCookie(context, FLOW_COOKIE, { path: "/api/oidc" });
      if (flow === undefined) return backTo(context, "/?oidc=expired");
      let person: OidcPerson;
      try {
        person = await services.oidc.finish(new URL(context.req.url).searchParams, flow);
      } catch (error) {
        services.log.warn({ route: "oidc", ...errorFacts(error) });
        return backTo(context, "/?oidc=refused");
      }
      const account = await accountOf(context, person);
      if (account === undefined) return backTo(context, "/?oidc=unknown");
      await signInAs(context, account.id);
      return backTo(context, "/");
    },
  }),
];

/** The account of `person`: known by its subject, or made for it by an administrator under a login that the provider vouches for. */
async function accountOf(context: AppContext, person: OidcPerson): Promise<Account | undefined> {
  const { database } = context.var.services;
  const known = await accountBySubject(database, person.subject);
  if (known !== undefined) return known.active ? known : undefined;
  for (const login of person.logins) {
    const made = await accountByLogin(database, login);
    if (made?.active && (await tieAccount(database, made.id, person.subject))) return made;
  }
  return undefined;
}

function flowOf(cookie: string | undefined): OidcFlow | undefined {
  try {
    const flow = JSON.parse(Buffer.from(cookie ?? "", "base64url").toString("utf8")) as Partial<OidcFlow>;
    const { state, nonce, verifier } = flow;
    return typeof state === "string" && typeof nonce === "string" && typeof verifier === "string"
      ? { state, nonce, verifier }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A page of ours that goes on by itself: after a redirect from another site the browser would keep the session's cookie back. */
function backTo(context: AppContext, path: string): Response | Promise<Response> {
  const page = html`<!doctype html><html lang="fr"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${path}"><title>Transloinc</title><p><a href="${path}">Continuer</a></p></html>`;
  return context.html(page.text);
}
