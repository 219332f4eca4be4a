import { z } from "@hono/zod-openapi";
import { createLaboratory, listLaboratories } from "../../workspace/laboratories.ts";
import { route } from "../http/route.ts";
import { Laboratory, NewLaboratory } from "../schemas/projects.ts";

export const LABORATORY_ROUTES = [
  route({
    method: "get",
    path: "/laboratories",
    who: "signed-in",
    tag: "Projets",
    summary: "Les laboratoires",
    answer: z.object({ laboratories: z.array(Laboratory) }),
    handle: async ({ services }) => ({ laboratories: await listLaboratories(services.database) }),
  }),
  route({
    method: "post",
    path: "/laboratories",
    who: ["manager", "admin"],
    tag: "Projets",
    summary: "Créer un laboratoire",
    body: NewLaboratory,
    answer: Laboratory,
    status: 201,
    handle: ({ services, actor, body }) => createLaboratory(services.database, actor, body.name),
  }),
];
