/** Installs a reference that an administrator uploaded. */
import { createHash } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, resolve, sep } from "node:path";
import { startEngine } from "../../engine/engine-thread.ts";
import type { Problem } from "../../loinc/problem.ts";
import type { ReadOptions } from "../../reference/read-official.ts";
import { inventory } from "../../reference/store.ts";
import { logEvent } from "../../workspace/events.ts";
import type { JobWork } from "./runner.ts";

/** The file lies alone in a folder of its own; `said`: what a person said that it is. */
export type ReferencePayload = { readonly path: string; readonly said: Pick<ReadOptions, "kind" | "version"> };

/** The kind of such a job: the file lies in a data folder of one machine, and only its processes can read it. */
export function referenceKind(data: string): string {
  const place = createHash("sha256")
    .update(`${hostname()} ${resolve(data)}`)
    .digest("hex")
    .slice(0, 12);
  return `reference:${place}`;
}

export const referenceJob: JobWork = async (job, { services, progress, stopped }) => {
  const { references, database, now } = services;
  const { data } = references;
  const { path, said } = job.payload as ReferencePayload;
  if ((await stat(path).catch(() => undefined)) === undefined)
    return { failed: "Le fichier envoyé n'est plus là : envoyez-le de nouveau." };
  const engine = startEngine({ paths: [], data });
  const stop = (): void => void engine.close();
  stopped.addEventListener("abort", stop);
  try {
    const before = await installedIds(data);
    const added = await engine.install({ path, data, now: now().toISOString(), ...said }, progress);
    const { installed } = added;
    // where the file lies here is nobody's business
    const remarks = added.problems.map((one) => sentence(one).replaceAll(`${dirname(path)}${sep}`, ""));
    if (installed.length === 0) return { failed: remarks.join(" ") || NOTHING };
    await logEvent(database, job.by, { kind: "reference-changed", before, after: await installedIds(data) });
    await references.refresh();
    return { result: { installed: installed.map(({ id }) => id), remarks } };
  } finally {
    stopped.removeEventListener("abort", stop);
    await engine.close();
    // a job that was stopped is done by another runner
    if (!stopped.aborted) await rm(dirname(path), { recursive: true, force: true });
  }
};

const NOTHING = "Ce fichier ne contient aucune référence : donnez le fichier officiel tel qu'il a été téléchargé.";

async function installedIds(data: string): Promise<string[]> {
  return (await inventory(data)).installed.map(({ id }) => id);
}

function sentence({ file, line, message }: Problem): string {
  return `${file}${line === 0 ? "" : `, ligne ${line}`} : ${message}`;
}
