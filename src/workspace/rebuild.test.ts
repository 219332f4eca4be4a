import { beforeAll, expect, it } from "vitest";
import { seeded } from "../../bench/generate-catalogue.ts";
import { onBothDatabases } from "../../test/databases.ts";
import {
  aPerson,
  aProject,
  autoProposal,
  exampleFiles,
  loincChoice,
  manager,
  REFERENCES,
  terms,
} from "../../test/review.ts";
import { comment } from "./comment.ts";
import type { Database } from "./database.ts";
import { decide } from "./decide.ts";
import { listItems } from "./list-items.ts";
import { storeProposals } from "./proposals.ts";
import { rebuild } from "./rebuild.ts";
import { changeReferences } from "./references.ts";
import { reimport } from "./reimport.ts";
import { askSecondReading, reopen, secondRead } from "./review-actions.ts";
import { signOff } from "./signoff.ts";
import type { ItemSummary, Written } from "./types.ts";
import { undoBatch, undoLast } from "./undo.ts";

const CODES = ["2345-7", "14749-6", "2093-3", "718-7"];
const people = [aPerson("Anne", "biologist"), aPerson("Bruno", "biologist"), manager];
/** Few rows, so that many things happen to each. */
const CHAPTER = "IH";
const STEPS = 80;

onBothDatabases((source) => {
  let db: Database;
  let project: string;
  const items = async () => (await listItems(db, project, { limit: 5000 })).items;
  beforeAll(async () => {
    db = await source.open();
    project = await aProject(db, { secondReading: "all" });
  }, 120_000);

  it("gives the same items after whatever people did", async () => {
    const chance = seeded(20261127);
    const batches: string[] = [];
    const remember = ({ batch }: Written) => void batches.push(batch);
    const some = (all: readonly ItemSummary[]) =>
      Array.from({ length: 1 + chance.below(9) }, () => chance.pick(all)).filter(
        (item, i, list) => list.indexOf(item) === i,
      );
    for (let step = 0; step < STEPS; step++) {
      const actor = chance.pick(people);
      const chosen = some((await items()).filter(({ chapter }) => chapter === CHAPTER));
      const changes = chosen.map(({ id }) => ({ item: id }));
      const code = chance.pick(CODES);
      const actions: (() => Promise<unknown>)[] = [
        async () =>
          remember(
            await decide(
              db,
              actor,
              project,
              changes.map((one) => ({ ...one, choice: loincChoice(code) })),
              terms,
            ),
          ),
        async () =>
          remember(
            await secondRead(
              db,
              actor,
              project,
              changes.map((one, i) => ({ ...one, agree: i % 3 > 0, reason: "r" })),
            ),
          ),
        async () =>
          remember(
            await askSecondReading(
              db,
              actor,
              project,
              changes.map((one, i) => ({ ...one, asked: i % 2 === 0 })),
            ),
          ),
        async () =>
          remember(
            await reopen(
              db,
              actor,
              project,
              changes.map((one) => ({ ...one, reason: "r" })),
            ),
          ),
        () => undoLast(db, actor, project),
        () => undoBatch(db, actor, project, chance.pick(["", ...batches])),
        () => comment(db, actor, project, chosen[0]!.id, "commentaire"),
        () =>
          storeProposals(
            db,
            manager,
            project,
            chosen.map((item) => autoProposal(item.level, item.code, code, item.parent)),
          ),
        async () => {
          if (chance.below(3) > 0) return;
          const open = (await items()).filter(({ chapter }) => chapter === CHAPTER).map(({ id }) => ({ item: id }));
          await decide(
            db,
            people[0]!,
            project,
            open.map((one) => ({ ...one, choice: loincChoice(code) })),
            terms,
          );
          await secondRead(
            db,
            people[1]!,
            project,
            open.map((one) => ({ ...one, agree: true, reason: "" })),
          );
          await signOff(db, people[0]!, project, { kind: "chapter", key: CHAPTER }, () => []);
        },
        () =>
          changeReferences(db, manager, project, REFERENCES, (asked) => (asked === code ? undefined : terms(asked))),
        () => {
          const dropped = `${chance.pick(chosen).code};`;
          const swapped = chance.below(2) === 0 ? "g/L" : "mmol/L";
          const files = exampleFiles((text) =>
            text
              .split("\r\n")
              .filter((line) => !line.startsWith(dropped))
              .join("\r\n")
              .replaceAll("mg/L", swapped),
          );
          return reimport(db, manager, project, files);
        },
      ];
      await chance.pick(actions)();
    }
    const kinds = await db.query<{ kind: string }>(
      "select distinct kind from event where item is not null order by kind",
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "commented",
      "decided",
      "imported",
      "proposed",
      "reopened",
      "row-changed",
      "row-removed",
      "row-restored",
      "second-asked",
      "second-read",
      "signed",
      "undone",
    ]);
    const before = await items();
    expect((await rebuild(db, project)).mended).toEqual([]);
    expect(await items()).toEqual(before);
  }, 240_000);

  it("mends items whose columns say something else than their events", async () => {
    const before = await items();
    const [first, second] = before;
    await db.query('update item set review = \'{"state":"signed"}\', version = 99 where id = $1', [first!.id]);
    await db.query("update item set position = 5000, band = 'auto', comments = 7 where id = $1", [second!.id]);
    expect((await rebuild(db, project)).mended).toEqual([first!.id, second!.id].sort((a, b) => a - b));
    expect(await items()).toEqual(before);
  });
});
