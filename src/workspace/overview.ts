/** A project at a glance. */
import type { Queries } from "./database.ts";
import { askedId, askedNumber } from "./ids.ts";
import { type ItemRow, summaryOf } from "./item-rows.ts";
import { noCounts, type StateCounts } from "./projects.ts";
import type { ItemSummary, State } from "./types.ts";

export type ChapterCounts = {
  /** Exams and analyses in it. */
  readonly items: number;
  /** Those that nobody has decided, or that were reopened. */
  readonly undecided: number;
};

/** A chapter with its sub-chapters; `item` is its own row. */
export type ChapterNode = ChapterCounts & {
  readonly item: ItemSummary;
  readonly subchapters: readonly (ChapterCounts & { readonly item: ItemSummary })[];
};

/** The chapters of a project, in the order of the catalogue. */
export async function chaptersOf(db: Queries, project: string): Promise<ChapterNode[]> {
  const rows = await db.query<ItemRow>(
    `select * from item_listed where project = $1 and not removed and level in ('chapter', 'subchapter') order by position, id`,
    [askedId(project)],
  );
  const counts = await db.query<ChapterCounts & { chapter: string; subchapter: string }>(
    `select chapter, subchapter, count(*) as items,
       count(*) filter (where state in ('todo', 'proposed', 'reopened')) as undecided
     from item where project = $1 and not removed and level in ('exam', 'analysis') group by chapter, subchapter`,
    [askedId(project)],
  );
  const summed = (fits: (count: (typeof counts)[number]) => boolean): ChapterCounts => {
    const all = counts.filter(fits);
    return {
      items: all.reduce((sum, count) => sum + count.items, 0),
      undecided: all.reduce((sum, count) => sum + count.undecided, 0),
    };
  };
  const items = rows.map(summaryOf);
  return items
    .filter(({ level }) => level === "chapter")
    .map((item) => ({
      item,
      ...summed((count) => count.chapter === item.code),
      subchapters: items
        .filter(({ level, parent }) => level === "subchapter" && parent === item.code)
        .map((sub) => ({
          item: sub,
          ...summed((count) => count.chapter === item.code && count.subchapter === sub.code),
        })),
    }));
}

/** An exam and its analyses, in the exam's order; `undefined` when the item is no exam of the project. */
export async function examOf(
  db: Queries,
  project: string,
  item: number,
): Promise<{ readonly exam: ItemSummary; readonly members: readonly ItemSummary[] } | undefined> {
  const [exam] = await db.query<ItemRow>(
    "select * from item_listed where project = $1 and id = $2 and level = 'exam'",
    [askedId(project), askedNumber(item)],
  );
  if (exam === undefined) return undefined;
  const members = await db.query<ItemRow>(
    `select * from item_listed where project = $1 and level = 'analysis' and not removed and code = any($2::text[])
     order by array_position($2::text[], code)`,
    [askedId(project), exam.fields.analyses],
  );
  return { exam: summaryOf(exam), members: members.map(summaryOf) };
}

export type Dashboard = {
  readonly items: number;
  readonly states: StateCounts;
  readonly bands: { readonly auto: number; readonly review: number; readonly none: number };
  readonly bySpecialty: readonly { readonly specialty: string; readonly items: number; readonly states: StateCounts }[];
  /** Decisions in force, most first. */
  readonly byPerson: readonly { readonly person: string; readonly name: string; readonly decided: number }[];
  /** Decisions taken each day (UTC), also those taken back later. */
  readonly byDay: readonly { readonly day: string; readonly decided: number }[];
  /** Analyses by confidence of the first candidate: 0 to 10 %, and so on to 90 to 100 %. */
  readonly confidence: readonly number[];
};

/** Counts of the items that are in the catalogue. */
export async function dashboard(db: Queries, project: string): Promise<Dashboard> {
  const id = askedId(project);
  const cells = await db.query<{
    specialty: string;
    state: State;
    band: keyof Dashboard["bands"] | null;
    count: number;
  }>(
    `select specialty, state, band, count(*) as count from item_listed where project = $1 and not removed
     group by specialty, state, band order by specialty`,
    [id],
  );
  const states = noCounts();
  const bands = { auto: 0, review: 0, none: 0 };
  const specialties = new Map<string, Record<State, number>>();
  for (const { specialty, state, band, count } of cells) {
    states[state] += count;
    if (band !== null) bands[band] += count;
    const own = specialties.get(specialty) ?? noCounts();
    own[state] += count;
    specialties.set(specialty, own);
  }
  return {
    items: totalOf(states),
    ...{ states, bands },
    bySpecialty: [...specialties].map(([specialty, own]) => ({ specialty, items: totalOf(own), states: own })),
    byPerson: await db.query(
      `select decided_by as person, max(review -> 'decision' -> 'by' ->> 'name') as name, count(*) as decided
       from item where project = $1 and not removed and decided_by is not null group by 1 order by decided desc, name`,
      [id],
    ),
    byDay: await db.query(
      `select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*) as decided
       from event where project = $1 and kind = 'decided' group by 1 order by 1`,
      [id],
    ),
    confidence: await confidences(db, id),
  };
}

async function confidences(db: Queries, project: string): Promise<number[]> {
  const tenths = await db.query<{ tenth: number; count: number }>(
    `select least(9, floor(confidence * 10))::int as tenth, count(*) as count
     from item where project = $1 and not removed and level = 'analysis' and confidence is not null group by 1`,
    [project],
  );
  const counts = new Array<number>(10).fill(0);
  for (const { tenth, count } of tenths) counts[tenth] = count;
  return counts;
}

function totalOf(states: StateCounts): number {
  return Object.values(states).reduce((sum, count) => sum + count, 0);
}
