import { VERSION } from "../../engine/version.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import { logEvent } from "../../workspace/events.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Session, Setup, SetupState } from "../schemas/accounts.ts";
import { addAccount, hasNoAccount } from "../security/accounts.ts";
import { hashPassword } from "../security/passwords.ts";
import { signInAs } from "../security/sign-in.ts";
import { sameSecret } from "../security/tokens.ts";
import { sessionAnswer } from "./session.ts";

/** Names the lock that makes two first administrators impossible; any number that nobody else uses. */
const SETUP_LOCK = 7_201_601;

export const SETUP_ROUTES = [
  route({
    method: "get",
    path: "/setup",
    who: "anyone",
    tag: "Installation",
    summary: "Ce que la page de connexion doit savoir : faut-il créer le premier administrateur ?",
    answer: SetupState,
    async handle({ services }) {
      const { title, version } = services.references.current().release.info;
      return {
        needed: await hasNoAccount(services.database),
        token: services.setupToken !== undefined,
        oidc: services.oidc !== undefined,
        version: VERSION,
        reference: { title, version },
        notice: LOINC_NOTICE,
      };
    },
  }),
  route({
    method: "post",
    path: "/setup",
    who: "anyone",
    tag: "Installation",
    summary: "Créer le premier administrateur (une seule fois)",
    body: Setup,
    answer: Session,
    status: 201,
    async handle({ services, body, context }) {
      if (services.setupToken !== undefined && !sameSecret(body.token ?? "", services.setupToken))
        return refuse("wrong-token");
      if (!(await hasNoAccount(services.database))) return refuse("not-allowed");
      const passwordHash = await hashPassword(body.password);
      const made = await services.database.transaction(async (queries) => {
        await queries.query("select pg_advisory_xact_lock($1)", [SETUP_LOCK]);
        if (!(await hasNoAccount(queries))) return undefined;
        const account = await addAccount(queries, { ...body, roles: ["admin"], specialties: [], passwordHash });
        const { login, name, roles } = account!;
        await logEvent(queries, account!, { kind: "account-created", after: { id: account!.id, login, name, roles } });
        return account;
      });
      if (made === undefined) return refuse("not-allowed");
      return sessionAnswer(await signInAs(context, made.id));
    },
  }),
];
