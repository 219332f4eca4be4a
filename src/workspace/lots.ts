/** Lots: proposals that may be accepted together, because it was measured how often such ones are right. */
import type { Database, Queries } from "./database.ts";
import { decidedReview, decisionOf } from "./decide.ts";
import { askedId } from "./ids.ts";
import { type ItemRow, summaryOf } from "./item-rows.ts";
import { refuse } from "./refusal.ts";
import type { Actor, ItemSummary, Level, TermLookup, Written } from "./types.ts";
import { writeReviews } from "./write-reviews.ts";

/** How often proposals of a kind were right where it was measured: percent, on how many rows. */
export type Measured = { readonly percent: number; readonly rows: number };

export type Lot = {
  /** Names the lot within the project: rows of one level and one specialty. */
  readonly key: string;
  readonly level: Level;
  readonly specialty: string;
  readonly rows: number;
  readonly confidence: { readonly least: number; readonly most: number };
  /** `null` when nobody has measured it. */
  readonly precision: Measured | null;
  readonly source: "proposal";
  /** The first ones, least sure first. */
  readonly sample: readonly ItemSummary[];
  /** Version of each item: what a person has seen when they accept. */
  readonly versions: { readonly [item: string]: number };
};

const SAMPLE = 20;

/** In SQL: proposed, sure enough, and not looked at. Reopened rows are for a person, one by one. */
const IN_LOT = "not removed and state = 'proposed' and band = 'auto' and best_loinc <> ''";

/** The lots of a project, by level in the order of the catalogue, then the largest first. */
export async function lotsOf(
  db: Queries,
  project: string,
  measured: (level: Level) => Measured | undefined,
): Promise<Lot[]> {
  const rows = await db.query<ItemRow>(
    `select * from item_listed where project = $1 and ${IN_LOT} order by confidence, position, id`,
    [askedId(project)],
  );
  const groups = new Map<string, ItemSummary[]>();
  for (const item of rows.map(summaryOf)) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, items]) => lotOf(key, items, measured)).sort(byLevelThenSize);
}

function lotOf(key: string, items: readonly ItemSummary[], measured: (level: Level) => Measured | undefined): Lot {
  const { level, specialty } = items[0]!;
  return {
    ...{ key, level, specialty },
    rows: items.length,
    confidence: { least: items[0]!.proposal!.confidence, most: items.at(-1)!.proposal!.confidence },
    precision: measured(level) ?? null,
    source: "proposal",
    sample: items.slice(0, SAMPLE),
    versions: Object.fromEntries(items.map(({ id, version }) => [id, version])),
  };
}

const LEVELS: readonly Level[] = ["chapter", "subchapter", "exam", "analysis"];

function byLevelThenSize(a: Lot, b: Lot): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.rows - a.rows || (a.key < b.key ? -1 : 1);
}

function keyOf({ level, specialty }: Pick<ItemRow, "level" | "specialty">): string {
  return `${level}|${specialty}`;
}

/**
 * Decides on the rows of a lot by their first candidates, undone together. With `versions` only those rows that the
 * person saw, and of these not the ones that changed since; without, the lot as it is now.
 */
export async function acceptLot(
  db: Database,
  actor: Actor,
  project: string,
  key: string,
  terms: TermLookup,
  versions?: { readonly [item: string]: number },
): Promise<Written> {
  const changes =
    versions === undefined
      ? (await itemsIn(db, project, key)).map((item) => ({ item }))
      : Object.entries(versions).map(([item, version]) => ({ item: Number(item), version }));
  return writeReviews(db, {
    ...{ actor, project, changes },
    action: "decide",
    kind: "decided",
    next: (row, _, stamp) => {
      if (row.state !== "proposed" || row.band !== "auto" || !row.best_loinc || keyOf(row) !== key) {
        return refuse("changed-since", "Cette ligne n'est plus dans le lot : elle reste comme elle est.");
      }
      const decision = decisionOf({ kind: "loinc", loinc: row.best_loinc, reason: "", from: "lot" }, terms, stamp);
      return "refused" in decision ? decision : decidedReview(row.review, decision);
    },
  });
}

async function itemsIn(db: Queries, project: string, key: string): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select id from item_listed where project = $1 and ${IN_LOT} and level || '|' || specialty = $2`,
    [askedId(project), key],
  );
  return rows.map(({ id }) => id);
}
