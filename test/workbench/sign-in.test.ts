/** Sign-in at the institution, from the button to the pages, at a real identity provider on this machine. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium } from "../../scripts/chromium.ts";
import { signedInWithEveryRole } from "../../scripts/in-page.ts";
import { openWorkbench, type Workbench } from "../../scripts/open-workbench.ts";
import { freePort } from "../free-port.ts";
import { identityProvider } from "../identity-provider.ts";
import { temporaryFolder } from "../temporary-folder.ts";

if (!hasChromium()) console.warn(`sign-in: skipped, ${CHROMIUM} is missing (apt-get install -y chromium)`);

describe.skipIf(!hasChromium())("sign-in at the institution", { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  const people = { known: { preferred_username: "810000000001" }, stranger: { preferred_username: "899999999999" } };
  const oidc = await identityProvider(`http://localhost:${port}/api/oidc/callback`, people);
  let workbench: Workbench;
  let page: Page;

  beforeAll(async () => {
    workbench = await openWorkbench(folder.path, { width: 1280, height: 900 }, { port, oidc });
    page = workbench.page;
    // the provider's own pages ask for a typeface from elsewhere
    await page.context().route(/^https:/, (route) => route.abort());
    const api = await signedInWithEveryRole(page, workbench.address);
    await api.send("POST", "/users", {
      login: "810000000001",
      name: "Compte de l'établissement",
      roles: ["biologist"],
    });
    await api.send("DELETE", "/session");
  }, 120_000);
  afterAll(() => workbench?.close());

  /** Goes to the provider by the button and says there who one is. */
  const signInAs = async (login: string): Promise<void> => {
    await page.goto(workbench.address);
    await page.getByRole("link", { name: "Se connecter avec le compte de l'établissement" }).click();
    await page.waitForURL((url) => url.origin === oidc.issuer);
    await page.locator("input[name=login]").fill(login);
    await page.locator("input[name=password]").fill("any");
    await page.locator("button[type=submit]").click();
    await page.locator("input[name=prompt][value=consent]").waitFor({ state: "attached" });
    await page.locator("button[type=submit]").click();
    await page.waitForURL((url) => url.origin === workbench.address && !url.pathname.startsWith("/api"));
  };

  it("opens the pages to who has an account, in that name", async () => {
    await signInAs("known");
    await page.getByText("Aucun projet pour l'instant.").waitFor();
    await page.getByText("Compte de l'établissement", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.getByRole("heading", { name: "Se connecter" }).waitFor();
  });

  it("says to who has none what to do", async () => {
    await page.context().clearCookies();
    await signInAs("stranger");
    await page.getByText("aucun compte n'est à votre nom ici").waitFor();
    expect(await page.getByRole("button", { name: "Se déconnecter" }).count()).toBe(0);
  });

  it("the strict policy refused nothing", () => expect(workbench.complaints).toEqual([]));
});
