/** The report as a browser shows it: axe finds nothing to say, in light and dark; nothing is wider than a narrow screen. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { CHROMIUM, hasChromium, withChromium } from "../scripts/chromium.ts";
import { buildProgram } from "../src/cli/program.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Small, and everything is in it: remarks, rows to look at, rows without a code. */
const CATALOGUE = "examples/tout-de-travers/20-formules-et-html";
const SIZE = { width: 1200, height: 900 };

if (!hasChromium()) console.warn(`report-accessibility: skipped, ${CHROMIUM} is missing (apt-get install -y chromium)`);

describe.skipIf(!hasChromium())("the report in a browser", () => {
  const folder = temporaryFolder();
  const reports = { fr: join(folder.path, "fr"), en: join(folder.path, "en") };

  beforeAll(async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    vi.spyOn(console, "error").mockImplementation(() => {});
    for (const [language, out] of Object.entries(reports))
      await buildProgram().run(["map", CATALOGUE, "--out", out, "--lang", language]);
    vi.restoreAllMocks();
  }, 120_000);

  async function opened(page: Page, out: string): Promise<void> {
    await page.goto(pathToFileURL(join(out, "rapport.html")).href);
    await page.evaluate('for (const row of document.querySelectorAll("details")) row.open = true');
  }

  it.each([
    ["fr", "light"],
    ["fr", "dark"],
    ["en", "light"],
  ] as const)(
    "has no accessibility violation, every row opened (%s, %s)",
    async (language, colorScheme) => {
      const violations = await withChromium(SIZE, async (browser) => {
        const page = await browser.newPage();
        await page.emulateMedia({ colorScheme });
        await opened(page, reports[language]);
        return (await new AxeBuilder({ page }).analyze()).violations;
      });
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map((node) => node.html) }))).toEqual(
        [],
      );
    },
    120_000,
  );

  it("has rows to open, remarks and both sorts of pictures", async () => {
    const counts = await withChromium(SIZE, async (browser) => {
      const page = await browser.newPage();
      await opened(page, reports.fr);
      const count = (selector: string): Promise<number> => page.locator(selector).count();
      return {
        rows: await count("details.row table"),
        remarks: await count("td.warning"),
        charts: await count(".chart"),
      };
    });
    expect(Math.min(counts.rows, counts.remarks, counts.charts)).toBeGreaterThan(0);
  }, 60_000);

  it("fits a screen of 360 pixels", async () => {
    const width = await withChromium({ width: 360, height: 800 }, async (browser) => {
      const page = await browser.newPage();
      await opened(page, reports.fr);
      return page.evaluate<number>("document.documentElement.scrollWidth");
    });
    expect(width).toBeLessThanOrEqual(360);
  }, 60_000);

  it("asks nothing of the network", async () => {
    const asked = await withChromium(SIZE, async (browser) => {
      const page = await browser.newPage();
      const urls: string[] = [];
      page.on("request", (request) => urls.push(request.url()));
      await opened(page, reports.fr);
      return urls;
    });
    expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  }, 60_000);
});
