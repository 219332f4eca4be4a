/** The real server with the pages as they are now, and a browser in front of it. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { readConfig, type ServerConfig } from "../src/server/config.ts";
import { openLog } from "../src/server/log.ts";
import { startServer } from "../src/server/start-server.ts";
import { openChromium, type Size } from "./chromium.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

export type Workbench = {
  readonly address: string;
  readonly page: Page;
  /** Addresses that the pages asked for. */
  readonly asked: readonly string[];
  /** What the browser complained of: refused styles, errors that nobody caught. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** Builds the pages into `folder`, starts a server with its data there (`given` goes before), and opens a browser. */
export async function openWorkbench(folder: string, size: Size, given: Partial<ServerConfig> = {}): Promise<Workbench> {
  const webRoot = join(folder, "web");
  buildPages(webRoot);
  const options = { host: "127.0.0.1", port: 0, dataDir: join(folder, "data"), references: [] };
  const config = { ...(readConfig(options, {}) as ServerConfig), webRoot, ...given };
  const server = await startServer(config, openLog({ write: () => undefined }));
  const { browser, close } = await openChromium(size, false);
  const page = await browser.newPage();
  // From now on, so that the browser hands over every choice of files: listening only when a key opens one may be too late.
  page.on("filechooser", () => undefined);
  return {
    address: server.address,
    page,
    ...listenTo(page),
    close: async () => {
      await close();
      await server.close();
    },
  };
}

/** What a page asks for and complains of, from now on. */
export function listenTo(page: Page): Pick<Workbench, "asked" | "complaints"> {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // an answer such as 401 is told on the console too, and is no fault of the pages
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  return { asked, complaints };
}

/** In a process of its own: a test's environment would give React's development build. */
export function buildPages(outDir: string): void {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "error"];
  execFileSync(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_ENV: "production" } });
}

/** The files of the example laboratory. */
export const EXAMPLE = ["1_export_chapitres", "2_export_demandes", "3_export_resultats"].map((name) =>
  join(ROOT, `examples/laboratoire-du-port/LOINC_${name}_20261115.csv`),
);
