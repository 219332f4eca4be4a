/** Importing: files leave, a preview comes back; nothing is stored before `commit`. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { ImportCorrection, ImportDiff, ImportPreview, Laboratory, Started } from "./types.ts";
import { upload } from "./upload.ts";

export function useUploadFiles(progress: (share: number) => void) {
  return useMutation({
    mutationFn: (files: readonly File[]) => {
      const form = new FormData();
      for (const file of files) form.append("files", file);
      return upload<ImportPreview>("/imports", form, progress);
    },
  });
}

export function useCorrectImport(id: string) {
  return useMutation({
    mutationFn: (correction: ImportCorrection["files"][number]) =>
      call<ImportPreview>(`/imports/${id}`, { method: "PATCH", body: { files: [correction] } }),
  });
}

/** What a re-import into `project` would change. */
export function useDiff(preview: ImportPreview | undefined, project: string | undefined) {
  return useQuery({
    queryKey: ["diff", preview, project],
    queryFn: () => call<ImportDiff>(`/imports/${preview!.id}/diff?project=${project}`),
    enabled: preview !== undefined && project !== undefined,
    gcTime: 0,
  });
}

export type Target = { readonly project: string } | { readonly laboratory: string; readonly name: string };

/** Starts the matching; a laboratory that is not known yet is made first. */
export function useCommitImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (target: Target) => call<Started>(`/imports/${id}/commit`, { method: "POST", body: target }),
    onSettled: () => client.invalidateQueries({ queryKey: ["projects"] }),
  });
}

export async function discardImport(id: string): Promise<void> {
  await call(`/imports/${id}`, { method: "DELETE" });
}

export function useNewLaboratory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => call<Laboratory>("/laboratories", { method: "POST", body: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["laboratories"] }),
  });
}
