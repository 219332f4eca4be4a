/** Administration: people, references, history. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, queryOf } from "./client.ts";
import type { HistoryEvent, Role, Started, User } from "./types.ts";
import { upload } from "./upload.ts";

export function useUsers() {
  return useQuery({ queryKey: ["users"], queryFn: async () => (await call<{ users: User[] }>("/users")).users });
}

export type UserFields = {
  readonly login?: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly specialties: readonly string[];
  readonly active?: boolean;
  readonly password?: string;
};

/** Makes an account, or changes the one with `id`. */
export function useSaveUser(id: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: UserFields) =>
      call<User>(id === undefined ? "/users" : `/users/${id}`, {
        method: id === undefined ? "POST" : "PATCH",
        body: fields,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["users"] }),
  });
}

export function useAddReference(progress: (share: number) => void) {
  return useMutation({
    mutationFn: (file: File) => upload<Started>(`/references?name=${encodeURIComponent(file.name)}`, file, progress),
  });
}

export function useRemoveReference() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(`/references/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: ["references"] }),
  });
}

export type HistoryFilter = { readonly project: string; readonly person: string; readonly from: string };

export function useHistory(filter: HistoryFilter) {
  return useInfiniteQuery({
    queryKey: ["history", filter],
    queryFn: ({ pageParam }) =>
      call<{ events: HistoryEvent[]; next?: string | null }>(`/history${queryOf({ ...filter, cursor: pageParam })}`),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
