/** The pictures of the guide: the report on the example laboratory, as a browser shows it. `npm run guide:images` */
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Locator, Page } from "playwright-core";
import { buildProgram } from "../src/cli/program.ts";
import { CHROMIUM, hasChromium, withChromium } from "./chromium.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const IMAGES = join(ROOT, "docs/guide/images");
const SIZE = { width: 1200, height: 860 };
const MOST_BYTES = 400_000;

/** A row in which something supports, something is assumed and something contradicts. */
const TELLING_ROW = "details.row:has(.supports):has(.assumed):has(.contradicts)";

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`the report does not show ${element}`);
  return box;
}

/** The part of the page from the top of `from` to the bottom of `to`. */
async function between(page: Page, from: string, to: string): Promise<Box> {
  const margin = 16;
  const top = (await boxOf(page.locator(from).first())).y - margin;
  const last = await boxOf(page.locator(to).last());
  return { x: 0, y: top, width: SIZE.width, height: last.y + last.height + margin - top };
}

async function shoot(page: Page, name: string, clip: Box): Promise<void> {
  const path = join(IMAGES, name);
  await page.screenshot({ path, clip, fullPage: true, animations: "disabled" });
  const { size } = statSync(path);
  console.log(`${name}: ${Math.round(clip.height)} px high, ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${name} is larger than ${MOST_BYTES / 1000} kB`);
}

async function main(): Promise<void> {
  if (!hasChromium()) throw new Error(`${CHROMIUM} is missing: apt-get install -y chromium`);
  mkdirSync(IMAGES, { recursive: true });
  const out = mkdtempSync(join(tmpdir(), "transloinc-images-"));
  try {
    await buildProgram().run(["map", join(ROOT, "examples/laboratoire-du-port"), "--out", out]);
    await withChromium(SIZE, async (browser) => {
      const page = await browser.newPage();
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(pathToFileURL(join(out, "rapport.html")).href);
      await shoot(page, "rapport.png", { x: 0, y: 0, ...SIZE });
      await shoot(page, "graphiques.png", await between(page, "h2#propose", "figure.histogram"));
      const row = page.locator(TELLING_ROW).first();
      await row.evaluate((element) => element.setAttribute("open", ""));
      const { y, height } = await boxOf(row);
      const top = (await boxOf(row.locator("xpath=preceding-sibling::*[1]"))).y - 12;
      const bottom = Math.min(y + height + 90, y + 1000);
      await shoot(page, "relire.png", { x: 0, y: top, width: SIZE.width, height: bottom - top });
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

await main();
