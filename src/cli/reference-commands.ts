/** The commands about references: install them, see them, and find out what a new one changes. Each is loaded when it is asked for. */
import { type Command, Option } from "commander";

/** Adds the commands to `program`; `done` is told the exit code. */
export function addReferenceCommands(program: Command, done: (code: number) => void): void {
  const reference = program
    .command("reference")
    .description(
      "Installe, montre et vérifie les références officielles (LOINC, LOINC Biologie FR, Circuit de la biologie).",
    );
  const common = (command: Command): Command =>
    command
      .option(
        "--data <dossier>",
        "dossier des données (défaut : $XDG_DATA_HOME/transloinc ou ~/.local/share/transloinc)",
      )
      .addOption(new Option("--lang <langue>", "langue des messages").choices(["fr", "en"]).default("fr"))
      .option("--json", "réponse en JSON sur la sortie standard", false);

  common(reference.command("add"))
    .description("Installe des fichiers officiels ; chacun est reconnu à son contenu.")
    .argument(
      "<fichiers...>",
      "Loinc_2.NN.zip, LOINCFR_JeuDeValeurs.xlsx, Circuit de la biologie (xlsx, csv), FHIR (json)…",
    )
    .addOption(
      new Option("--as <sorte>", "ce que sont les fichiers, quand leur contenu ne le dit pas").choices([
        "biologie-fr",
        "circuit",
      ]),
    )
    .option("--as-version <version>", "leur version, quand rien ne la dit (2.81, 2026-06-30…)")
    .action(async (files: string[], options) =>
      done(await (await import("./commands/reference-add.ts")).addReferences(files, options)),
    );
  common(reference.command("list"))
    .description("Liste les références installées ; la plus récente de chaque sorte est en service.")
    .action(async (options) => done(await (await import("./commands/reference-list.ts")).listReferences(options)));
  common(reference.command("show"))
    .description("Montre une référence installée : origine, date, empreintes, contenu, mention de licence.")
    .argument("<nom>", "nom (loinc-2.81) ou version (2.81)")
    .action(async (name: string, options) =>
      done(await (await import("./commands/reference-show.ts")).showReference(name, options)),
    );
  common(reference.command("remove"))
    .description("Retire une référence installée ; la version précédente, s'il y en a une, revient en service.")
    .argument("<nom>", "nom (loinc-2.81) ou version (2.81)")
    .action(async (name: string, options) =>
      done(await (await import("./commands/reference-remove.ts")).removeReference(name, options)),
    );
  common(reference.command("verify"))
    .description("Relit les références installées et compare leurs empreintes.")
    .action(async (options) => done(await (await import("./commands/reference-verify.ts")).verifyReferences(options)));

  common(program.command("upgrade"))
    .description(
      "Examine une table de transcodage décidée avec une autre référence et dit, ligne par ligne, ce qui est touché. Rien n'est changé.",
    )
    .argument("<table...>", "dossier, ou fichiers LOINC_4, LOINC_5, LOINC_6")
    .option(
      "--to <référence...>",
      "nouvelle référence, à donner toujours : nom ou version d'une référence installée, ou fichier",
    )
    .option("--from <référence...>", "référence d'avant (défaut : la version installée juste avant)", [])
    .option("--out <dossier>", "écrit aussi changements.html, changements.xlsx et changements.json")
    .action(async (table: string[], options, command: Command) => {
      if (options.to === undefined) command.error("error: required option '--to <référence>' not specified");
      done(await (await import("./commands/upgrade.ts")).upgrade(table, options));
    });
}
