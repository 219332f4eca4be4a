/**
 * What a new export of a catalogue changes: rows that came, went, or say something else; and for which of them a decision taken on the old row must be
 * looked at again. Pure.
 */
import { comparableItems, type Item } from "./diff-items.ts";
import { FIELD_WEIGHTS, type Weight } from "./diff-weights.ts";
import type { ItemKey } from "./source-file.ts";
import { sameUnit } from "./spelling.ts";
import type { Catalogue } from "./types.ts";

export type FieldChange = {
  /** Name of the field in `Analysis`, `Exam`, `Chapter` or `Subchapter`; `examSpecimen` is the specimen that an analysis has from its exams. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** `meaning`: the row may be another one now; `spelling`: the same in other letters; `context`: what stands around it. */
  readonly weight: Weight;
};

export type ItemStatus = "added" | "removed" | "changed" | "same";

export type ItemDiff = {
  readonly key: ItemKey;
  /** The new label; of a removed item the old one. */
  readonly label: string;
  readonly status: ItemStatus;
  readonly changes: readonly FieldChange[];
  /** Whether a decision on the old row must be looked at again. False for added and removed items: there is none to look at. */
  readonly again: boolean;
  /** Of an added item: the one removed item that says the same under another code. */
  readonly formerly?: ItemKey;
};

export type DiffOptions = {
  /** Whether two units are the same in other letters; by default case counts and spaces do not. */
  readonly sameUnit?: (a: string, b: string) => boolean;
};

/** The items of `after` in their order, then those of `before` that are gone. */
export function diffCatalogues(before: Catalogue, after: Catalogue, options: DiffOptions = {}): ItemDiff[] {
  const unit = options.sameUnit ?? sameUnit;
  const old = comparableItems(before);
  const now = comparableItems(after);
  const gone = [...old].filter(([id]) => !now.has(id)).map(([, item]) => item);
  const added = [...now].filter(([id]) => !old.has(id)).map(([, item]) => item);
  const formerly = renamed(gone, added);
  return [
    ...[...now].map(([id, item]): ItemDiff => {
      const was = old.get(id);
      if (was !== undefined) return compared(was, item, unit);
      const before = formerly.get(item);
      return {
        key: item.key,
        label: item.label,
        status: "added",
        changes: [],
        again: false,
        ...(before === undefined ? {} : { formerly: before.key }),
      };
    }),
    ...gone.map(
      (item): ItemDiff => ({ key: item.key, label: item.label, status: "removed", changes: [], again: false }),
    ),
  ];
}

function compared(was: Item, item: Item, unit: (a: string, b: string) => boolean): ItemDiff {
  const changes = [...item.fields].flatMap(([field, to]): FieldChange[] => {
    const from = was.fields.get(field) ?? "";
    if (from === to) return [];
    return [{ field, from, to, weight: FIELD_WEIGHTS[item.key.level][field]!(from, to, unit) }];
  });
  return {
    key: item.key,
    label: item.label,
    status: changes.length === 0 ? "same" : "changed",
    changes,
    again: changes.some(({ weight }) => weight === "meaning"),
  };
}

/** Added items that say what exactly one removed item said: the laboratory gave it another code. */
function renamed(gone: readonly Item[], added: readonly Item[]): ReadonlyMap<Item, Item> {
  const before = byContent(gone);
  const after = byContent(added);
  const pairs = new Map<Item, Item>();
  for (const [content, items] of after) {
    const others = before.get(content) ?? [];
    if (items.length === 1 && others.length === 1) pairs.set(items[0]!, others[0]!);
  }
  return pairs;
}

function byContent(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    // what holds codes of other items may have changed with them
    const fields = [...item.fields].filter(([field]) => field !== "exams" && field !== "analyses");
    const content = `${item.key.level}\t${item.key.parent}\t${fields.map(([, value]) => value).join("\t")}`;
    groups.set(content, [...(groups.get(content) ?? []), item]);
  }
  return groups;
}
