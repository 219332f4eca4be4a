/** The application: every request passes through here, and every answer leaves from here. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { addDocs } from "./docs/add-docs.ts";
import { languageOf } from "./http/language.ts";
import { isSecure, ownOrigin } from "./http/origin.ts";
import { refusalAnswer, refuse } from "./http/refusals.ts";
import type { App, AppEnv } from "./http/route.ts";
import { errorFacts } from "./log.ts";
import { ROUTES } from "./routes/routes.ts";
import { setSecurityHeaders } from "./security/headers.ts";
import { isLoopback } from "./security/same-origin.ts";
import type { Services } from "./services.ts";
import { addWebFiles } from "./static/web-files.ts";

export function buildApp(services: Services): App {
  const app = new OpenAPIHono<AppEnv>();
  app.use(async (context, next) => {
    const started = performance.now();
    context.set("services", services);
    context.set("language", languageOf(context.req.header("accept-language")));
    await next();
    setSecurityHeaders(context.res.headers, isSecure(context));
    // neither path nor query: both can hold what a person typed
    services.log.info({
      route: context.var.route ?? `${context.req.method} (page)`,
      status: context.res.status,
      ms: Math.round(performance.now() - started),
      ...(context.var.actor === undefined ? {} : { account: context.var.actor.id }),
    });
  });
  app.use(async (context, next) => {
    // A name that leads to this machine by somebody else's DNS is not ours: it would share our cookies' page.
    const host = new URL(ownOrigin(context)).host;
    if (isLoopback(services.config.host) && services.config.publicUrl === undefined && !isLoopback(host))
      return refusalAnswer(refuse("wrong-host"), context.var.language);
    await next();
  });
  for (const route of ROUTES) route.addTo(app);
  addDocs(app);
  app.all("/api/*", (context) => {
    context.set("route", `${context.req.method} (unknown)`);
    return refusalAnswer(refuse("not-found"), context.var.language);
  });
  addWebFiles(app, services.config.webRoot);
  app.onError((error, context) => {
    services.log.error({ route: context.var.route, ...errorFacts(error) });
    return refusalAnswer(refuse("internal"), context.var.language);
  });
  return app;
}
