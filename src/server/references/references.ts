/** The references that the server works with, and the thread that searches them. */
import { type EngineThread, startEngine } from "../../engine/engine-thread.ts";
import { loadModel } from "../../engine/open-matcher.ts";
import { decodePack } from "../../loinc/pack.ts";
import { findTerm, type Release } from "../../loinc/release.ts";
import type { MeasuredModel } from "../../matching/model.ts";
import type { ReferenceVersion, TermLookup } from "../../workspace/types.ts";
import { type ReferenceFile, referenceFiles } from "./reference-files.ts";

/** What is loaded at one moment. A job keeps what it began with. */
export type Loaded = {
  readonly release: Release;
  /** The same, to hand to a thread. */
  readonly pack: Uint8Array;
  readonly versions: readonly ReferenceVersion[];
  readonly terms: TermLookup;
  /** Answers searches and deciding questions. */
  readonly engine: EngineThread;
};

export type References = {
  readonly folder: string;
  readonly measured: MeasuredModel["measured"];
  readonly current: () => Loaded;
  /** Loads anew when a pack was added or removed, by this process or another; true when it did. */
  readonly refresh: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Loads the references at `paths` and those in `folder`; the starter when there are none. Throws `UnreadableReference`. */
export async function openServerReferences(paths: readonly string[], folder: string): Promise<References> {
  let files = await referenceFiles(folder);
  let loaded = await load(paths, files);
  let refreshing: Promise<boolean> | undefined;

  const refresh = async (): Promise<boolean> => {
    const now = await referenceFiles(folder);
    if (signature(now) === signature(files)) return false;
    const before = loaded;
    loaded = await load(paths, now);
    files = now;
    await before.engine.close();
    return true;
  };
  return {
    folder,
    measured: loadModel().measured,
    current: () => loaded,
    refresh: () => {
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
    close: () => loaded.engine.close(),
  };
}

async function load(paths: readonly string[], files: readonly ReferenceFile[]): Promise<Loaded> {
  const engine = startEngine({ paths: [...paths, ...files.map(({ path }) => path)] });
  try {
    const { pack } = await engine.open();
    const release = decodePack(pack);
    void engine.warm().catch(() => undefined);
    return {
      release,
      pack,
      versions: [{ ...release.info, terms: release.size }],
      terms: (code) => findTerm(release, code),
      engine,
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function signature(files: readonly ReferenceFile[]): string {
  return files.map(({ id, bytes, added }) => `${id} ${bytes} ${added}`).join("\n");
}
