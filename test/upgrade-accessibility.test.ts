/** The page about a change of references as a browser shows it: axe finds nothing to say, and a narrow screen holds it. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium, withChromium } from "../scripts/chromium.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

if (!hasChromium())
  console.warn(`upgrade-accessibility: skipped, ${CHROMIUM} is missing (apt-get install -y chromium)`);

describe.skipIf(!hasChromium())("the page about a change of references", () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join("examples/changement-de-version", name);
  const page = pathToFileURL(join(folder.path, "changements.html")).href;

  beforeAll(async () => {
    const sides = [
      "--from",
      at("extrait-2025-01"),
      at("circuit-2025-01.csv"),
      "--to",
      at("extrait-2026-06"),
      at("circuit-2026-06.csv"),
    ];
    await runCli("upgrade", at("table"), ...sides, "--data", folder.path, "--out", folder.path);
  }, 120_000);

  it.each(["light", "dark"] as const)("has no accessibility violation (%s)", async (colorScheme) => {
    const violations = await withChromium({ width: 1200, height: 900 }, async (browser) => {
      const tab = await browser.newPage();
      await tab.emulateMedia({ colorScheme });
      await tab.goto(page);
      return (await new AxeBuilder({ page: tab }).analyze()).violations;
    });
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map((node) => node.html) }))).toEqual([]);
  }, 120_000);

  it("fits a screen of 360 pixels", async () => {
    const width = await withChromium({ width: 360, height: 800 }, async (browser) => {
      const tab = await browser.newPage();
      await tab.goto(page);
      return tab.evaluate<number>("document.documentElement.scrollWidth");
    });
    expect(width).toBeLessThanOrEqual(360);
  }, 60_000);
});
