/** Two people in two browsers, each at a server process of its own, over one PostgreSQL: on the same row at once, and as second readers. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium, openChromium } from "../../scripts/chromium.ts";
import { type InPage, inPage, PASSWORD, signedInWithEveryRole } from "../../scripts/in-page.ts";
import { buildPages, EXAMPLE, listenTo } from "../../scripts/open-workbench.ts";
import type { Item, ItemPage, ItemRow } from "../../src/server/schemas/items.ts";
import { buildProgramInto } from "../built-program.ts";
import { postgresServer } from "../databases.ts";
import { serverProcesses } from "../served.ts";
import { temporaryFolder } from "../temporary-folder.ts";

if (!hasChromium()) console.warn(`two-people: skipped, ${CHROMIUM} is missing (apt-get install -y chromium)`);

const SIZE = { width: 1280, height: 900 };

type Person = { readonly name: string; readonly page: Page; readonly complaints: readonly string[] };

describe.skipIf(!hasChromium())("two people at two servers", { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const postgres = postgresServer();
  let program = "";
  const serve = serverProcesses(() => [program]);
  const closing: (() => Promise<unknown>)[] = [];
  let one: Person;
  let two: Person;
  let api: InPage;
  let project = "";
  let rows: readonly ItemRow[] = [];

  beforeAll(async () => {
    program = buildProgramInto(folder.path);
    buildPages(join(folder.path, "dist/web"));
    const env = { DATABASE_URL: await postgres.createDatabase() };
    const [a, b] = [
      await serve(["--data", join(folder.path, "a")], env),
      await serve(["--data", join(folder.path, "b")], env),
    ];
    const sit = async (name: string): Promise<Person> => {
      const { browser, close } = await openChromium(SIZE, false);
      closing.push(close);
      const page = await browser.newPage();
      return { name, page, complaints: listenTo(page).complaints };
    };
    one = await sit("Première lectrice");
    two = await sit("Seconde lectrice");
    const admin = await signedInWithEveryRole(one.page, a.address);
    project = await admin.importProject(EXAMPLE, "Laboratoire du Port", "Catalogue 2026");
    for (const [login, { name }] of Object.entries({ one, two }))
      await admin.send("POST", "/users", { login, name, roles: ["biologist"], password: PASSWORD });
    await signIn(one.page, a.address, "one");
    await signIn(two.page, b.address, "two");
    api = inPage(one.page);
    rows = (await api.send<ItemPage>("GET", `/projects/${project}/items?limit=500&level=analysis&band=auto`)).items;
  }, 300_000);
  afterAll(async () => {
    for (const close of closing) await close();
  }, 60_000);

  const open = async ({ page }: Person, row: ItemRow): Promise<void> => {
    await page.goto(`${new URL(page.url()).origin}/projets/${project}/lignes?ligne=${row.id}`);
    await page.locator(".row-panel h2", { hasText: row.label }).waitFor();
    await page.locator(".row-actions, .standing").first().waitFor();
  };
  /** Fills in a decision of another kind than a code, without sending it. */
  const prepare = async ({ page }: Person, key: string, reason: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.getByLabel("Motif").fill(reason);
  };
  const send = ({ page }: Person): Promise<void> =>
    page.getByRole("button", { name: "Enregistrer la décision" }).click();
  const conflict = ({ page }: Person) => page.locator(".notice.error", { hasText: "Quelqu'un a été plus rapide" });
  const itemNow = (row: ItemRow): Promise<Item> => api.send("GET", `/projects/${project}/items/${row.id}`);

  it("decide on one row at once: who is second sees the first, and both see it when it happens to both", async () => {
    const row = rows[0]!;
    await Promise.all([open(one, row), open(two, row)]);
    await Promise.all([prepare(one, "l", "Propre à notre automate"), prepare(two, "n", "Ligne de gestion")]);
    await Promise.all([send(one), send(two)]);
    const late = async (): Promise<readonly Person[]> => {
      const seen = await Promise.all([one, two].map((person) => conflict(person).isVisible()));
      return [one, two].filter((_, i) => seen[i]);
    };
    await expect.poll(late, { timeout: 20_000 }).toHaveLength(1);
    const [second] = await late();
    const first = second === one ? two : one;
    const [mine, theirs] =
      second === one ? ["Propre à notre automate", "Ne pas coder"] : ["Ligne de gestion", "local seul"];
    const told = await conflict(second!).innerText();
    expect(told).toContain(first.name);
    expect(told).toContain(theirs);
    expect(await second!.page.getByLabel("Motif").inputValue()).toBe(mine);

    // the first comes back to the row and thinks again, meanwhile the second puts theirs in its place
    await open(first, row);
    await prepare(first, "l", "Toute réflexion faite");
    await second!.page.getByRole("button", { name: "Mettre la mienne à la place" }).click();
    await second!.page.getByText(/Décidé : /).waitFor();
    await send(first);
    await conflict(first).waitFor();
    expect(await conflict(first).innerText()).toContain(second!.name);
    expect(await first.page.getByLabel("Motif").inputValue()).toBe("Toute réflexion faite");
    await first.page.getByRole("button", { name: "Garder sa décision" }).click();
    await conflict(first).waitFor({ state: "detached" });

    const now = await itemNow(row);
    expect(now.decision).toMatchObject({ reason: mine, by: { name: second!.name } });
    const decisions = now.history.filter(({ kind }) => kind === "decided");
    expect(decisions.map(({ actor }) => actor.name)).toEqual([first.name, second!.name]);
    for (const person of [one, two]) {
      await open(person, row);
      await person.page.locator(".history summary").click();
      const shown = await person.page.locator(".history li", { hasText: "Décision" }).allInnerTexts();
      expect(shown).toHaveLength(2);
      expect(shown[0]).toContain(second!.name);
      expect(shown[1]).toContain(first.name);
    }
  });

  it("read a second time: who decided cannot, another agrees", async () => {
    const row = rows[1]!;
    await open(one, row);
    await one.page.keyboard.press("a");
    await one.page.getByText(/ — Décidé : /).waitFor();
    await open(one, row);
    expect(await one.page.getByRole("button", { name: "D'accord" }).count()).toBe(0);
    await one.page.getByRole("button", { name: "Demander une seconde lecture" }).click();
    await one.page.getByText("Une seconde lecture est demandée.").waitFor();

    await open(two, row);
    await two.page.getByText("Une seconde lecture est demandée.").waitFor();
    await two.page.keyboard.press("v");
    await two.page.getByText("Seconde lecture enregistrée.").waitFor();
    await two.page.getByText(`Relu et approuvé par ${two.name}`).waitFor();
    await open(one, row);
    await one.page.getByText(`Relu et approuvé par ${two.name}`).waitFor();
    expect(await itemNow(row)).toMatchObject({ state: "second-read", second: { agree: true } });
  });

  it("or disagrees with a reason, which reopens the row for the first", async () => {
    const row = rows[2]!;
    await open(one, row);
    await one.page.keyboard.press("a");
    await one.page.getByText(/ — Décidé : /).waitFor();
    await open(two, row);
    await two.page.getByRole("button", { name: "Pas d'accord" }).click();
    await two.page.getByLabel(/Dites pourquoi/).fill("Le milieu est du plasma fluoré.");
    await two.page.locator(".inline-form").getByRole("button", { name: "Pas d'accord" }).click();
    await two.page.getByText("Seconde lecture enregistrée.").waitFor();

    await open(one, row);
    await one.page.getByText("À revoir : Le milieu est du plasma fluoré.").waitFor();
    await one.page.getByText(`Contesté par ${two.name}`).waitFor();
    expect(await itemNow(row)).toMatchObject({ state: "reopened", decision: { loinc: row.candidate!.loinc } });
  });

  it("the strict policy refused nothing", () => expect([...one.complaints, ...two.complaints]).toEqual([]));
});

async function signIn(page: Page, address: string, login: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(address);
  await page.getByLabel("Identifiant").fill(login);
  await page.getByLabel("Mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByText("Catalogue 2026").first().waitFor();
}
