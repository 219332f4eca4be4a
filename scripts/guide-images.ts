/** The pictures of the guide: the report on the example laboratory, as a browser shows it. `npm run guide:images` */
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { buildProgram } from "../src/cli/program.ts";
import { CHROMIUM, hasChromium, withChromium } from "./chromium.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const IMAGES = join(ROOT, "docs/guide/images");
const SIZE = { width: 1200, height: 860 };
const MOST_BYTES = 400_000;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The part of the page from the first thing that `from` finds to the bottom of the last thing that `to` finds. */
async function between(page: Page, from: string, to: string, most: number): Promise<Box> {
  const box = async (selector: string, which: "first" | "last"): Promise<Box> => {
    const found = await page.locator(selector)[which]().boundingBox();
    if (found === null) throw new Error(`the report has no visible ${selector}`);
    return found;
  };
  const top = await box(from, "first");
  const bottom = await box(to, "last");
  const margin = 16;
  const y = Math.max(0, top.y - margin);
  return { x: 0, y, width: SIZE.width, height: Math.min(most, bottom.y + bottom.height + margin - y) };
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
      await shoot(page, "graphiques.png", await between(page, "h2#propose", "figure.histogram", 1500));
      await page.locator("details.row", { hasText: "mmol" }).first().evaluate((row) => row.setAttribute("open", ""));
      await shoot(page, "relire.png", await between(page, "h2#relire", "details.row[open]", 1300));
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

await main();
