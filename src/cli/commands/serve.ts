/** The review workbench on this machine, or for a whole group of laboratories. */
import { readConfig, type ServerOptions } from "../../server/config.ts";
import { openLog } from "../../server/log.ts";
import { type RunningServer, startServer } from "../../server/start-server.ts";
import { WorkspaceError } from "../../workspace/workspace-error.ts";
import { EXIT } from "../exit-codes.ts";

export type ServeOptions = Omit<ServerOptions, "dataDir" | "references"> & {
  readonly data: string;
  readonly reference: readonly string[];
};

const PORT_PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: "est déjà pris par un autre programme : arrêtez-le, ou choisissez-en un autre avec --port",
  EACCES: "n'est pas permis avec vos droits : choisissez-en un au-dessus de 1024 avec --port",
  EADDRNOTAVAIL: "ne peut pas être ouvert à cette adresse : vérifiez --host",
  ENOTFOUND: "ne peut pas être ouvert : l'adresse donnée à --host est inconnue",
};

/** Serves until SIGINT or SIGTERM; exit code. */
export async function serveWorkbench({ host, port, data, reference }: ServeOptions): Promise<number> {
  const config = readConfig({ host, port, dataDir: data, references: reference }, process.env);
  if ("problem" in config) {
    console.error(config.problem);
    return EXIT.usage;
  }
  let server: RunningServer;
  try {
    server = await startServer(config, openLog());
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (error instanceof WorkspaceError) console.error(error.message);
    else if (code !== undefined && PORT_PROBLEMS[code] !== undefined)
      console.error(`Le port ${port} ${PORT_PROBLEMS[code]}.`);
    else throw error;
    return EXIT.output;
  }
  console.log(welcome(server, config.databaseUrl === undefined ? data : "PostgreSQL (DATABASE_URL)"));
  await untilStopped();
  console.log("Arrêt en cours…");
  await server.close();
  console.log("Transloinc est arrêté.");
  return EXIT.ok;
}

function welcome({ address, firstStart, setupToken }: RunningServer, data: string): string {
  const lines = [`Transloinc est prêt : ${address}`, `Données : ${data}`];
  if (firstStart) lines.push("Premier démarrage : ouvrez cette adresse pour créer le compte de l'administrateur.");
  if (setupToken !== undefined) lines.push(`Jeton d'installation, demandé une seule fois : ${setupToken}`);
  lines.push("Arrêter : Ctrl-C.");
  return lines.join("\n");
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      // Not `once`: a second Ctrl-C must not cut the closing short.
      resolve();
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
