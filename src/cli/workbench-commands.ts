/** The commands of the review workbench: the server, its backups, its proofs. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../matching/phrases.ts";
import { dataFolder } from "../reference/data-folder.ts";
import type { ServeOptions } from "./commands/serve.ts";

/** Adds the commands to `program`; `done` is told the exit code of the one that ran. */
export function addWorkbenchCommands(program: Command, done: (code: number) => void): void {
  const data = new Option(
    "--data <dossier>",
    "dossier des données, base et références (créé au besoin) ; pour la base, DATABASE_URL va avant",
  ).default(dataFolder(), "$XDG_DATA_HOME/transloinc ou ~/.local/share/transloinc");
  const where = ({ data }: { readonly data: string }) => ({ data, databaseUrl: process.env.DATABASE_URL || undefined });

  program
    .command("serve")
    .description("Lance l'atelier de relecture dans le navigateur : import, décisions, signature, exports.")
    .option("--port <n>", "port", portArgument, 8787)
    .option("--host <adresse>", "adresse d'écoute ; 0.0.0.0 pour tout le réseau", "127.0.0.1")
    .addOption(data)
    .option("--reference <chemin...>", "références LOINC à charger, avant celles du dossier des données", [])
    .action(async (options: ServeOptions) => {
      const { serveWorkbench } = await import("./commands/serve.ts");
      done(await serveWorkbench(options));
    });
  program
    .command("backup")
    .description("Sauvegarde tout l'atelier (comptes, projets, décisions, historique, preuves) dans un fichier.")
    .argument("<fichier>", "fichier à écrire")
    .addOption(data)
    .action(async (file: string, options: { data: string }) => {
      const { backupTo } = await import("./commands/backup.ts");
      done(await backupTo(file, where(options)));
    });
  program
    .command("restore")
    .description("Restaure une sauvegarde dans un dossier neuf ou une base vide.")
    .argument("<fichier>", "fichier écrit par backup")
    .addOption(data)
    .action(async (file: string, options: { data: string }) => {
      const { restoreFrom } = await import("./commands/restore.ts");
      done(await restoreFrom(file, where(options)));
    });
  program
    .command("verify-proof")
    .description("Vérifie une preuve de signature, seule ou face aux fichiers LOINC_4/5/6 rendus au SGL.")
    .argument("<preuve>", "fichier JSON de la preuve")
    .argument("[tables...]", "fichiers LOINC_4, LOINC_5, LOINC_6")
    .addOption(new Option("--lang <langue>", "langue des messages").choices(["fr", "en"]).default("fr"))
    .action(async (proof: string, tables: string[], { lang }: { lang: Language }) => {
      const { verifyProofFile } = await import("./commands/verify-proof.ts");
      done(await verifyProofFile(proof, tables, lang));
    });
}

function portArgument(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("un nombre entier, de 0 à 65535.");
  return port;
}
