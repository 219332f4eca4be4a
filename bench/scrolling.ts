/**
 * How the list scrolls: `npm run bench:scrolling -- [--rows N]`. The real server and pages over a generated catalogue, a real browser:
 * time to the first rows, time until the last one shows, frames and long tasks while one scrolls. It says figures; it passes nothing
 * and fails nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { signedInWithEveryRole } from "../scripts/in-page.ts";
import { openWorkbench } from "../scripts/open-workbench.ts";
import { largeFiles } from "./large-catalogue.ts";

const { values: options } = parseArgs({ options: { rows: { type: "string", default: "20000" } } });

type Scrolled = {
  readonly frames: number;
  readonly median: number;
  readonly worst: number;
  readonly long: number;
  readonly drawn: number;
};

/** Runs in the page: scrolls by `step` pixels a frame for `seconds`, and says how long frames took. */
const scroll = (step: number, seconds: number): string => `new Promise((resolve) => {
  const list = document.querySelector(".row-list");
  const times = [];
  let last = performance.now();
  const end = last + ${seconds * 1000};
  const frame = (now) => {
    times.push(now - last);
    last = now;
    list.scrollTop += ${step};
    if (now < end) return requestAnimationFrame(frame);
    times.sort((a, b) => a - b);
    const drawn = document.querySelectorAll(".line").length;
    const long = times.filter((time) => time > 50).length;
    resolve({ frames: times.length, median: times[times.length >> 1], worst: times.at(-1), long, drawn });
  };
  requestAnimationFrame(frame);
})`;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "transloinc-scrolling-"));
  const files = largeFiles(Number(options.rows)).map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const { page, address, close } = await openWorkbench(folder, { width: 1440, height: 900 });
  try {
    const api = await signedInWithEveryRole(page, address);
    const project = await api.importProject(files, "Laboratoire", "Grand catalogue");
    const started = performance.now();
    await page.goto(`${address}/projets/${project}/lignes`);
    await page.locator(".line strong").first().waitFor();
    say("first rows after opening the page", `${(performance.now() - started).toFixed(0)} ms`);
    const total = await page.locator(".row-list").getAttribute("aria-rowcount");
    say("rows in the list", `${total}`);
    for (const [name, step] of [
      ["slowly (20 pixels a frame)", 20],
      ["fast (400 pixels a frame)", 400],
    ] as const) {
      const { frames, median, worst, long, drawn } = await page.evaluate<Scrolled>(scroll(step, 5));
      const figures = `${frames} frames, median ${median.toFixed(1)} ms, worst ${worst.toFixed(0)} ms, ${long} over 50 ms`;
      say(`scrolling ${name}`, `${figures}; ${drawn} rows drawn`);
    }
    await page.locator(".row-list").focus();
    const jump = performance.now();
    await page.keyboard.press("End");
    await page.locator(`.line[aria-rowindex="${total}"] strong`).waitFor({ timeout: 120_000 });
    say("from there to the last row (End)", `${(performance.now() - jump).toFixed(0)} ms`);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(what: string, figures: string): void {
  console.log(`${what.padEnd(40)} ${figures}`);
}

await main();
