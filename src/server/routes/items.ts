import { z } from "@hono/zod-openapi";
import { rowsAround } from "../../engine/rerank.ts";
import { getItem } from "../../workspace/get-item.ts";
import { listItems } from "../../workspace/list-items.ts";
import { facetsAnswer } from "../answers/facets-answer.ts";
import { itemRow, proposalAnswer } from "../answers/item-answer.ts";
import { oneItem } from "../answers/written-answer.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Id, ItemNumber } from "../schemas/common.ts";
import { Item, ItemPage, ItemQuery } from "../schemas/items.ts";
import { Proposal, Rerank } from "../schemas/proposals.ts";

const ItemPath = z.object({ project: Id, item: ItemNumber });

export const ITEM_ROUTES = [
  route({
    method: "get",
    path: "/projects/{project}/items",
    who: "signed-in",
    tag: "Lignes",
    summary:
      "Les lignes d'un projet, filtrées et triées, par pages ; la première dit aussi ce que compte chaque filtre",
    params: z.object({ project: Id }),
    query: ItemQuery,
    answer: ItemPage,
    async handle({ services: { database }, params, query }) {
      const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
      const { items, total, next } = await listItems(database, params.project, asked);
      const facets = query.cursor === undefined ? await facetsAnswer(database, params.project, asked) : null;
      return { items: items.map(itemRow), total, next, facets };
    },
  }),
  route({
    method: "get",
    path: "/projects/{project}/items/{item}",
    who: "signed-in",
    tag: "Lignes",
    summary: "Une ligne en entier : champs, voisines, proposition, décision, historique",
    params: ItemPath,
    answer: Item,
    handle: ({ services, params }) => oneItem(services, params.project, params.item),
  }),
  route({
    method: "post",
    path: "/projects/{project}/items/{item}/rerank",
    who: ["manager", "biologist"],
    tag: "Lignes",
    summary: "Répondre à la question qui décide : la proposition que la ligne aurait (rien n'est enregistré)",
    params: ItemPath,
    body: Rerank,
    answer: Proposal,
    async handle({ services, params, body, language }) {
      const item = await getItem(services.database, params.project, params.item);
      if (item === undefined) return refuse("not-found");
      const { level, code } = item;
      if (level !== "analysis" && level !== "exam")
        return refuse("invalid", { message: "Seuls un examen ou une analyse ont une question à trancher." });
      const catalogue = await services.catalogues.of(params.project);
      // only what is read goes to the thread, not thousands of rows
      const around = catalogue && rowsAround(catalogue, level, code);
      if (around === undefined) return refuse("removed");
      const answers = Object.fromEntries(Object.entries(body.answers).filter(([, value]) => value !== undefined));
      const row = { catalogue: around, level, code, answers };
      const proposal = await services.references.current().engine.rerank(row, language);
      return proposal === undefined ? refuse("removed") : proposalAnswer(proposal);
    },
  }),
];
