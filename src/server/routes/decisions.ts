import { z } from "@hono/zod-openapi";
import { comment } from "../../workspace/comment.ts";
import { decide } from "../../workspace/decide.ts";
import { askSecondReading, reopen, secondRead } from "../../workspace/review-actions.ts";
import type { Choice, Written } from "../../workspace/types.ts";
import { undoBatch, undoLast } from "../../workspace/undo.ts";
import { batchAnswer, oneItem } from "../answers/written-answer.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Id, ItemNumber } from "../schemas/common.ts";
import {
  AskSecondReading,
  Batch,
  BulkDecide,
  Comment,
  Decide,
  type Decision,
  Reopen,
  SecondRead,
} from "../schemas/decisions.ts";
import { Item } from "../schemas/items.ts";

const REVIEWERS = ["manager", "biologist"] as const;
const ItemPath = z.object({ project: Id, item: ItemNumber });
const ON_ITEM = { method: "post", who: REVIEWERS, tag: "Décisions", params: ItemPath, answer: Item } as const;
const ON_PROJECT = { method: "post", who: REVIEWERS, tag: "Décisions", answer: Batch } as const;

export const DECISION_ROUTES = [
  route({
    ...ON_ITEM,
    path: "/projects/{project}/items/{item}/decide",
    summary: "Décider d'une ligne ; 409 avec ce que l'autre a fait si elle a changé entre-temps",
    body: Decide,
    async handle({ services, actor, params: { project, item }, body: { version, decision } }) {
      const { terms } = services.references.current();
      const change = { item, version, choice: choiceOf(decision) };
      return oneItem(services, project, item, await decide(services.database, actor, project, [change], terms));
    },
  }),
  route({
    ...ON_ITEM,
    path: "/projects/{project}/items/{item}/second-read",
    summary: "Seconde lecture : d'accord, ou non et pourquoi",
    body: SecondRead,
    async handle({ services, actor, params: { project, item }, body }) {
      const written = await secondRead(services.database, actor, project, [{ item, ...body }]);
      return oneItem(services, project, item, written);
    },
  }),
  route({
    ...ON_ITEM,
    path: "/projects/{project}/items/{item}/ask-second-read",
    summary: "Demander une seconde lecture de cette ligne, ou l'en dispenser",
    body: AskSecondReading,
    async handle({ services, actor, params: { project, item }, body }) {
      const written = await askSecondReading(services.database, actor, project, [{ item, ...body }]);
      return oneItem(services, project, item, written);
    },
  }),
  route({
    ...ON_ITEM,
    path: "/projects/{project}/items/{item}/reopen",
    summary: "Rouvrir une ligne décidée ou signée, en disant pourquoi",
    body: Reopen,
    async handle({ services, actor, params: { project, item }, body }) {
      const written = await reopen(services.database, actor, project, [{ item, ...body }]);
      return oneItem(services, project, item, written);
    },
  }),
  route({
    ...ON_ITEM,
    path: "/projects/{project}/items/{item}/comments",
    summary: "Commenter une ligne",
    body: Comment,
    async handle({ services, actor, params: { project, item }, body }) {
      const said = await comment(services.database, actor, project, item, body.text);
      return isRefusal(said) ? said : oneItem(services, project, item);
    },
  }),
  route({
    ...ON_PROJECT,
    path: "/projects/{project}/decisions",
    summary: "Décider de plusieurs lignes ; tout s'annule ensemble",
    params: z.object({ project: Id }),
    body: BulkDecide,
    async handle({ services, actor, params, body }) {
      const { terms } = services.references.current();
      const changes = body.decisions.map(({ decision, ...rest }) => ({ ...rest, choice: choiceOf(decision) }));
      return batchAnswer(await decide(services.database, actor, params.project, changes, terms));
    },
  }),
  route({
    ...ON_PROJECT,
    path: "/projects/{project}/batches/{batch}/undo",
    summary: "Annuler une action entière, par exemple un lot",
    params: z.object({ project: Id, batch: Id }),
    async handle({ services, actor, params }) {
      return undone(await undoBatch(services.database, actor, params.project, params.batch));
    },
  }),
  route({
    ...ON_PROJECT,
    path: "/projects/{project}/undo",
    summary: "Annuler sa propre dernière action",
    params: z.object({ project: Id }),
    handle: async ({ services, actor, params }) => undone(await undoLast(services.database, actor, params.project)),
  }),
];

/** An undo that is refused as a whole speaks of no item. */
function undone(written: Written): Batch | Refusal {
  const whole = written.refusals.find(({ item }) => item === 0);
  return whole === undefined ? batchAnswer(written) : refuse(whole.refused, whole);
}

function choiceOf({ kind, loinc, waitingCode, reason, from }: Decision): Choice {
  return {
    kind,
    reason,
    from,
    ...(loinc === undefined ? {} : { loinc }),
    ...(waitingCode === undefined ? {} : { waitingCode }),
  };
}
