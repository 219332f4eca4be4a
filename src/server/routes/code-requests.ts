import { z } from "@hono/zod-openapi";
import { AXES } from "../../loinc/term.ts";
import { type CodeRequest as Asked, codeRequests, type KeptRequest, requestCode } from "../../workspace/comment.ts";
import { getItem } from "../../workspace/get-item.ts";
import type { Item } from "../../workspace/types.ts";
import { isRefusal, refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Id, ItemNumber } from "../schemas/common.ts";
import { CodeRequest, NewCodeRequest } from "../schemas/overview.ts";

export const CODE_REQUEST_ROUTES = [
  route({
    method: "get",
    path: "/requests",
    who: "signed-in",
    tag: "Demandes de codes",
    summary: "Les demandes de nouveaux codes d'un projet, à envoyer au centre de terminologie",
    query: z.object({ project: Id }),
    answer: z.object({ requests: z.array(CodeRequest) }),
    handle: async ({ services, query }) => ({
      requests: (await codeRequests(services.database, query.project)).map(requestAnswer),
    }),
  }),
  route({
    method: "post",
    path: "/projects/{project}/items/{item}/request",
    who: ["manager", "biologist"],
    tag: "Demandes de codes",
    summary:
      "Demander un nouveau code : ce qui n'est pas donné est rempli d'après la ligne et sa meilleure proposition",
    params: z.object({ project: Id, item: ItemNumber }),
    body: NewCodeRequest,
    answer: CodeRequest,
    status: 201,
    async handle({ services, actor, params, body }) {
      const item = await getItem(services.database, params.project, params.item);
      if (item === undefined) return refuse("not-found");
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const request: Asked = { ...prefilled(item), ...given };
      const event = await requestCode(services.database, actor, params.project, params.item, request);
      if (isRefusal(event)) return event;
      return requestAnswer({ event, item, request });
    },
  }),
];

/** What is known: the axes of the best candidate that the row supports, and what the row says itself. */
function prefilled({ label, fields, proposal }: Item): Asked {
  const best = proposal?.candidates[0];
  const supported = Object.fromEntries(
    AXES.map((axis) => [axis, best?.axes[axis].verdict === "supports" ? best.axes[axis].value : ""]),
  ) as { readonly [axis in (typeof AXES)[number]]: string };
  return {
    ...supported,
    component: supported.component || label,
    unit: fields.unit || fields.unitCode,
    nabm: [...fields.nabm],
    synonyms: fields.synonym === "" ? [] : [fields.synonym],
    why: "",
  };
}

function requestAnswer({
  event,
  item,
  request,
}: Omit<KeptRequest, "item"> & { readonly item: KeptRequest["item"] | Item }) {
  const { id, at, actor } = event;
  const lists = { nabm: [...request.nabm], synonyms: [...request.synonyms] };
  return { ...request, ...lists, id, at, by: actor, item: item.id, code: item.code, label: item.label };
}
