import { z } from "@hono/zod-openapi";
import { sectionName } from "../../engine/section-names.ts";
import { getProof, listProofs, type Proof as WorkspaceProof } from "../../workspace/proof.ts";
import { PROOF_STYLE, proofHtml } from "../../workspace/proof-html.ts";
import { type Blocker, signOff, signoffParts } from "../../workspace/signoff.ts";
import { blockerAnswer, proofAnswer, signoffAnswer } from "../answers/signoff-answer.ts";
import { checksOf } from "../checks.ts";
import { attachment } from "../http/attachment.ts";
import { isRefusal, refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Id } from "../schemas/common.ts";
import { Proof, Sign, SignoffPart } from "../schemas/signoff.ts";
import { documentPolicy } from "../security/headers.ts";

const ProjectPath = z.object({ project: Id });

export const SIGNOFF_ROUTES = [
  route({
    method: "get",
    path: "/projects/{project}/signoff",
    who: "signed-in",
    tag: "Signature",
    summary: "Ce qui peut être signé, par spécialité puis par chapitre, et ce qui l'empêche",
    params: ProjectPath,
    answer: z.object({ parts: z.array(SignoffPart) }),
    async handle({ services, params }) {
      const parts = await signoffParts(services.database, params.project, await checksOf(services, params.project));
      return { parts: parts.map(signoffAnswer) };
    },
  }),
  route({
    method: "post",
    path: "/projects/{project}/signoff",
    who: ["biologist"],
    tag: "Signature",
    summary: "Signer une spécialité ou un chapitre ; 409 avec les lignes qui l'empêchent",
    params: ProjectPath,
    body: Sign,
    answer: Proof,
    status: 201,
    async handle({ services, actor, params, body }) {
      const check = await checksOf(services, params.project);
      const { scope } = body;
      const named = scope.kind === "specialty" ? { ...scope, name: sectionName(scope.key) } : scope;
      const signed = await signOff(services.database, actor, params.project, named, check);
      if (!isRefusal(signed)) return proofAnswer(signed);
      return signed.refused === "blocked"
        ? { ...signed, details: (signed.details as Blocker[]).map(blockerAnswer) }
        : signed;
    },
  }),
  route({
    method: "get",
    path: "/projects/{project}/proofs",
    who: "signed-in",
    tag: "Signature",
    summary: "Les preuves de signature",
    params: ProjectPath,
    answer: z.object({ proofs: z.array(Proof) }),
    handle: async ({ services, params }) => ({
      proofs: (await listProofs(services.database, params.project)).map(proofAnswer),
    }),
  }),
  route({
    method: "get",
    path: "/projects/{project}/proofs/{file}",
    who: "signed-in",
    tag: "Signature",
    summary: "Une preuve : {id}.json, octet pour octet, ou {id}.html, à lire et à imprimer",
    params: z.object({ project: Id, file: z.string().regex(/^[\w-]+\.(json|html)$/) }),
    answers: "application/json",
    async handle({ services, params, language, context }) {
      const [id = "", form] = params.file.split(".");
      const text = await getProof(services.database, params.project, id);
      if (text === undefined) return refuse("not-found");
      if (form === "json") return attachment(`preuve-${id}.json`, "application/json", Buffer.from(text));
      const page = proofHtml(JSON.parse(text) as WorkspaceProof, language);
      return context.html(page, 200, { "Content-Security-Policy": documentPolicy(PROOF_STYLE) });
    },
  }),
];
