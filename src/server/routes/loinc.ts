import { z } from "@hono/zod-openapi";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { SearchQuery, SearchResult, TermResult } from "../schemas/loinc.ts";

export const LOINC_ROUTES = [
  route({
    method: "get",
    path: "/loinc/search",
    who: "signed-in",
    tag: "LOINC",
    summary: "Chercher des termes par mots et par axes, avec les valeurs d'axes trouvées",
    query: SearchQuery,
    answer: SearchResult,
    async handle({ services, query }) {
      const { engine, release } = services.references.current();
      const { q, kind, limit, ...given } = query;
      const axes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const found = await engine.search({ words: q, axes, ...(kind === undefined ? {} : { fit: kind }), limit });
      const facets = Object.fromEntries(Object.entries(found.facets).map(([axis, facet]) => [axis, [...facet]]));
      return {
        terms: [...found.terms],
        total: found.total,
        facets: facets as SearchResult["facets"],
        reference: titleOf(release.info),
        notice: LOINC_NOTICE,
      };
    },
  }),
  route({
    method: "get",
    path: "/loinc/{code}",
    who: "signed-in",
    tag: "LOINC",
    summary: "Un terme en entier",
    params: z.object({ code: z.string().max(20) }),
    answer: TermResult,
    handle({ services, params }) {
      const { release, terms } = services.references.current();
      const term = terms(params.code);
      if (term === undefined)
        return refuse("not-found", { message: `${params.code} n'est pas dans ${release.info.title}.` });
      return { term, reference: titleOf(release.info), notice: LOINC_NOTICE };
    },
  }),
];

function titleOf({ title, version }: { readonly title: string; readonly version: string }) {
  return { title, version };
}
