/** One route of the API: who may call it, what it takes, what it answers; registered, guarded and documented from this one value. */
import type { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Language } from "../../matching/phrases.ts";
import { getProject } from "../../workspace/projects.ts";
import type { Role } from "../../workspace/types.ts";
import type { SignedIn } from "../security/sessions.ts";
import type { Services } from "../services.ts";
import { boundedJson } from "./bounded-body.ts";
import { describeRoute } from "./describe-route.ts";
import { guard } from "./guard.ts";
import { isRefusal, type Refusal, refusalAnswer, refuse } from "./refusals.ts";

/** Most bytes of a JSON body. */
const MOST_JSON = 8 * 1024 * 1024;

/** Everybody, everybody who is signed in, or who has one of the roles. */
export type Who = "anyone" | "signed-in" | readonly Role[];
export type Method = "get" | "post" | "patch" | "delete";

type Schema = z.ZodType | undefined;
type Value<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

export type Call<W extends Who, P extends Schema, Q extends Schema, B extends Schema> = {
  readonly services: Services;
  readonly actor: W extends "anyone" ? SignedIn | undefined : SignedIn;
  readonly language: Language;
  readonly params: Value<P>;
  readonly query: Value<Q>;
  readonly body: Value<B>;
  readonly context: AppContext;
};

export type RouteSpec<W extends Who, P extends Schema, Q extends Schema, B extends Schema, A extends Schema> = {
  readonly method: Method;
  /** Below `/api`, with `{name}` for parameters. */
  readonly path: string;
  readonly who: W;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** A body that the handler reads itself, such as a file. */
  readonly upload?: { readonly type: string; readonly schema: z.ZodType };
  /** Absent: an answer that is no JSON, or nothing. */
  readonly answer?: A;
  /** Media type of an answer that is no JSON. */
  readonly answers?: string;
  readonly status?: 200 | 201 | 202 | 204;
  readonly handle: (call: Call<W, P, Q, B>) => Promise<HandlerAnswer<A>> | HandlerAnswer<A>;
};

type HandlerAnswer<A extends Schema> = (A extends z.ZodType ? z.input<A> : undefined) | Refusal | Response;

export type AppEnv = {
  readonly Variables: { services: Services; language: Language; actor?: SignedIn; route: string };
};
export type AppContext = Context<AppEnv>;
export type App = OpenAPIHono<AppEnv>;

/** A route whose types are known to itself only. */
export type Route = {
  readonly method: Method;
  readonly path: string;
  readonly who: Who;
  readonly addTo: (app: App) => void;
};

export function route<
  const W extends Who,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  A extends Schema = undefined,
>(spec: RouteSpec<W, P, Q, B, A>): Route {
  const { method, path, who } = spec;
  const full = `/api${path}`;
  const addTo = (app: App): void => {
    app.openAPIRegistry.registerPath(describeRoute(spec as unknown as AnySpec, full));
    app.on(method.toUpperCase(), full.replace(/\{(\w+)\}/g, ":$1"), async (context) => {
      context.set("route", `${method.toUpperCase()} ${full}`);
      const { services, language } = context.var;
      const refused = await guard(context, who, method);
      if (refused !== undefined) return refusalAnswer(refused, language);
      const input = await inputOf(spec as unknown as AnySpec, context);
      if (isRefusal(input)) return refusalAnswer(input, language);
      const call = { ...input, services, language, actor: context.var.actor, context };
      const answer = await spec.handle(call as unknown as Call<W, P, Q, B>);
      if (answer instanceof Response) return answer;
      if (isRefusal(answer)) return refusalAnswer(answer as Refusal, language);
      if (answer === undefined) return context.body(null, 204);
      return context.json(answer as object, (spec.status ?? 200) as ContentfulStatusCode);
    });
  };
  return { method, path, who, addTo };
}

export type AnySpec = RouteSpec<Who, z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

async function inputOf(spec: AnySpec, context: AppContext) {
  const params = read(spec.params, context.req.param(), "not-found");
  if (isRefusal(params)) return params;
  const { project } = (params.value ?? {}) as { readonly project?: string };
  if (project !== undefined && (await getProject(context.var.services.database, project)) === undefined)
    return refuse("not-found", { message: "Ce projet n'existe pas." });
  const query = read(spec.query, context.req.query(), "invalid");
  if (isRefusal(query)) return query;
  if (spec.body === undefined) return { params: params.value, query: query.value, body: undefined };
  const given = await boundedJson(context.req.raw, MOST_JSON);
  if (isRefusal(given)) return given;
  const body = read(spec.body, given.json, "invalid");
  if (isRefusal(body)) return body;
  return { params: params.value, query: query.value, body: body.value };
}

/** What `schema` makes of `given`, or which of its fields do not fit; their values are not repeated. */
function read(schema: z.ZodType | undefined, given: unknown, otherwise: "not-found" | "invalid") {
  if (schema === undefined) return { value: undefined };
  const result = schema.safeParse(given);
  if (result.success) return { value: result.data };
  if (otherwise === "not-found") return refuse("not-found");
  const fields = result.error.issues.map((issue) => ({ field: issue.path.join("."), code: issue.code }));
  return refuse("invalid", { details: { fields } });
}
