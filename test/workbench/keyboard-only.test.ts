/** The whole job by keyboard alone, in a real browser against the real server on either database: first start, import,
 * review, sign, export, verify, import anew. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium } from "../../scripts/chromium.ts";
import { EXAMPLE, openWorkbench, type Workbench } from "../../scripts/open-workbench.ts";
import { onBothDatabaseUrls } from "../databases.ts";
import { runCli } from "../run-cli.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { type AtRows, atRows, type Keyboard, keyboardOf } from "./keyboard.ts";

if (!hasChromium()) console.warn(`keyboard-only: skipped, ${CHROMIUM} is missing (apt-get install -y chromium)`);

const PASSWORD = "une phrase facile à retenir";

describe.skipIf(!hasChromium())("by keyboard alone", { timeout: 240_000 }, () => onBothDatabaseUrls(wholeJob));

function wholeJob(newUrl: () => Promise<{ readonly databaseUrl?: string }>): void {
  const folder = temporaryFolder();
  let workbench: Workbench;
  let keys: Keyboard;
  let rows: AtRows;

  beforeAll(async () => {
    workbench = await openWorkbench(folder.path, { width: 1440, height: 900 }, await newUrl());
    keys = keyboardOf(workbench.page);
    rows = atRows(workbench.page, keys);
    await workbench.page.goto(workbench.address);
  }, 120_000);
  afterAll(() => workbench?.close());

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
    await keys.see(/Donnez ces rôles à votre compte/);
    await keys.openPart("Administration");
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
    await keys.openPart("Projets");
  });

  it("imports three files, sees what they are, and gets proposals", async () => {
    await keys.tabTo("Importer un catalogue");
    await keys.press("Enter");
    await keys.chooseFiles(EXAMPLE);
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

  it("accepts a lot whose precision is shown, undoes it whole, accepts another", async () => {
    const acceptLot = async (name: RegExp): Promise<void> => {
      await keys.openPart("Lots");
      await keys.tabTo(name);
      await keys.press("Enter");
      await keys.see("Accepter ce lot ?");
      await keys.see(/de telles propositions étaient justes/);
      await keys.tabTo(/^Accepter \d+ lignes$/);
      await keys.press("Enter");
      await keys.see(/^\d+ lignes décidées\./);
    };
    await acceptLot(/^Accepter \d+ lignes : Analyses · Biochimie/);
    await keys.openPart("Relecture");
    await rows.toList();
    await keys.press("u");
    await keys.see(/^\d+ lignes remises comme avant\./);
    await acceptLot(/^Accepter \d+ lignes : Analyses · Hématologie/);
    await keys.openPart("Relecture");
  });

  it("accepts, chooses another candidate, searches, states a reason, comments, undoes", async () => {
    await workbench.page.locator(".row-list[aria-busy=false]").waitFor();
    await keys.press("f");
    await keys.tabTo("Niveau");
    await keys.choose("Ana");
    await keys.press("Tab");
    await rows.search("glyc");
    const [first] = await rows.deciding(() => keys.press("a"));
    await keys.see(new RegExp(`^${escaped(first)} — Décidé : [\\d-]+`));
    const [second] = await rows.deciding(() => keys.press("2"));
    await keys.see(new RegExp(`^${escaped(second)} — Décidé : [\\d-]+`));

    await rows.deciding(async () => {
      await keys.press("r");
      await keys.see("Rechercher dans LOINC");
      await keys.press("Control+a");
      await keys.type("glucose urine");
      await workbench.page
        .locator(".found[aria-busy=false] .result", { hasText: /in Urine/ })
        .first()
        .waitFor();
      await keys.press("ArrowDown");
      expect(await keys.focused()).toMatch(/^Choisir \d+-\d$/);
      await keys.press("Enter");
    });
    await expect.poll(keys.focused).toBe("Lignes du catalogue");

    const [local] = await rows.deciding(async () => {
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

  it("regression: a key right after Enter in the search box reached the box, or a row of the list of before", async () => {
    await rows.toList();
    await keys.press("/", "Control+a");
    await keys.type("ferritine");
    const { focused, address } = await workbench.page.evaluate<{ focused: string; address: string }>(ENTER_AND_LOOK);
    expect(focused).toBe("Lignes du catalogue");
    expect(new URL(address).searchParams.get("q")).toBe("ferritine");
    await keys.see(/^\d+ lignes? · 1 sur/);
  });

  it("answers the question that decides; the decision says what it rests on", async () => {
    await rows.search("vitamine b12");
    const first = workbench.page.locator(".candidates thead .code").first();
    await first.waitFor();
    const before = await first.innerText();
    await keys.press("q");
    await keys.tabTo("pmol/L");
    await keys.press("Enter");
    await keys.see(/^Classement refait avec unité = pmol\/L/);
    const after = await first.innerText();
    expect(after).not.toBe(before);
    await rows.toList();
    await keys.press("a");
    await keys.see(`Vitamine B12 — Décidé : ${after}`);
    await keys.see(/Réponse donnée à la relecture : unité = pmol\/L/);
  });

  it("shows every key on ?", async () => {
    await keys.press("Escape");
    await rows.toList();
    await keys.press("?");
    await keys.see("Tout au clavier");
    await keys.press("Escape");
  });

  it("decides whole specialties by ticking their rows: accepted in one, not to be coded in another", async () => {
    await keys.openPart("Relecture");
    const only = async (specialty: string, count: number): Promise<void> => {
      // choices come with the rows
      await workbench.page.locator(".row-list[aria-busy=false]").waitFor();
      await keys.press("f");
      await keys.tabTo("Spécialité");
      await keys.choose(specialty);
      await keys.press("Escape");
      await keys.see(new RegExp(`^${count} lignes ·`));
      await rows.toList();
      await keys.press("Control+a");
      await keys.see(`${count} lignes cochées`);
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
    await keys.openPart("Signature");
    await keys.tabTo("Signer Fertilité");
    await keys.press("Enter");
    await keys.see(/Vous attestez avoir contrôlé/);
    await keys.tabTo("Je signe");
    await keys.press("Enter");
    await keys.see("Preuve de signature");
    await keys.see("Sceau de la preuve");
    expect(await workbench.page.locator(".proof-rows tbody tr").count()).toBe(12);
  });

  it("exports the table: the laboratory's own bytes, then code and name; its proof is verified against it", async () => {
    const proof = await keys.saved(folder.path, "Télécharger (JSON)");
    await keys.openPart("Export");
    await keys.see(/partiront sans code LOINC/);
    const table = await keys.saved(folder.path, /^Télécharger LOINC_6/);
    expect(basename(table)).toMatch(/^LOINC_6_transcodage_demandes_\d{8}\.csv$/);
    const returned = iconv.decode(readFileSync(table), "windows-1252").split(/\r?\n/);
    const sent = iconv.decode(readFileSync(EXAMPLE[2]!), "windows-1252").split(/\r?\n/);
    expect(returned).toHaveLength(sent.length);
    expect(returned.every((line, i) => line.startsWith(sent[i]!))).toBe(true);
    const fasting = returned.find((line) => line.startsWith("GLYJ;"))!;
    expect(fasting).toMatch(/;\d+-\d;[^;]+$/);

    const verified = await runCli("verify-proof", proof, table, await keys.saved(folder.path, /^Télécharger LOINC_5/));
    expect([verified.code, verified.out]).toEqual([
      0,
      expect.stringMatching(/intacte, signée par Compte du guide le .* \(Fertilité, 12 lignes\)/),
    ]);
    const other = folder.write(
      "other.json",
      readFileSync(proof, "utf8").replace(/"loinc": ?"\d+-\d"/, '"loinc":"2345-7"'),
    );
    expect((await runCli("verify-proof", other)).err).toContain("ALTÉRÉE");
  });

  it("imports the catalogue anew: what changed is shown and reopened, every other decision is kept", async () => {
    const decided = Number(
      /(\d+) lignes sont décidées mais pas signées/.exec(await workbench.page.innerText("main"))![1],
    );
    await keys.openPart("Réimport");
    const text = readFileSync(EXAMPLE[2]!, "latin1");
    const changed = text.replace(/^(GLYJ;.*);GL;g\/L;/m, "$1;MMOLL;mmol/L;");
    expect(changed).not.toBe(text);
    const file = folder.write("LOINC_3_export_resultats_20261201.csv", Buffer.from(changed, "latin1"));
    await keys.chooseFiles([EXAMPLE[0]!, EXAMPLE[1]!, file]);
    await keys.see(/0 ligne nouvelle, 1 modifiée, 0 disparue/);
    await keys.tabTo("Appliquer ces changements");
    await keys.press("Enter");
    await keys.see("Les propositions sont prêtes.", 120_000);
    await keys.openPart("Relecture");
    await rows.search("GLYJ");
    await keys.see(/^À revoir : /);
    await keys.press("f");
    await keys.tabTo("Effacer les filtres");
    await keys.press("Enter");
    await keys.see(/^\d{3} lignes ·/);
    await rows.seeInState("Rouv", 1);
    await rows.seeInState("Sign", 12);
    await rows.seeInState("D", decided - 1);
  });

  it("asked nothing of another machine, and the strict policy refused nothing", () => {
    expect(workbench.asked.filter((url) => !url.startsWith(workbench.address) && !url.startsWith("blob:"))).toEqual([]);
    expect(workbench.complaints).toEqual([]);
  });
}

/** Runs in the page: what is so as soon as the key was heard, before anything is drawn. */
const ENTER_AND_LOOK = `(() => {
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  return { focused: document.activeElement.getAttribute("aria-label"), address: location.href };
})()`;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
