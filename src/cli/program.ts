/** The commands, their options and their help, in French; English by --lang en. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { VERSION } from "../engine/version.ts";
import { UnreadableReference } from "../loinc/open-reference.ts";
import { LOINC_NOTICE } from "../loinc/term.ts";
import type { Language } from "../matching/phrases.ts";
import { addAuditCommands } from "./audit-commands.ts";
import type { EvaluateOptions } from "./commands/evaluate.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { MapOptions } from "./commands/map.ts";
import type { SearchOptions } from "./commands/search.ts";
import type { ShowOptions } from "./commands/show.ts";
import { EXIT } from "./exit-codes.ts";
import { addReferenceCommands } from "./reference-commands.ts";
import { addWorkbenchCommands } from "./workbench-commands.ts";

export type Program = { readonly run: (args: readonly string[]) => Promise<number> };

const CODES = `
Codes de retour :
  0    fait, rien à signaler
  1    fait, mais des remarques sont à lire (fichiers, contrôles du SGL, lignes suspectes, décisions à revoir)
  2    commande mal comprise
  3    entrée illisible : rien n'a été écrit
  4    référence LOINC illisible
  5    sortie impossible à écrire : rien n'a été écrit
  130  interrompu (Ctrl-C) : rien n'est écrit à moitié

Exemples :
  transloinc map examples/laboratoire-du-port --out out
  transloinc map LOINC_1.csv LOINC_2.csv LOINC_3.csv --reference Loinc_2.81.zip --out out
  transloinc explain examples/laboratoire-du-port GLYJM
  transloinc search "anti thyroperoxydase"
  transloinc serve

${LOINC_NOTICE}`;

/** A program whose `run` gives the exit code and never throws for what a user can mend. */
export function buildProgram(): Program {
  let code: number = EXIT.ok;
  const program = new Command("transloinc")
    .description("Transcodeur LOINC ouvert et hors ligne pour les laboratoires de biologie médicale.")
    .version(VERSION, "-V, --version", "affiche la version")
    .helpOption("-h, --help", "affiche cette aide")
    .helpCommand(false)
    .addHelpText("after", CODES)
    .showSuggestionAfterError(true)
    .exitOverride();
  const reference = (command: Command): Command =>
    command
      .option(
        "--reference <chemin...>",
        "Loinc.csv, archive Loinc_2.NN.zip, dossier, pack, jeux de valeurs, ou nom d'une référence installée (défaut : références installées, sinon référence de démarrage)",
        [],
      )
      .option(
        "--data <dossier>",
        "dossier des données (défaut : $XDG_DATA_HOME/transloinc ou ~/.local/share/transloinc)",
      )
      .addOption(new Option("--lang <langue>", "langue des messages").choices(["fr", "en"]).default("fr"))
      .option("--json", "réponse en JSON sur la sortie standard", false);

  const memory = (command: Command): Command =>
    command.option(
      "--memory <chemin...>",
      "tables LOINC_4/5/6 relues et signées (dossiers ou fichiers), de ce laboratoire ou d'un autre : leurs codes passent en tête quand libellé, unité et milieu concordent",
      [],
    );

  memory(reference(program.command("map")))
    .description(
      "Transcode un catalogue : LOINC_1/2/3 en entrée, LOINC_4/5/6, propositions.jsonl, rapport.html et rapport.xlsx en sortie.",
    )
    .argument("<entrées...>", "dossier, ou fichiers LOINC_1, LOINC_2, LOINC_3")
    .option("--out <dossier>", "dossier de sortie, à donner toujours (créé au besoin)")
    .addOption(
      new Option("--write <quoi>", "codes écrits dans LOINC_4/5/6 : ceux à signer en lot, ou aussi ceux à relire")
        .choices(["auto", "review"])
        .default("auto"),
    )
    .option("--date <AAAAMMJJ>", "date des noms de fichiers (défaut : aujourd'hui)", dateArgument)
    .option("--name-4 <motif>", "nom du fichier des chapitres, AAAAMMJJ remplacé par la date", nameArgument)
    .option("--name-5 <motif>", "nom du fichier des demandes", nameArgument)
    .option("--name-6 <motif>", "nom du fichier des résultats", nameArgument)
    .option(
      "--workers <n>",
      "fils d'exécution à côté du premier (défaut : selon la taille du catalogue ; 0 : aucun)",
      workersArgument,
    )
    .option("--empty <texte>", "ce qui est écrit quand il n'y a pas de code LOINC", "")
    .action(async (inputs: string[], options: Partial<MapOptions>, command: Command) => {
      // Not `requiredOption`: of `--otu` it would only say that --out is missing.
      if (options.out === undefined) command.error("error: required option '--out <dossier>' not specified");
      const { map } = await import("./commands/map.ts");
      code = await map(inputs, options as MapOptions);
    });
  reference(program.command("search"))
    .description("Cherche des termes LOINC par mots (français ou anglais), code compris.")
    .argument("<mots...>", "mots cherchés")
    .option("--limit <n>", "nombre de réponses", countArgument, 20)
    .action(async (words: string[], options: SearchOptions) => {
      const { search } = await import("./commands/search.ts");
      code = await search(words.join(" "), options);
    });
  reference(program.command("show"))
    .description("Montre un terme LOINC en entier.")
    .argument("<code>", "code LOINC")
    .action(async (loinc: string, options: ShowOptions) => {
      const { show } = await import("./commands/show.ts");
      code = await show(loinc, options);
    });
  memory(reference(program.command("explain")))
    .description("Explique, axe par axe, la proposition faite pour une ligne du catalogue.")
    .argument("<entrée>", "dossier du catalogue")
    .argument("<code>", "code local (analyse, examen ou chapitre)")
    .option("--candidates <n>", "nombre de candidats montrés", countArgument, 3)
    .action(async (input: string, local: string, options: ExplainOptions) => {
      const { explainRow } = await import("./commands/explain.ts");
      code = await explainRow(input, local, options);
    });
  reference(program.command("evaluate"))
    .description("Mesure les propositions sur un catalogue qui a son gold.tsv.")
    .argument("<dossier>", "dossier du catalogue, avec gold.tsv")
    .action(async (folder: string, options: EvaluateOptions) => {
      const { evaluate } = await import("./commands/evaluate.ts");
      code = await evaluate(folder, options);
    });
  program
    .command("pack")
    .description("Fait d'une table LOINC un pack compact, qui s'ouvre en une fraction de seconde (--reference le lit).")
    .argument("<table>", "Loinc.csv, archive officielle ou dossier")
    .argument("<pack>", "fichier à écrire")
    .addOption(new Option("--lang <langue>", "langue des messages").choices(["fr", "en"]).default("fr"))
    .action(async (table: string, target: string, options: { lang: Language }) => {
      const { pack } = await import("./commands/pack.ts");
      code = await pack(table, target, options.lang);
    });
  addAuditCommands(program, reference, (result) => {
    code = result;
  });

  addReferenceCommands(program, (exit) => {
    code = exit;
  });

  addWorkbenchCommands(program, (result) => {
    code = result;
  });

  return {
    async run(args) {
      try {
        await program.parseAsync([...args], { from: "user" });
        return code;
      } catch (error) {
        if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
        if (error instanceof UnreadableReference) {
          console.error(error.message);
          return EXIT.reference;
        }
        throw error;
      }
    },
  };
}

function dateArgument(text: string): string {
  if (!/^\d{8}$/.test(text)) throw new InvalidArgumentError("huit chiffres, AAAAMMJJ.");
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // February 30 is read as March 2
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day))
    throw new InvalidArgumentError("cette date n'existe pas.");
  return text;
}

function nameArgument(text: string): string {
  if (/^\.*$|[\\/\p{Cc}]/u.test(text)) throw new InvalidArgumentError("un nom de fichier, sans dossier.");
  return text;
}

function workersArgument(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError("un nombre entier, de 0 à 99.");
  return Number(text);
}

function countArgument(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("un nombre entier, 1 ou plus.");
  return count;
}
