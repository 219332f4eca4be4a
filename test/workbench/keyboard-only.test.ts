/** The whole job by keyboard alone, in a real browser against the real server: first start, import, review, sign, export. */
import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium } from "../../scripts/chromium.ts";
import { EXAMPLE, openWorkbench, type Workbench } from "../../scripts/open-workbench.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { type Keyboard, keyboardOf } from "./keyboard.ts";

if (!hasChromium()) console.warn(`keyboard-only: skipped, ${CHROMIUM} is missing (apt-get install -y chromium)`);

const PASSWORD = "une phrase facile à retenir";

describe.skipIf(!hasChromium())("by keyboard alone", { timeout: 240_000 }, () => {
  const folder = temporaryFolder();
  let workbench: Workbench;
  let keys: Keyboard;

  beforeAll(async () => {
    workbench = await openWorkbench(folder.path, { width: 1440, height: 900 });
    keys = keyboardOf(workbench.page);
    await workbench.page.goto(workbench.address);
  }, 120_000);
  afterAll(() => workbench?.close());

  const openPart = async (name: string): Promise<void> => {
    await workbench.page.evaluate("document.activeElement?.blur()");
    await keys.tabTo(name);
    await keys.press("Enter");
  };
  const toList = async (): Promise<void> => {
    await keys.tabTo("Lignes du catalogue");
  };
  const toSearch = async (): Promise<void> => {
    await toList();
    await keys.press("/");
  };
  /** Does something that decides, and waits for the row after; names of the row and of that one. */
  const deciding = async (act: () => Promise<void>): Promise<[string, string]> => {
    const place = workbench.page.locator(".work .page-head .soft");
    await workbench.page.locator(".candidates").waitFor();
    const [row, before] = [await workbench.page.locator(".row-panel h2").innerText(), await place.innerText()];
    await act();
    await place.filter({ hasNotText: before }).waitFor();
    return [row, await workbench.page.locator(".row-panel h2").innerText()];
  };

  it("makes the first account, and gives it the roles of a laboratory of one person", async () => {
    await keys.see("Première ouverture");
    await keys.tabTo(/^Nom, tel/);
    await keys.type("Compte du guide");
    await keys.tabTo("Identifiant");
    await keys.type("guide");
    await keys.tabTo("Mot de passe");
    await keys.type(PASSWORD);
    await keys.tabTo(/^Le même/);
    await keys.type(PASSWORD);
    await keys.press("Enter");
    await keys.see("Aucun projet pour l'instant.");
    await openPart("Administration");
    await keys.see("Comptes et rôles");
    await keys.tabTo("Modifier Compte du guide");
    await keys.press("Enter");
    await keys.tabTo(/^Biologiste/);
    await keys.press("Space");
    await keys.tabTo(/^Gestionnaire/);
    await keys.press("Space");
    await keys.tabTo("Enregistrer le compte");
    await keys.press("Enter");
    await keys.tabTo("Identifiant");
    await keys.type("guide");
    await keys.tabTo("Mot de passe");
    await keys.type(PASSWORD);
    await keys.press("Enter");
    await openPart("Projets");
  });

  it("imports three files, sees what they are, and gets proposals", async () => {
    await keys.tabTo("Importer un catalogue");
    await keys.press("Enter");
    await keys.tabTo("Choisir les fichiers…");
    const chooser = workbench.page.waitForEvent("filechooser");
    await keys.press("Enter");
    await (await chooser).setFiles(EXAMPLE);
    await keys.see("45 chapitres et sous-chapitres, 235 examens, 471 analyses.");
    expect(await workbench.page.getByLabel("Encodage").first().inputValue()).toBe("windows-1252");
    await keys.tabTo("Nom du laboratoire");
    await keys.type("Laboratoire du Port");
    await keys.tabTo("Nom du projet");
    await keys.type("Catalogue 2026");
    await keys.press("Enter");
    await keys.see("Les propositions sont prêtes.", 120_000);
    await keys.tabTo("Voir le tableau de bord");
    await keys.press("Enter");
    await keys.see("Avancement par spécialité");
  });

  it("accepts a lot whose precision is shown, and undoes it whole", async () => {
    await openPart("Lots");
    await keys.tabTo(/^Accepter \d+ lignes : Analyses · Biochimie/);
    await keys.press("Enter");
    await keys.see("Accepter ce lot ?");
    await keys.see(/de telles propositions étaient justes/);
    await keys.tabTo(/^Accepter \d+ lignes$/);
    await keys.press("Enter");
    await keys.see(/^\d+ lignes décidées\./);
    await openPart("Relecture");
    await toList();
    await keys.press("u");
    await keys.see(/^\d+ lignes remises comme avant\./);
  });

  it("accepts, chooses another candidate, searches, states a reason, comments, undoes", async () => {
    await keys.press("f");
    await keys.tabTo("Niveau");
    await keys.type("Ana");
    await keys.press("Tab");
    await toSearch();
    await keys.type("glyc");
    await keys.press("Enter");
    await keys.see(/^\d{1,2} lignes ·/);
    const [first] = await deciding(() => keys.press("a"));
    await keys.see(new RegExp(`^${escaped(first)} — Décidé : [\\d-]+`));
    const [second] = await deciding(() => keys.press("2"));
    await keys.see(new RegExp(`^${escaped(second)} — Décidé : [\\d-]+`));

    await deciding(async () => {
      await keys.press("r");
      await keys.see("Rechercher dans LOINC");
      await keys.press("Control+a");
      await keys.type("glucose urine");
      await workbench.page
        .locator(".result", { hasText: /in Urine/ })
        .first()
        .waitFor();
      await keys.press("ArrowDown");
      expect(await keys.focused()).toMatch(/^Choisir \d+-\d$/);
      await keys.press("Enter");
    });
    await expect.poll(keys.focused).toBe("Lignes du catalogue");

    const [local] = await deciding(async () => {
      await keys.press("l");
      await keys.tabTo("Motif");
      await keys.type("Propre à notre automate");
      await keys.tabTo("Enregistrer la décision");
      await keys.press("Enter");
    });
    await keys.see(new RegExp(`^${escaped(local)} — Décidé : Code local seul`));
    await expect.poll(keys.focused).toBe("Lignes du catalogue");

    await workbench.page.locator(".candidates").waitFor();
    await keys.press("c");
    await keys.type("À revoir avec le fournisseur");
    await keys.tabTo("Ajouter");
    await keys.press("Enter");
    await workbench.page.locator(".discussion li").waitFor();
    await keys.press("u");
    await keys.see("1 ligne remise comme avant.");
  });

  it("shows every key on ?", async () => {
    await keys.press("Escape");
    await toList();
    await keys.press("?");
    await keys.see("Tout au clavier");
    await keys.press("Escape");
  });

  it("decides whole specialties by ticking their rows: accepted in one, not to be coded in another", async () => {
    await openPart("Relecture");
    const only = async (specialty: string, rows: number): Promise<void> => {
      await keys.press("f");
      await keys.tabTo("Spécialité");
      await keys.type(specialty);
      await keys.press("Escape");
      await keys.see(new RegExp(`^${rows} lignes ·`));
      await toList();
      await keys.press("Control+a");
      await keys.see(`${rows} lignes cochées`);
    };
    await only("Fert", 12);
    await keys.press("a");
    await keys.see("12 lignes décidées.");
    await only("Div", 18);
    await keys.press("n");
    await keys.tabTo("Motif");
    await keys.type("Ligne de gestion");
    await keys.tabTo("Enregistrer la décision");
    await keys.press("Enter");
    await keys.see("18 lignes décidées.");
  });

  it("signs it, and reads the proof", async () => {
    await openPart("Signature");
    await keys.tabTo("Signer Fertilité");
    await keys.press("Enter");
    await keys.see(/Vous attestez avoir contrôlé/);
    await keys.tabTo("Je signe");
    await keys.press("Enter");
    await keys.see("Preuve de signature");
    await keys.see("Sceau de la preuve");
    expect(await workbench.page.locator(".proof-rows tbody tr").count()).toBe(12);
  });

  it("exports the table: the laboratory's own bytes, then code and name", async () => {
    await openPart("Export");
    await keys.see(/partiront sans code LOINC/);
    await keys.tabTo(/^Télécharger LOINC_6/);
    const started = workbench.page.waitForEvent("download");
    await keys.press("Enter");
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^LOINC_6_transcodage_demandes_\d{8}\.csv$/);
    const returned = iconv.decode(readFileSync(await download.path()), "windows-1252").split(/\r?\n/);
    const sent = iconv.decode(readFileSync(EXAMPLE[2]!), "windows-1252").split(/\r?\n/);
    expect(returned).toHaveLength(sent.length);
    expect(returned.every((line, i) => line.startsWith(sent[i]!))).toBe(true);
    const fasting = returned.find((line) => line.startsWith("GLYJ;"))!;
    expect(fasting).toMatch(/;\d+-\d;[^;]+$/);
  });

  it("asked nothing of another machine, and the strict policy refused nothing", () => {
    expect(workbench.asked.filter((url) => !url.startsWith(workbench.address) && !url.startsWith("blob:"))).toEqual([]);
    expect(workbench.complaints).toEqual([]);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
