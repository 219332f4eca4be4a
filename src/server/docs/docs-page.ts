/** The API on one page that loads nothing and runs nothing: every operation, closed until it is opened. */
import { Html, html } from "../../report/html.ts";
import { shapeOf } from "./shape.ts";

type Content = { readonly [type: string]: { readonly schema?: object } };
type Operation = {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: object }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: { readonly [status: string]: { readonly description?: string; readonly content?: Content } };
};
type Document = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths?: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components?: { readonly schemas?: { readonly [name: string]: object } };
};

/** Named in the page's content policy. */
export const DOCS_STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:0 auto;padding:1.5rem}
h2{margin-top:2rem;border-bottom:1px solid}summary{cursor:pointer;padding:.35rem 0}summary b{display:inline-block;min-width:4.5rem}
code,pre{font:.9rem/1.45 ui-monospace,monospace}pre{overflow:auto;padding:.75rem;border:1px solid;border-radius:.3rem}
table{border-collapse:collapse}td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}details>div{padding:0 0 1rem 1.2rem}`;

export function docsPage(given: object): string {
  const document = given as Document;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ""))];
  const { title, version, description } = document.info;
  const schemas = Object.entries(document.components?.schemas ?? {});
  return html`<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API de ${title}</title><style>${new Html(DOCS_STYLE)}</style></head><body><main><h1>API de ${title} <small>${version}</small></h1><p>${description}</p><p><a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>${tags.map(
    (tag) =>
      html`<h2>${tag}</h2>${operations.filter(({ operation }) => (operation.tags?.[0] ?? "") === tag).map(operationPart)}`,
  )}<h2>Formes</h2>${schemas.map(([name, schema]) => html`<details id="${name}"><summary><code>${name}</code></summary><div><pre>${shapeOf(schema)}</pre></div></details>`)}</main></body></html>`
    .text;
}

function operationPart({ path, method, operation }: { path: string; method: string; operation: Operation }): Html {
  const { summary, description, parameters = [], requestBody, responses = {} } = operation;
  const rows = parameters.map(
    ({ name, in: where, required, schema }) =>
      html`<tr><td><code>${name}</code></td><td>${where}</td><td>${required ? "obligatoire" : ""}</td><td><code>${schema && shapeOf(schema)}</code></td></tr>`,
  );
  return html`<details><summary><b>${method.toUpperCase()}</b> <code>${path}</code> — ${summary}</summary><div><p>${description}</p>${parameters.length > 0 && html`<table><tbody>${rows}</tbody></table>`}${contentPart("Corps", requestBody?.content)}${Object.entries(responses).map(([status, { content }]) => contentPart(status === "default" ? "Refus" : status, content))}</div></details>`;
}

function contentPart(title: string, content: Content | undefined): Html {
  return html`${Object.entries(content ?? {}).map(
    ([type, { schema }]) =>
      html`<h4>${title} <small>${type}</small></h4>${schema && html`<pre>${shapeOf(schema)}</pre>`}`,
  )}`;
}
