/** Opens Debian's chromium for pictures and checks of pages: no download, no profile of anybody. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** Where `apt-get install chromium` puts it. */
export const CHROMIUM = "/usr/bin/chromium";

export const hasChromium = (): boolean => existsSync(CHROMIUM);

export type Size = { readonly width: number; readonly height: number };

export type OpenBrowser = { readonly browser: BrowserContext; readonly close: () => Promise<void> };

/** What `use` makes of a browser without a network and with a profile of its own, which is removed afterwards. */
export async function withChromium<Result>(
  size: Size,
  use: (browser: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const { browser, close } = await openChromium(size);
  try {
    return await use(browser);
  } finally {
    await close();
  }
}

/** A browser with a profile of its own, which `close` removes; `offline` unless a server on this machine is to be reached. */
export async function openChromium(size: Size, offline = true): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "transloinc-chromium-"));
  const removeProfile = (): void => rmSync(profile, { recursive: true, force: true });
  try {
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-sync",
        "--no-first-run",
      ],
      viewport: size,
      locale: "fr-FR",
      offline,
    });
    return {
      browser,
      close: async () => {
        await browser.close();
        removeProfile();
      },
    };
  } catch (error) {
    removeProfile();
    throw error;
  }
}
