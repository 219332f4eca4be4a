/** The API describes itself: OpenAPI for programs, one page for people. */

import { VERSION } from "../../engine/version.ts";
import type { App } from "../http/route.ts";
import { documentPolicy } from "../security/headers.ts";
import { DOCS_STYLE, docsPage } from "./docs-page.ts";

export function addDocs(app: App): void {
  let document: ReturnType<App["getOpenAPI31Document"]> | undefined;
  const described = () => {
    document ??= app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: { title: "Transloinc", version: VERSION, description: DESCRIPTION, license: { name: "Apache-2.0" } },
      security: [{ session: [] }],
    });
    return document;
  };
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "transloinc",
    description: "Cookie de session ; toute modification demande aussi l'en-tête X-CSRF-Token de GET /api/session.",
  });
  app.get("/api/openapi.json", (context) => {
    context.set("route", "GET /api/openapi.json");
    return context.json(described());
  });
  app.get("/api/docs", (context) => {
    context.set("route", "GET /api/docs");
    return context.html(docsPage(described()), 200, { "Content-Security-Policy": documentPolicy(DOCS_STYLE) });
  });
}

const DESCRIPTION =
  "Import, relecture et signature du transcodage LOINC d'un laboratoire. Refus : {error: {code, message, details?}}, message en français ou en anglais selon Accept-Language.";
