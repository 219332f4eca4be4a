/** The files that go back to the SGL, and the others: asked for, then saved as the browser saves any file. */
import { ApiError, answerOf, headersFor } from "./client.ts";
import type { Check } from "./types.ts";

export const EXPORTS = ["loinc_4", "loinc_5", "loinc_6", "xlsx", "jsonl"] as const;
export type ExportKind = (typeof EXPORTS)[number];

export type Saved = { readonly name: string; readonly warnings: number };

/** Saves the export. Throws `ApiError` 409 `blocked` with the checks that block, unless `force`. */
export async function saveExport(project: string, kind: ExportKind, force: boolean): Promise<Saved> {
  const response = await fetch(`/api/projects/${project}/export/${kind}${force ? "?force=1" : ""}`, {
    headers: { ...headersFor("GET", false), Accept: "*/*" },
  }).catch(() => {
    throw new ApiError(0, "unreachable", "");
  });
  if (!response.ok) answerOf(response.status, await response.text());
  const name = nameIn(response.headers.get("content-disposition")) ?? kind;
  save(await response.blob(), name);
  return { name, warnings: Number(response.headers.get("x-transloinc-warnings") ?? 0) };
}

/** The checks that made the server refuse. */
export function blockersOf(error: unknown): readonly Check[] | undefined {
  return error instanceof ApiError && error.code === "blocked" && Array.isArray(error.details)
    ? (error.details as Check[])
    : undefined;
}

function nameIn(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  return encoded === undefined ? /filename="?([^";]+)/i.exec(disposition ?? "")?.[1] : decodeURIComponent(encoded);
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
