/** Laboratories, projects, and what a project looks like from above. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { ChapterNode, Check, Dashboard, Laboratory, Project, Reference, Started } from "./types.ts";

/** What every answer about a project is kept under: one change makes them all stale. */
export const projectKey = (id: string) => ["project", id] as const;

export function useProjects() {
  return useQuery({
    queryKey: ["projects"],
    queryFn: async () => (await call<{ projects: Project[] }>("/projects")).projects,
  });
}

export function useLaboratories() {
  return useQuery({
    queryKey: ["laboratories"],
    queryFn: async () => (await call<{ laboratories: Laboratory[] }>("/laboratories")).laboratories,
  });
}

export function useProject(id: string | undefined) {
  return useQuery({
    queryKey: [...projectKey(id ?? ""), "itself"],
    queryFn: () => call<Project>(`/projects/${id}`),
    enabled: id !== undefined,
  });
}

export function useDashboard(id: string) {
  return useQuery({
    queryKey: [...projectKey(id), "dashboard"],
    queryFn: () => call<Dashboard>(`/projects/${id}/dashboard`),
  });
}

export function useChapters(id: string) {
  return useQuery({
    queryKey: [...projectKey(id), "chapters"],
    queryFn: async () => (await call<{ chapters: ChapterNode[] }>(`/projects/${id}/chapters`)).chapters,
  });
}

export function useChecks(id: string) {
  return useQuery({
    queryKey: [...projectKey(id), "checks"],
    queryFn: async () => (await call<{ checks: Check[] }>(`/projects/${id}/checks`)).checks,
  });
}

export type References = {
  /** Those that were added here. */
  readonly references: readonly Reference[];
  /** What the program works with: these, or the starter when there are none. */
  readonly loaded: Pick<Reference, "title" | "version" | "terms">;
};

export function useReferences() {
  return useQuery({
    queryKey: ["references"],
    queryFn: () => call<References>("/references"),
    staleTime: 300_000,
  });
}

/** Says which decisions a second person must read. */
export function useSecondReadingRule(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (secondReading: Project["secondReading"]) =>
      call<Project>(`/projects/${id}`, { method: "PATCH", body: { secondReading } }),
    onSuccess: () => client.invalidateQueries({ queryKey: projectKey(id) }),
  });
}

/** Makes the proposals anew with the references that are loaded now. */
export function useMatchAnew(id: string) {
  return useMutation({ mutationFn: () => call<Started>(`/projects/${id}/match`, { method: "POST" }) });
}
