/** Where installed references are kept. */
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/**
 * The data folder: `choice`, else `$XDG_DATA_HOME/transloinc`, else `~/.local/share/transloinc`. A relative
 * `$XDG_DATA_HOME` counts as not set, as its specification says.
 */
export function dataFolder(choice?: string, environment: NodeJS.ProcessEnv = process.env): string {
  if (choice !== undefined && choice !== "") return resolve(choice);
  const { XDG_DATA_HOME: xdg = "" } = environment;
  return join(isAbsolute(xdg) ? xdg : join(homedir(), ".local", "share"), "transloinc");
}

/** The folder of packs in the data folder. */
export function packFolder(data: string): string {
  return join(data, "references");
}
