import { getCookie } from "hono/cookie";
import { SESSION_COOKIE } from "../http/guard.ts";
import { clientAddress } from "../http/origin.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Session, SignIn } from "../schemas/accounts.ts";
import { accountByLogin, changeAccount, loginKey } from "../security/accounts.ts";
import { countAttempt, forgetAttempts } from "../security/attempts.ts";
import { clearSessionCookie } from "../security/cookies.ts";
import { hashPassword, isOutdated, passwordMatches } from "../security/passwords.ts";
import { closeSession, type SignedIn } from "../security/sessions.ts";
import { signInAs } from "../security/sign-in.ts";

export const SESSION_ROUTES = [
  route({
    method: "get",
    path: "/session",
    who: "signed-in",
    tag: "Connexion",
    summary: "La personne connectée et son jeton CSRF",
    answer: Session,
    handle: ({ actor }) => sessionAnswer(actor),
  }),
  route({
    method: "post",
    path: "/session",
    who: "anyone",
    tag: "Connexion",
    summary: "Se connecter",
    body: SignIn,
    answer: Session,
    async handle({ services, body, context }) {
      const { database } = services;
      const now = services.now();
      const keys = { account: loginKey(body.login), address: clientAddress(context) };
      const wait = await countAttempt(database, keys, now);
      if (wait > 0) return refuse("too-many-attempts", { retryAfter: wait });
      const account = await accountByLogin(database, body.login);
      const matches = await passwordMatches(body.password, account?.active ? account.passwordHash : undefined);
      if (!matches || account === undefined) return refuse("wrong-password");
      await forgetAttempts(database, keys, now);
      if (isOutdated(account.passwordHash!))
        await changeAccount(database, account.id, { passwordHash: await hashPassword(body.password) });
      return sessionAnswer(await signInAs(context, account.id));
    },
  }),
  route({
    method: "delete",
    path: "/session",
    who: "signed-in",
    tag: "Connexion",
    summary: "Se déconnecter",
    async handle({ services, context }) {
      await closeSession(services.database, getCookie(context, SESSION_COOKIE)!);
      clearSessionCookie(context);
      return undefined;
    },
  }),
];

export function sessionAnswer({ id, login, name, roles, specialties, csrf, expiresAt }: SignedIn): Session {
  const times = { expiresAt: expiresAt.toISOString() };
  return { id, login, name, roles: [...roles], specialties: [...specialties], csrf, ...times };
}
