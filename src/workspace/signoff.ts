/** Signing: rows are frozen, and a proof is left. */
import { randomUUID } from "node:crypto";
import type { Finding } from "../transcoding/checks.ts";
import type { TranscodingTable } from "../transcoding/decide.ts";
import type { Database, Queries } from "./database.ts";
import { appendEvents, type Stamp, stampOf } from "./events.ts";
import { sha256 } from "./export.ts";
import { askedId } from "./ids.ts";
import { type ItemRow, lockItems, summaryOf } from "./item-rows.ts";
import { may } from "./may.ts";
import { getProject } from "./projects.ts";
import { makeProof, type Proof, type ProofRow, proofText, type Scope } from "./proof.ts";
import { refuse } from "./refusal.ts";
import { isSettled } from "./review-actions.ts";
import { rowKey } from "./rows-of-catalogue.ts";
import { filesOf, importedFiles } from "./source-files.ts";
import { tableRowOf, transcodingTable } from "./table.ts";
import type { Actor, ItemSummary, Project, Refusal } from "./types.ts";
import { writeReviewsIn } from "./write-reviews.ts";

/** The checks of an SGL on decisions; its errors block, its warnings do not. */
export type Check = (decisions: TranscodingTable["decisions"]) => readonly Finding[];

/** Why a row cannot be signed yet, for people. */
export type Blocker = { readonly item: ItemSummary; readonly message: string };

export type SignoffPart = {
  readonly scope: Scope;
  readonly name: string;
  readonly items: number;
  readonly signed: number;
  readonly blockers: readonly Blocker[];
  /** Something is left to sign, and nothing blocks. */
  readonly ready: boolean;
};

/** What could be signed in a project: each specialty, then each chapter. */
export async function signoffParts(db: Queries, project: string, check: Check): Promise<SignoffPart[]> {
  const rows = await db.query<ItemRow>(
    "select * from item_listed where project = $1 and not removed order by position, id",
    [askedId(project)],
  );
  const items = rows.map(summaryOf);
  const blockers = blockersOf(items, check);
  return [
    ...partsBy(items, blockers, "specialty", ({ specialty }) => [specialty, specialty]),
    ...partsBy(items, blockers, "chapter", ({ chapter, chapterLabel }) => [chapter, chapterLabel]),
  ];
}

function partsBy(
  items: readonly ItemSummary[],
  blockers: readonly Blocker[],
  kind: Scope["kind"],
  place: (item: ItemSummary) => readonly [key: string, name: string],
): SignoffPart[] {
  const groups = new Map<string, ItemSummary[]>();
  for (const item of items) {
    const [key] = place(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, members]) => {
    const own = blockers.filter(({ item }) => place(item)[0] === key);
    const signed = members.filter(({ state }) => state === "signed").length;
    return {
      scope: { kind, key },
      name: place(members[0]!)[1],
      items: members.length,
      signed,
      blockers: own,
      ready: own.length === 0 && signed < members.length,
    };
  });
}

function blockersOf(items: readonly ItemSummary[], check: Check): Blocker[] {
  const { decisions } = transcodingTable(items.map((item) => tableRowOf(item)));
  const errors = new Map<string, string[]>();
  for (const { severity, decision, message } of check(decisions)) {
    if (severity === "error") errors.set(rowKey(decision), [...(errors.get(rowKey(decision)) ?? []), message]);
  }
  return items.flatMap((item) => [
    ...(isSettled(item) ? [] : [{ item, message: undecided(item) }]),
    ...(item.state === "decided" && item.secondWanted
      ? [{ item, message: "Cette ligne attend une seconde lecture." }]
      : []),
    ...(errors.get(rowKey(item)) ?? []).map((message) => ({ item, message })),
  ]);
}

function undecided({ state, reopened }: ItemSummary): string {
  return state === "reopened"
    ? `Cette ligne a été rouverte${reopened ? ` (${reopened})` : ""} : confirmez ou changez sa décision.`
    : "Cette ligne n'est pas décidée.";
}

/**
 * Signs the rows of `scope`: the proof, or why there is none — blockers in `details`. Rows that were signed before stay
 * so, and stand in the new proof too: it covers the whole scope. `name` is what people call the scope; without one the
 * proof has the chapter's label, or the specialty as it is.
 */
export async function signOff(
  db: Database,
  actor: Actor,
  project: string,
  { name, ...scope }: Scope & { readonly name?: string },
  check: Check,
): Promise<Proof | Refusal> {
  return db.transaction(async (queries) => {
    const id = askedId(project);
    // Proofs of a project are numbered: one at a time.
    if ((await queries.query("select id from project where id = $1 for update", [id])).length === 0) {
      return refuse("not-found", "Ce projet n'existe pas.");
    }
    const items = await lockScope(queries, id, scope);
    if (items.length === 0) return refuse("not-found", "Il n'y a aucune ligne à signer ici.");
    if (items.some(({ specialty }) => !may(actor, "sign", specialty))) {
      return refuse("not-allowed", "La signature revient à un biologiste de cette spécialité.");
    }
    const blockers = blockersOf(items, check);
    if (blockers.length > 0) {
      const message = `${blockers.length} ligne(s) empêchent de signer : réglez-les d'abord.`;
      return refuse("blocked", message, blockers);
    }
    const toSign = items.filter(({ state }) => state !== "signed");
    if (toSign.length === 0) return refuse("nothing-to-do", "Tout est déjà signé ici.");
    return sign(queries, actor, (await getProject(queries, id))!, named(scope, items, name), items, stampOf(actor));
  });
}

async function lockScope(queries: Queries, project: string, { kind, key }: Scope): Promise<ItemSummary[]> {
  const column = kind === "specialty" ? "specialty" : "chapter";
  const found = await queries.query<{ id: number }>(
    `select id from item_listed where project = $1 and not removed and ${column} = $2`,
    [project, key],
  );
  const rows = await lockItems(
    queries,
    project,
    found.map(({ id }) => id),
  );
  return [...rows.values()]
    .map(summaryOf)
    .filter((item) => !item.removed && item[column] === key)
    .sort((a, b) => a.position - b.position);
}

function named(scope: Scope, items: readonly ItemSummary[], name?: string): Proof["scope"] {
  return { ...scope, name: name ?? (scope.kind === "chapter" ? items[0]!.chapterLabel : scope.key) };
}

async function sign(
  queries: Queries,
  actor: Actor,
  project: Project,
  scope: Proof["scope"],
  items: readonly ItemSummary[],
  stamp: Stamp,
): Promise<Proof> {
  const files = await filesOf(queries, importedFiles(project.id, project.catalogueVersion));
  const [last] = await queries.query<{ number: number; document: string }>(
    "select number, document from proof where project = $1 order by number desc limit 1",
    [project.id],
  );
  const proof = makeProof({
    id: randomUUID(),
    number: (last?.number ?? 0) + 1,
    laboratory: project.laboratory.name,
    project: { id: project.id, name: project.name },
    catalogue: {
      version: project.catalogueVersion,
      files: files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
    },
    scope,
    signedBy: stamp.actor,
    signedAt: stamp.at,
    references: project.references,
    rows: items.map(proofRow),
    previous: last === undefined ? "" : (JSON.parse(last.document) as Proof).seal,
  });
  await queries.query("insert into proof (id, project, at, number, document) values ($1, $2, $3, $4, $5)", [
    ...[proof.id, project.id, stamp.at],
    proof.number,
    proofText(proof),
  ]);
  const changes = items.filter(({ state }) => state !== "signed").map(({ id }) => ({ item: id }));
  await writeReviewsIn(
    queries,
    {
      ...{ actor, project: project.id, changes },
      kind: "signed",
      next: ({ review }) => ({ ...review, state: "signed", proof: proof.id }),
    },
    stamp,
  );
  const { number, table, seal } = proof;
  await appendEvents(queries, stamp, [
    { kind: "signed-off", project: project.id, after: { proof: proof.id, number, scope, table, seal } },
  ]);
  return proof;
}

function proofRow(item: ItemSummary): ProofRow {
  const { decision, second } = item;
  return {
    ...tableRowOf(item),
    decidedBy: decision!.by.name,
    decidedAt: decision!.at,
    reason: decision!.reason,
    secondBy: second?.agree ? second.by.name : "",
  };
}
