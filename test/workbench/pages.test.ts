/** Every page as a browser shows it: axe finds nothing to say in light and dark, all fits a narrow screen, what is typed survives. */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium } from "../../scripts/chromium.ts";
import { type InPage, signedInWithEveryRole } from "../../scripts/in-page.ts";
import { EXAMPLE, openWorkbench, type Workbench } from "../../scripts/open-workbench.ts";
import type { Item, ItemPage, ItemRow } from "../../src/server/schemas/items.ts";
import { temporaryFolder } from "../temporary-folder.ts";

if (!hasChromium()) console.warn(`pages: skipped, ${CHROMIUM} is missing (apt-get install -y chromium)`);

const SIZE = { width: 1280, height: 900 };

type Shown = { readonly name: string; readonly path: string; readonly act?: (page: Page) => Promise<void> };

describe.skipIf(!hasChromium())("the pages in a browser", { timeout: 300_000 }, () => {
  const folder = temporaryFolder();
  let workbench: Workbench;
  let page: Page;
  let api: InPage;
  let project = "";
  let shown: readonly Shown[] = [];

  const items = async (query: string): Promise<ItemRow[]> =>
    (await api.send<ItemPage>("GET", `/projects/${project}/items?limit=500&${query}`)).items;
  /** The first row to review with a question that `suits`. */
  const firstAsked = async (suits: (question: NonNullable<Item["question"]>) => boolean): Promise<Item> => {
    for (const { id } of await items("level=analysis&band=review&state=proposed")) {
      const item = await api.send<Item>("GET", `/projects/${project}/items/${id}`);
      if (item.question && suits(item.question)) return item;
    }
    throw new Error("no row to review has such a question");
  };
  const open = async ({ path, act }: Omit<Shown, "name">): Promise<void> => {
    await page.goto(workbench.address + path);
    await page.locator("main h1").waitFor();
    await page.waitForLoadState("networkidle");
    await act?.(page);
  };
  const violations = async (rules?: string[]): Promise<unknown[]> => {
    const axe = new AxeBuilder({ page });
    const { violations: found } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
    return found.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map((node) => node.html.slice(0, 300)) }));
  };

  beforeAll(async () => {
    workbench = await openWorkbench(folder.path, SIZE);
    page = workbench.page;
  }, 120_000);
  afterAll(() => workbench?.close());

  it("axe finds nothing on the first page", async () => {
    await open({ path: "/" });
    await page.getByText("Première ouverture").first().waitFor();
    expect(await violations()).toEqual([]);
  });

  it("is prepared: a project with decisions, a signed specialty, a request", async () => {
    api = await signedInWithEveryRole(page, workbench.address);
    project = await api.importProject(EXAMPLE, "Laboratoire du Port", "Catalogue 2026");
    const [fertility] = (await items("")).filter(({ specialty }) => specialty === "18722-9");
    const all = await items(`specialty=${fertility!.specialty}`);
    await api.send("POST", `/projects/${project}/decisions`, {
      decisions: all.map(({ id, version, candidate }) => ({
        item: id,
        version,
        decision:
          candidate === null
            ? { kind: "not-coded", reason: "Sans équivalent", from: "proposal" }
            : { kind: "loinc", loinc: candidate.loinc, from: "lot" },
      })),
    });
    const scope = { kind: "specialty", key: fertility!.specialty };
    const { id: proof } = await api.send<{ id: string }>("POST", `/projects/${project}/signoff`, { scope });
    const [first] = await items("level=analysis&band=review&sort=confidence");
    await api.send("POST", `/projects/${project}/items/${first!.id}/request`, { why: "Aucun code ne convient." });
    const panel = (await items("level=exam&band=auto"))[0]!;
    const at = `/projets/${project}`;
    const row = `${at}/lignes?level=analysis&band=review`;
    const detail = (opened: Page): Promise<void> => opened.locator(".row-actions").waitFor();
    const pressed =
      (key: string, then: string) =>
      async (opened: Page): Promise<void> => {
        await detail(opened);
        await opened.keyboard.press(key);
        await opened.locator(then).first().waitFor();
      };
    const clicked =
      (name: RegExp, then: string) =>
      async (opened: Page): Promise<void> => {
        await opened.getByRole("button", { name }).first().click();
        await opened.locator(then).first().waitFor();
      };
    shown = [
      { name: "projects", path: "/projets" },
      { name: "import", path: "/projets/nouveau" },
      {
        name: "preview",
        path: `${at}/import`,
        act: async (opened) => {
          const chooser = opened.waitForEvent("filechooser");
          await opened.getByRole("button", { name: /Choisir|Choose/ }).click();
          await (await chooser).setFiles(EXAMPLE);
          await opened.locator(".file-preview").first().waitFor();
          await opened.waitForLoadState("networkidle");
        },
      },
      { name: "dashboard", path: at },
      { name: "lots", path: `${at}/lots`, act: clicked(/^(Parcourir|Look through)/, ".lot table") },
      { name: "lot accepted?", path: `${at}/lots`, act: clicked(/^Accep/, "[role=dialog]") },
      { name: "review", path: row, act: detail },
      { name: "review, rows ticked", path: row, act: pressed("Control+a", ".row-actions") },
      { name: "search", path: row, act: pressed("r", ".result, .results") },
      { name: "decision", path: row, act: pressed("t", ".inline-form") },
      { name: "keys", path: row, act: pressed("?", ".keys") },
      { name: "request", path: row, act: clicked(/Demander un code|Request a code/, "[role=dialog]") },
      {
        name: "a signed row",
        path: `${at}/lignes?state=signed`,
        act: (opened) => opened.locator(".standing").waitFor(),
      },
      {
        name: "exams",
        path: `${at}/examens?examen=${panel.id}`,
        act: (opened) => opened.locator(".against").waitFor(),
      },
      { name: "chapters", path: `${at}/chapitres`, act: (opened) => opened.locator(".tree-line").first().waitFor() },
      { name: "requests", path: `${at}/demandes`, act: (opened) => opened.locator(".request-list li").waitFor() },
      { name: "sign-off", path: `${at}/signature`, act: (opened) => opened.locator(".parts").first().waitFor() },
      { name: "proof", path: `${at}/preuves/${proof}`, act: (opened) => opened.locator(".proof-rows").waitFor() },
      { name: "export", path: `${at}/export` },
      { name: "accounts", path: "/administration/utilisateurs" },
      { name: "an account", path: "/administration/utilisateurs", act: clicked(/compte|account/, "[role=dialog]") },
      { name: "references", path: "/administration/references" },
      { name: "history", path: "/administration/historique" },
      { name: "backup", path: "/administration/sauvegarde" },
      { name: "nowhere", path: "/nulle-part" },
    ];
  });

  it("axe finds nothing on any page, in light and dark; each fits 360 pixels and shows LOINC's notice", async () => {
    const found: unknown[] = [];
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    for (const one of shown) {
      await open(one);
      const light = await violations();
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      // what the theme may change
      const dark = await violations(["color-contrast", "link-in-text-block"]);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await page.setViewportSize({ width: 360, height: 740 });
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      await page.setViewportSize(SIZE);
      const notice = await page.locator("footer").innerText();
      const noticed = notice.includes("This material contains content from LOINC") && /2\.\d\d/.test(notice);
      if (light.length + dark.length > 0 || width > 360 || !noticed)
        found.push({ page: one.name, light, dark, width, noticed });
    }
    expect(found).toEqual([]);
  });

  it("names the rows in the history of everything", async () => {
    await open({ path: "/administration/historique" });
    await page
      .locator("tbody tr", { hasText: "Signé" })
      .first()
      .getByRole("link")
      .filter({ hasText: /[a-z]/ })
      .waitFor();
  });

  it("speaks English when asked", async () => {
    await open({ path: `/projets/${project}` });
    await page.getByLabel("Langue").selectOption("en");
    await page.getByText("Progress by specialty").first().waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    expect(await violations()).toEqual([]);
    const asked = await firstAsked(() => true);
    await open({ path: `/projets/${project}/lignes?ligne=${asked.id}` });
    await page.locator(".candidates").waitFor();
    await page.locator(".question", { hasText: /Which .*\?$/ }).waitFor();
    // what the laboratory wrote stays as it is
    expect(await page.locator("main").innerText()).not.toMatch(
      /Préciser|libellé «|unité «|non précisé|toute technique/,
    );
    await page.getByLabel("Language").selectOption("fr");
  });

  it("keeps what was typed when somebody was faster, shows theirs, and lets mine stand", async () => {
    const row = (await items("level=analysis&band=review&state=proposed"))[3]!;
    await open({ path: `/projets/${project}/lignes?ligne=${row.id}` });
    await page.locator(".row-actions").waitFor();
    await page.keyboard.press("l");
    await page.getByLabel("Motif").fill("Propre à notre automate");
    await api.send("POST", `/projects/${project}/items/${row.id}/decide`, {
      version: row.version,
      decision: { kind: "loinc", loinc: row.candidate!.loinc, from: "proposal" },
    });
    await page.getByRole("button", { name: "Enregistrer la décision" }).click();
    const notice = page.locator(".notice.error");
    await notice.waitFor();
    expect(await notice.innerText()).toContain(row.candidate!.loinc);
    expect(await notice.innerText()).toContain("Compte du guide");
    expect(await page.getByLabel("Motif").inputValue()).toBe("Propre à notre automate");
    await page.getByRole("button", { name: "Mettre la mienne à la place" }).click();
    await page.getByText(/Décidé : Code local seul/).waitFor();
    const now = await api.send<Item>("GET", `/projects/${project}/items/${row.id}`);
    expect(now.decision).toMatchObject({ kind: "local", reason: "Propre à notre automate" });
  });

  it("answers the deciding question in place, and ranks anew at once", async () => {
    // Of the property a label may say more than the unit that is answered.
    const asked = await firstAsked(
      ({ axis, options }) => axis !== "component" && axis !== "property" && options.length === 2,
    );
    const answer = asked.question!.options[1]!;
    await open({ path: `/projets/${project}/lignes?ligne=${asked.id}` });
    const first = page.locator(".candidates thead .code").first();
    await first.waitFor();
    const before = await first.innerText();
    await page.locator(".answers").getByRole("button", { name: answer, exact: true }).click();
    await page.getByText(/^Classement refait avec/).waitFor();
    expect(await first.innerText()).not.toBe(before);
    await page.getByRole("button", { name: /Revenir au classement/ }).click();
    expect(await first.innerText()).toBe(before);
  });

  it("shows what a re-import changes before anything is stored", async () => {
    const text = readFileSync(EXAMPLE[2]!, "latin1");
    const changed = folder.write(
      "LOINC_3_export_resultats_20261201.csv",
      Buffer.from(text.replace(/;GL;g\/L;/, ";MMOLL;mmol/L;"), "latin1"),
    );
    const before = await api.send<ItemPage>("GET", `/projects/${project}/items?limit=1`);
    await open({ path: `/projets/${project}/import` });
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /Choisir/ }).click();
    await (await chooser).setFiles([EXAMPLE[0]!, EXAMPLE[1]!, changed]);
    await page.getByText(/0 ligne nouvelle, 1 modifiée, 0 disparue/).waitFor();
    expect(await page.locator(".changes").innerText()).toMatch(/g\/L\s*→\s*mmol\/L/);
    expect((await api.send<ItemPage>("GET", `/projects/${project}/items?limit=1`)).total).toBe(before.total);
    await page.getByRole("button", { name: "Abandonner cet import" }).click();
    await page.locator(".drop-zone").waitFor();
  });

  it("asked nothing of another machine, and the strict policy refused nothing", () => {
    expect(workbench.asked.filter((url) => !url.startsWith(workbench.address))).toEqual([]);
    expect(workbench.complaints).toEqual([]);
  });
});
