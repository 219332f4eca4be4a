/** Makes a pack of a reference that an administrator uploaded. */
import { createHash } from "node:crypto";
import { rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { startEngine } from "../../engine/engine-thread.ts";
import { UnreadableReference } from "../../loinc/open-reference.ts";
import { decodePack } from "../../loinc/pack.ts";
import { writeAtomically } from "../../transcoding/write-atomically.ts";
import { logEvent } from "../../workspace/events.ts";
import { referenceFiles } from "../references/reference-files.ts";
import type { JobWork } from "./runner.ts";

/** The kind of such a job: the file lies in a folder of one machine, and only its processes can read it. */
export function referenceKind(folder: string): string {
  const place = createHash("sha256")
    .update(`${hostname()} ${resolve(folder)}`)
    .digest("hex")
    .slice(0, 12);
  return `reference:${place}`;
}

export const referenceJob: JobWork = async (job, { services, stopped }) => {
  const { references, database } = services;
  const { path, name } = job.payload as { readonly path: string; readonly name: string };
  if ((await stat(path).catch(() => undefined)) === undefined)
    return { failed: "Le fichier envoyé n'est plus là : envoyez-le de nouveau." };
  // how a file is read depends on its name, such as the version in that of the archive
  const named = `${path}-${name}`;
  await rename(path, named);
  const engine = startEngine({ paths: [named] });
  const stop = (): void => void engine.close();
  stopped.addEventListener("abort", stop);
  try {
    const { pack } = await engine.open();
    const { info, size } = decodePack(pack);
    const before = (await referenceFiles(references.folder)).map(({ id }) => id);
    const id = name.replace(/\.\w+$/, "").replace(/[^\w.-]+/g, "_");
    await writeAtomically(join(references.folder), [{ name: `${id}.pack`, bytes: pack }]);
    const after = [...before.filter((one) => one !== id), id];
    await logEvent(database, job.by, { kind: "reference-changed", before, after });
    await references.refresh();
    return { result: { title: info.title, version: info.version, terms: size } };
  } catch (error) {
    if (error instanceof UnreadableReference) return { failed: error.message.replaceAll(named, name) };
    throw error;
  } finally {
    stopped.removeEventListener("abort", stop);
    await engine.close();
    if (!stopped.aborted) await rm(named, { force: true });
    else await rename(named, path).catch(() => undefined);
  }
};
