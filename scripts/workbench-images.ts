/** The pictures of the guide's page on reviewing: the pages over the example laboratory, as a browser shows them. `npm run guide:workbench` */
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { ItemPage } from "../src/server/schemas/items.ts";
import type { Lot } from "../src/server/schemas/lots.ts";
import { CHROMIUM, hasChromium } from "./chromium.ts";
import { type InPage, signedInWithEveryRole } from "./in-page.ts";
import { EXAMPLE, openWorkbench } from "./open-workbench.ts";

const IMAGES = fileURLToPath(new URL("../docs/guide/images", import.meta.url));
const SIZE = { width: 1360, height: 850 };
const MOST_BYTES = 400_000;
/** A small specialty, to sign whole. */
const FERTILITY = "18722-9";

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(IMAGES, `atelier-${name}.png`);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  console.log(`atelier-${name}.png: ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES / 1000} kB`);
}

/** Decides what a person would have decided by now: some lots, one specialty whole; its proof. */
async function reviewSome(api: InPage, project: string): Promise<string> {
  const { lots } = await api.send<{ lots: Lot[] }>("GET", `/projects/${project}/lots`);
  for (const { key, level, rows } of lots)
    if (level === "analysis" && rows > 15)
      await api.send("POST", `/projects/${project}/lots/${encodeURIComponent(key)}/accept`, {});
  const list = `/projects/${project}/items?limit=500&specialty=${FERTILITY}`;
  const { items } = await api.send<ItemPage>("GET", list);
  await api.send("POST", `/projects/${project}/decisions`, {
    decisions: items.map(({ id, version, candidate }) => ({
      item: id,
      version,
      decision: candidate
        ? { kind: "loinc", loinc: candidate.loinc, from: "proposal" }
        : { kind: "not-coded", reason: "Sans équivalent dans LOINC", from: "proposal" },
    })),
  });
  const scope = { kind: "specialty", key: FERTILITY };
  return (await api.send<{ id: string }>("POST", `/projects/${project}/signoff`, { scope })).id;
}

async function main(): Promise<void> {
  if (!hasChromium()) throw new Error(`${CHROMIUM} is missing: apt-get install -y chromium`);
  mkdirSync(IMAGES, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "transloinc-images-"));
  const { page, address, close } = await openWorkbench(folder, SIZE);
  try {
    await page.emulateMedia({ colorScheme: "light" });
    const api = await signedInWithEveryRole(page, address);
    const go = (path: string): Promise<unknown> => page.goto(address + path);

    await go("/projets/nouveau");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /Choisir/ }).click();
    await (await chooser).setFiles(EXAMPLE);
    await page.locator(".file-preview").first().waitFor();
    await shoot(page, "import");

    const project = await api.importProject(EXAMPLE, "Laboratoire du Port", "Catalogue 2026");
    const at = `/projets/${project}`;
    await go(`${at}/lots`);
    await page
      .getByRole("button", { name: /^Parcourir/ })
      .first()
      .click();
    await shoot(page, "lots");
    const proof = await reviewSome(api, project);
    await go(at);
    await page.locator(".chart").first().waitFor();
    await shoot(page, "tableau-de-bord");
    await go(`${at}/lignes?level=analysis&band=review&state=proposed`);
    await page.locator(".candidates").waitFor();
    await page.locator(".row-list").focus();
    await shoot(page, "relecture");
    await page.keyboard.press("r");
    await page.locator(".results").waitFor();
    await shoot(page, "recherche");
    await go(`${at}/signature`);
    await page.locator(".parts").first().waitFor();
    await shoot(page, "signature");
    await go(`${at}/preuves/${proof}`);
    await page.locator(".proof-rows").waitFor();
    await shoot(page, "preuve");
    await go(`${at}/export`);
    await page.locator(".exports").first().waitFor();
    await shoot(page, "export");
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
