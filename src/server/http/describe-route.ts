import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { ApiError } from "../schemas/common.ts";
import type { AnySpec } from "./route.ts";

/** What OpenAPI says of a route. */
export function describeRoute(spec: AnySpec, path: string): RouteConfig & { getRoutingPath: () => string } {
  const { method, summary, tag, params, query, body, upload, answer, answers, who, status } = spec;
  const content = body
    ? { "application/json": { schema: body } }
    : upload && { [upload.type]: { schema: upload.schema } };
  const good = answer
    ? { description: "", content: { "application/json": { schema: answer } } }
    : { description: "", ...(answers ? { content: { [answers]: { schema: z.string() } } } : {}) };
  const roles = who === "anyone" ? "tous" : who === "signed-in" ? "toute personne connectée" : who.join(", ");
  return createRoute({
    method,
    path,
    tags: [tag],
    summary,
    description: `Accès : ${roles}.`,
    ...(who === "anyone" ? { security: [] } : {}),
    request: {
      ...(params ? { params: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(content ? { body: { required: true, content } } : {}),
    },
    responses: {
      [status ?? (answer || answers ? 200 : 204)]: good,
      default: { description: "Refus", content: { "application/json": { schema: ApiError } } },
    },
  });
}
