import { VERSION } from "../../engine/version.ts";
import { route } from "../http/route.ts";
import { Health } from "../schemas/health.ts";

export const HEALTH_ROUTES = [
  route({
    method: "get",
    path: "/health",
    who: "anyone",
    tag: "Serveur",
    summary: "Le serveur répond, sa base de données aussi",
    answer: Health,
    async handle({ services }) {
      await services.database.query("select 1");
      return { status: "ok" as const, version: VERSION };
    },
  }),
];
