/** The commands that look at tables which exist already: their options and their help. */
import { type Command, Option } from "commander";
import { SEVERITIES } from "../audit/finding.ts";
import { FIELD_TITLES, FIELDS, type Field } from "../tables/fields.ts";
import type { AuditOptions } from "./commands/audit.ts";
import type { DiffOptions } from "./commands/diff.ts";

/** Adds `audit` and `diff` to `program`. `shared` gives a command the options that all have; `done` is told the exit code. */
export function addAuditCommands(
  program: Command,
  shared: (command: Command) => Command,
  done: (code: number) => void,
): void {
  const command = shared(program.command("audit"))
    .description(
      "Cherche ce qui est suspect dans une table de transcodage existante : LOINC_4/5/6, CSV, TSV, XLSX, SSSOM ou ConceptMap FHIR.",
    )
    .argument("<table...>", "dossier ou fichiers LOINC_4/5/6, ou un fichier d'une autre forme")
    .option("--out <dossier>", "écrit audit.html, audit.xlsx et audit.json")
    .addOption(
      new Option("--fail-on <gravité>", "gravité à partir de laquelle le code de retour est 1")
        .choices([...SEVERITIES, "never"])
        .default("warning"),
    )
    .option("--sheet <nom>", "feuille du classeur (défaut : la première qui a des codes LOINC)");
  for (const field of FIELDS)
    command.option(
      `--${OPTION_NAMES[field]} <colonne>`,
      `colonne « ${FIELD_TITLES[field]} » : titre, lettre ou numéro`,
    );
  command.action(async (inputs: string[], options: AuditOptions & Readonly<Record<string, string | undefined>>) => {
    const columns = Object.fromEntries(
      FIELDS.flatMap((field) => {
        const chosen = options[camel(OPTION_NAMES[field])];
        return chosen === undefined ? [] : [[field, chosen]];
      }),
    );
    const { audit } = await import("./commands/audit.ts");
    done(await audit(inputs, { ...options, columns }));
  });

  shared(program.command("diff"))
    .description(
      "Compare deux exports d'un catalogue : lignes ajoutées, supprimées, changées ; décisions gardées, décisions à revoir.",
    )
    .argument("<ancien>", "dossier de l'ancien export ; s'il contient LOINC_4/5/6, leurs décisions sont suivies")
    .argument("<nouveau>", "dossier du nouvel export")
    .option("--out <dossier>", "écrit comparaison.xlsx et comparaison.json")
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import("./commands/diff.ts");
      done(await diff(before, after, options));
    });
}

/** How the option of each field is called: its own name, but for the names of LOINC itself. */
const OPTION_NAMES: { readonly [field in Field]: string } = {
  loinc: "loinc",
  name: "loinc-name",
  code: "code",
  label: "label",
  synonym: "synonym",
  unit: "unit",
  specimen: "specimen",
  method: "method",
  property: "property",
  time: "time",
  scale: "scale",
  nabm: "nabm",
  exam: "exam",
  chapter: "chapter",
  level: "level",
};

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
