/** Files that go in and come out by the pages: dropped, refused and taken all the same, whole backups, references. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium } from "../../scripts/chromium.ts";
import { type InPage, signedInWithEveryRole } from "../../scripts/in-page.ts";
import { EXAMPLE, openWorkbench, type Workbench } from "../../scripts/open-workbench.ts";
import { checkDigit } from "../../src/loinc/code.ts";
import type { ItemPage } from "../../src/server/schemas/items.ts";
import { loincZip, starterTerm } from "../official-files.ts";
import { runCli } from "../run-cli.ts";
import { temporaryFolder } from "../temporary-folder.ts";

if (!hasChromium()) console.warn(`files: skipped, ${CHROMIUM} is missing (apt-get install -y chromium)`);

const POOR = EXAMPLE.map((path) => path.replace("laboratoire-du-port", "tout-de-travers/22-tout-a-la-fois"));
/** A group of analyses: no code of one analysis. */
const LIPID_PANEL = "24331-1";
/** Enough terms for the reading to take a moment. */
const MANY_TERMS = 20_000;

describe.skipIf(!hasChromium())("files in and out", { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  let workbench: Workbench;
  let page: Page;
  let api: InPage;
  let at = "";

  beforeAll(async () => {
    workbench = await openWorkbench(folder.path, { width: 1280, height: 900 });
    page = workbench.page;
    api = await signedInWithEveryRole(page, workbench.address);
  }, 120_000);
  afterAll(() => workbench?.close());

  /** Where the file is that `act` makes the page give. */
  const saved = async (act: () => Promise<void>): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent("download"), act()]);
    const path = join(folder.path, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  };

  it("takes the three files as they are dropped from the desktop", async () => {
    await page.goto(`${workbench.address}/projets/nouveau`);
    const box = (await page.locator(".drop-zone").boundingBox())!;
    const mouse = await page.context().newCDPSession(page);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 4];
    const data = { items: [], files: [...EXAMPLE], dragOperationsMask: 1 };
    await mouse.send("Input.dispatchDragEvent", { type: "dragEnter", x, y, data });
    await mouse.send("Input.dispatchDragEvent", { type: "dragOver", x, y, data });
    await page.locator(".drop-zone[data-drop-target]").waitFor();
    await mouse.send("Input.dispatchDragEvent", { type: "drop", x, y, data });
    await page.getByText("45 chapitres et sous-chapitres, 235 examens, 471 analyses.").waitFor();
    expect(await page.locator(".file-preview").count()).toBe(3);
    await page.getByLabel("Nom du laboratoire").fill("Laboratoire du Port");
    await page.getByLabel("Nom du projet").fill("Catalogue 2026");
    await page.getByRole("button", { name: "Enregistrer et proposer les codes" }).click();
    await page.getByRole("link", { name: "Voir le tableau de bord" }).click({ timeout: 90_000 });
    await page.getByText("Avancement par spécialité").waitFor();
    at = new URL(page.url()).pathname;
  });

  it("shows the remarks on poor files whole: what is wrong, and what to do", async () => {
    await page.goto(`${workbench.address}/projets/nouveau`);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /Choisir/ }).click();
    await (await chooser).setFiles(POOR);
    await page
      .getByText(/Complétez-la dans le SGL/)
      .first()
      .waitFor();
    const cut = `[...document.querySelectorAll(".problems td")].filter((cell) => cell.scrollWidth > cell.clientWidth).length`;
    expect(await page.evaluate(cut)).toBe(0);
    await page.getByRole("button", { name: "Abandonner cet import" }).click();
  });

  it("says why the SGL would refuse a table, and gives it to who insists", async () => {
    const project = `/projects/${at.split("/")[2]}`;
    const { items } = await api.send<ItemPage>("GET", `${project}/items?level=analysis&q=GLYJ`);
    const { id, version, label } = items.find(({ code }) => code === "GLYJ")!;
    const decision = { kind: "loinc", loinc: LIPID_PANEL, from: "search" };
    await api.send("POST", `${project}/items/${id}/decide`, { version, decision });

    await page.goto(`${workbench.address}${at}/export`);
    await page.getByRole("button", { name: /^Télécharger LOINC_6/ }).click();
    const refusal = page.locator(".notice.error", { hasText: "Le SGL refuserait ce fichier" });
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain("est un code d'examen (panel), pas d'analyse");
    expect(await refusal.innerText()).toContain(label);
    const file = await saved(() => refusal.getByRole("button", { name: "Exporter quand même" }).click());
    await page.getByText(/est enregistré, avec \d+ remarque/).waitFor();
    const lines = iconv.decode(readFileSync(file), "windows-1252").split("\r\n");
    expect(lines.find((line) => line.startsWith("GLYJ;"))).toContain(`;${LIPID_PANEL};`);
  });

  it("gives a backup from which everything comes back", async () => {
    await page.goto(`${workbench.address}/administration/sauvegarde`);
    const file = await saved(() => page.getByRole("link", { name: "Télécharger la sauvegarde" }).click());
    expect(file).toMatch(/transloinc-\d{4}-\d\d-\d\d\.backup\.gz$/);
    const restored = await runCli("restore", file, "--data", join(folder.path, "restored"));
    expect([restored.code, restored.out]).toEqual([0, expect.stringContaining("1 compte(s)")]);
    expect(restored.out).toContain("1 projet(s)");
  });

  it("sends a reference, shows how far it is, and works with it at once", async () => {
    const numbers = Array.from({ length: MANY_TERMS }, (_, i) => String(100_000 + i));
    const terms = numbers.map((digits) => starterTerm("2345-7", { code: `${digits}-${checkDigit(digits)}` }));
    const archive = folder.write("Loinc_2.99.zip", loincZip({ version: "2.99", terms }));
    await page.goto(`${workbench.address}/administration/references`);
    // what the bar says, each time that it says something else
    await page.evaluate(`(() => {
      window.progress = [];
      const look = () => {
        const bar = document.querySelector("[role=progressbar]");
        const said = bar && document.getElementById(bar.getAttribute("aria-labelledby"))?.textContent + " " + (bar.getAttribute("aria-valuenow") ?? "?");
        if (said && said !== window.progress.at(-1)) window.progress.push(said);
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    })()`);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Ajouter une référence…" }).click();
    await (await chooser).setFiles(archive);
    await page.getByText("La référence est installée.").waitFor({ timeout: 60_000 });
    const said = await page.evaluate<string[]>("window.progress");
    expect(said.some((text) => text.startsWith("Envoi du fichier"))).toBe(true);
    expect(said.filter((text) => /^Lecture du fichier [1-9]/.test(text)).length).toBeGreaterThan(0);
    await page.getByText(/^En service : LOINC 2\.99/).waitFor();
    expect(await page.locator("tbody tr").innerText()).toMatch(/LOINC 2\.99.*20.000 termes.*en service/s);
  });

  it("the strict policy refused nothing", () => expect(workbench.complaints).toEqual([]));
});
