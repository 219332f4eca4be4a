import { z } from "@hono/zod-openapi";
import { logEvent } from "../../workspace/events.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { NewUser, User, UserChange } from "../schemas/accounts.ts";
import { Id } from "../schemas/common.ts";
import { type Account, type AccountChange, addAccount, changeAccount, listAccounts } from "../security/accounts.ts";
import { hashPassword } from "../security/passwords.ts";
import { closeSessionsOf } from "../security/sessions.ts";

export const USER_ROUTES = [
  route({
    method: "get",
    path: "/users",
    who: ["admin"],
    tag: "Comptes",
    summary: "Tous les comptes",
    answer: z.object({ users: z.array(User) }),
    handle: async ({ services }) => ({ users: (await listAccounts(services.database)).map(userOf) }),
  }),
  route({
    method: "post",
    path: "/users",
    who: ["admin"],
    tag: "Comptes",
    summary: "Créer un compte ; sans mot de passe, la personne se connecte par OpenID Connect",
    body: NewUser,
    answer: User,
    status: 201,
    async handle({ services, actor, body }) {
      const passwordHash = body.password === undefined ? null : await hashPassword(body.password);
      const made = await services.database.transaction(async (queries) => {
        const account = await addAccount(queries, { ...body, passwordHash });
        if (account !== undefined) await logEvent(queries, actor, { kind: "account-created", after: userOf(account) });
        return account;
      });
      if (made === undefined) return refuse("already-there", { message: "Cet identifiant est déjà pris." });
      return userOf(made);
    },
  }),
  route({
    method: "patch",
    path: "/users/{user}",
    who: ["admin"],
    tag: "Comptes",
    summary: "Changer un compte : nom, rôles, spécialités, mot de passe, droit de se connecter",
    params: z.object({ user: Id }),
    body: UserChange,
    answer: User,
    async handle({ services, actor, params, body }) {
      const { password, ...rest } = body;
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      return services.database.transaction(async (queries) => {
        // one after the other: two administrators must not take each other's last right at once
        await queries.query("select 1 from account where 'admin' = any(roles) for update");
        const all = await listAccounts(queries);
        const before = all.find(({ id }) => id === params.user);
        if (before === undefined) return refuse("not-found");
        const admins = all.filter((account) => account.active && account.roles.includes("admin"));
        const stays = (body.active ?? before.active) && (body.roles ?? before.roles).includes("admin");
        if (admins.length === 1 && admins[0] === before && !stays) return refuse("last-admin");
        const after = await changeAccount(queries, params.user, { ...rest, passwordHash } as AccountChange);
        if (body.roles || body.active !== undefined || password !== undefined || body.specialties)
          await closeSessionsOf(queries, params.user);
        await logEvent(queries, actor, { kind: "account-changed", before: userOf(before), after: userOf(after!) });
        return userOf(after!);
      });
    },
  }),
];

function userOf(account: Account): User {
  const { id, login, name, roles, specialties, active, passwordHash, createdAt } = account;
  const lists = { roles: [...roles], specialties: [...specialties] };
  return { id, login, name, ...lists, active, password: passwordHash !== null, createdAt: createdAt.toISOString() };
}
