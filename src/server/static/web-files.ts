/** The built pages: files with the right cache headers, and the one page for every address of the application. */
import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import type { App, AppContext } from "../http/route.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

const NOT_BUILT = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Transloinc</title>
<p>Les pages ne sont pas construites : lancez <code>npm run build</code>. L'API répond sous <a href="/api/docs">/api/docs</a>.</p></html>`;

/** Serves `root`: what stands there by its name, `index.html` for every other address. */
export function addWebFiles(app: App, root: string): void {
  app.get("*", async (context) => {
    const { pathname } = new URL(context.req.url);
    const file = await fileOf(root, pathname);
    // an old page that asks for a file that is gone must not get a page in its place
    if (file === undefined && pathname.startsWith("/assets/")) return context.text("", 404);
    return file === undefined ? page(context, root) : context.body(file.bytes, 200, file.headers);
  });
}

async function fileOf(root: string, pathname: string) {
  const type = TYPES[extname(pathname)];
  if (type === undefined || pathname === "/index.html") return undefined;
  const path = resolve(root, `.${decoded(pathname)}`);
  if (!path.startsWith(resolve(root) + sep)) return undefined;
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  // names under assets/ change with their content
  const cache = pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  return { bytes, headers: { "Content-Type": type, "Cache-Control": cache } };
}

async function page(context: AppContext, root: string): Promise<Response> {
  const html = await readFile(resolve(root, "index.html"), "utf8").catch(() => undefined);
  return context.html(html ?? NOT_BUILT, html === undefined ? 503 : 200, { "Cache-Control": "no-cache" });
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
