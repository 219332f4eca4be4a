/** The references that the server works with, and the thread that searches them. */
import { type EngineThread, startEngine } from "../engine/engine-thread.ts";
import { loadModel, type Opened } from "../engine/open-matcher.ts";
import { mergePanels, type Panels } from "../loinc/panels.ts";
import { findTerm } from "../loinc/release.ts";
import { loadStarterPanels } from "../loinc/starter.ts";
import type { MeasuredModel } from "../matching/model.ts";
import { withOfficialName } from "../reference/french-names.ts";
import { inventory } from "../reference/store.ts";
import type { ReferenceVersion, TermLookup } from "../workspace/types.ts";

/** What is loaded at one moment. A job keeps what it began with. */
export type Loaded = Pick<Opened, "release" | "companions"> & {
  readonly versions: readonly ReferenceVersion[];
  /** Terms with their official French labels. */
  readonly terms: TermLookup;
  /** Those of the starter and those of the references. */
  readonly panels: Panels;
  /** Answers searches and deciding questions. */
  readonly engine: EngineThread;
};

export type References = {
  /** The data folder. */
  readonly data: string;
  readonly measured: MeasuredModel["measured"];
  readonly current: () => Loaded;
  /** Loads anew when a reference was added or removed, by this process or another; true when it did. */
  readonly refresh: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Loads the references at `paths` and those installed in `data`; the starter when there are none. Throws `UnreadableReference`. */
export async function openServerReferences(paths: readonly string[], data: string): Promise<References> {
  let used = await inUse(data);
  let loaded = await load(paths, data, used);
  let refreshing: Promise<boolean> | undefined;

  const refresh = async (): Promise<boolean> => {
    const now = await inUse(data);
    if (signature(now) === signature(used)) return false;
    const before = loaded;
    loaded = await load(paths, data, now);
    used = now;
    await before.engine.close();
    return true;
  };
  return {
    data,
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

type InUse = Awaited<ReturnType<typeof inUse>>;

async function inUse(data: string) {
  return (await inventory(data)).installed.filter((one) => one.inUse);
}

function signature(installed: InUse): string {
  return installed.map(({ id, size, facts }) => `${id} ${size} ${facts.added} ${facts.sourceHash}`).join("\n");
}

async function load(paths: readonly string[], data: string, installed: InUse): Promise<Loaded> {
  const engine = startEngine({ paths: [...paths, ...installed.map(({ path }) => path)], data });
  try {
    const { release, companions, facts } = await engine.open();
    void engine.warm().catch(() => undefined);
    return {
      ...{ release, companions, engine },
      versions: [
        { ...release.info, terms: release.size },
        ...facts.filter(({ kind }) => kind !== "loinc").map(version),
      ],
      terms: (code) => {
        const term = findTerm(release, code);
        return term && withOfficialName(term, companions.french);
      },
      panels: mergePanels(loadStarterPanels(), companions.panels),
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function version({ title, version, sources, counts }: Opened["facts"][number]): ReferenceVersion {
  const { circuitCodes, frenchNames, replacements } = counts;
  return { title, version, source: sources.join(", "), terms: circuitCodes ?? frenchNames ?? replacements ?? 0 };
}
