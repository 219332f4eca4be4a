import { z } from "@hono/zod-openapi";
import { exportSgl } from "../../workspace/export.ts";
import { getProject } from "../../workspace/projects.ts";
import { canonicalTable, tableRows } from "../../workspace/table.ts";
import { checkAnswers } from "../answers/check-answer.ts";
import { checksOf } from "../checks.ts";
import { decisionsWorkbook } from "../exports/decisions-workbook.ts";
import { attachment } from "../http/attachment.ts";
import { isRefusal, refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Id } from "../schemas/common.ts";

const KINDS = { loinc_4: "chapters", loinc_5: "exams", loinc_6: "analyses" } as const;
const CSV = "text/csv";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const EXPORT_ROUTES = [
  route({
    method: "get",
    path: "/projects/{project}/export/{kind}",
    who: ["manager", "biologist"],
    tag: "Exports",
    summary:
      "La table : loinc_4, loinc_5, loinc_6 pour le SGL, xlsx pour un tableur, jsonl pour un programme. 409 si le SGL la refuserait (sauf force=1) ; X-Transloinc-Warnings compte ce qu'il signalerait",
    params: z.object({ project: Id, kind: z.enum(["loinc_4", "loinc_5", "loinc_6", "xlsx", "jsonl"]) }),
    query: z.object({
      force: z.stringbool().default(false),
      /** `signed`: only what somebody signed. */
      counting: z.enum(["settled", "signed"]).default("settled"),
      /** Date in the file names, today unless said otherwise. */
      date: z.iso.date().optional(),
    }),
    answers: CSV,
    async handle({ services, actor, params, query }) {
      const { database } = services;
      const { project, kind } = params;
      const checks = await checkAnswers(database, project, await checksOf(services, project));
      const blocking = checks.filter(({ severity }) => severity === "error");
      if (blocking.length > 0 && !query.force && kind.startsWith("loinc_")) {
        const message = `Le SGL refuserait ${blocking.length} ligne(s) de cette table : corrigez-les, ou exportez quand même.`;
        return refuse("blocked", { message, details: blocking });
      }
      const date = query.date ?? services.now().toISOString().slice(0, 10);
      const headers = { "X-Transloinc-Warnings": String(checks.length) };
      if (kind === "xlsx") {
        const { name } = (await getProject(database, project))!;
        const bytes = await decisionsWorkbook(database, project, { title: name, date });
        return attachment(`${name} ${date}.xlsx`, XLSX, bytes, headers);
      }
      if (kind === "jsonl") {
        const text = canonicalTable(await tableRows(database, project, query.counting));
        return attachment(`table-${date}.jsonl`, "application/jsonl", Buffer.from(text), headers);
      }
      const options = { date, kind: KINDS[kind], counting: query.counting };
      const files = await exportSgl(database, actor, project, options, services.reading.sgl);
      if (isRefusal(files)) return files;
      const [file] = files;
      if (file === undefined)
        return refuse("not-found", { message: "Le catalogue de ce projet n'a pas de fichier de ce genre." });
      const said = String(checks.length + file.problems.length);
      return attachment(file.name, CSV, Buffer.from(file.bytes), { "X-Transloinc-Warnings": said });
    },
  }),
];
