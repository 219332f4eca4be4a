/** What people do to rows. A changed row is put in its place in the lists at once; the project's other answers become stale. */
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, call } from "./client.ts";
import { projectKey } from "./projects.ts";
import type { Batch, CodeRequest, Conflict, Decision, Item, ItemPage, ItemRow, Proposal } from "./types.ts";

/** What somebody else did meanwhile, when that is why a change was refused. */
export function conflictOf(error: unknown): Conflict | undefined {
  if (!(error instanceof ApiError) || error.status !== 409 || error.code !== "conflict") return undefined;
  return (error.details as { conflict: Conflict }).conflict;
}

/** The row as the item has it now, in every list that shows it: lists keep their length, so that nothing moves under the eyes. */
function place(client: QueryClient, project: string, item: Item): void {
  const now = (row: ItemRow): ItemRow => {
    const { state, version, decision, second, secondWanted, reopened, comments } = item;
    return { ...row, state, version, decision, second, secondWanted, reopened, comments };
  };
  client.setQueriesData<InfiniteData<ItemPage>>({ queryKey: [...projectKey(project), "rows"] }, (data) =>
    data === undefined
      ? data
      : {
          ...data,
          pages: data.pages.map((page) =>
            page.items.some((row) => row.id === item.id)
              ? { ...page, items: page.items.map((row) => (row.id === item.id ? now(row) : row)) }
              : page,
          ),
        },
  );
  client.setQueryData([...projectKey(project), "item", item.id], item);
}

/** A change of one item, answered by the item as it is now. */
function useItemChange<Input>(project: string, change: (input: Input) => Promise<Item>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (item) => {
      place(client, project, item);
      client.invalidateQueries({
        queryKey: projectKey(project),
        predicate: ({ queryKey: [, , part, id] }) => part !== "rows" && !(part === "item" && id === item.id),
      });
    },
    // What somebody else did must show.
    onError: () => {
      client.invalidateQueries({ queryKey: projectKey(project) });
    },
  });
}

/** A change of many, after which everything is asked for again. */
function useWideChange<Input, Answer>(project: string, change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Not awaited: what asked for the change may be gone once the new answers are there, and still has to tell of it.
    onSettled: () => {
      client.invalidateQueries({ queryKey: projectKey(project) });
    },
  });
}

const at = (project: string, id: number, action: string): string => `/projects/${project}/items/${id}/${action}`;

export type Versioned = { readonly item: number; readonly version: number };

export function useDecide(project: string) {
  return useItemChange(project, ({ item, ...body }: Versioned & { decision: Decision }) =>
    call<Item>(at(project, item, "decide"), { method: "POST", body }),
  );
}

export function useSecondRead(project: string) {
  return useItemChange(project, ({ item, ...body }: Versioned & { agree: boolean; reason: string }) =>
    call<Item>(at(project, item, "second-read"), { method: "POST", body }),
  );
}

/** Asks for a second reading of one row, or does without. */
export function useAskSecondReading(project: string) {
  return useItemChange(project, ({ item, ...body }: Versioned & { asked: boolean }) =>
    call<Item>(at(project, item, "ask-second-read"), { method: "POST", body }),
  );
}

export function useReopen(project: string) {
  return useItemChange(project, ({ item, ...body }: Versioned & { reason: string }) =>
    call<Item>(at(project, item, "reopen"), { method: "POST", body }),
  );
}

export function useComment(project: string) {
  return useItemChange(project, ({ item, text }: { item: number; text: string }) =>
    call<Item>(at(project, item, "comments"), { method: "POST", body: { text } }),
  );
}

export type RequestFields = Partial<Omit<CodeRequest, "id" | "item" | "at" | "by" | "code" | "label">>;

export function useRequestCode(project: string) {
  return useWideChange(project, ({ item, ...body }: { item: number } & RequestFields) =>
    call<CodeRequest>(at(project, item, "request"), { method: "POST", body }),
  );
}

export function useDecideMany(project: string) {
  return useWideChange(project, (decisions: readonly (Versioned & { decision: Decision })[]) =>
    call<Batch>(`/projects/${project}/decisions`, { method: "POST", body: { decisions } }),
  );
}

export function useAcceptLot(project: string) {
  return useWideChange(project, ({ key, versions }: { key: string; versions: { readonly [item: string]: number } }) =>
    call<Batch>(`/projects/${project}/lots/${encodeURIComponent(key)}/accept`, { method: "POST", body: { versions } }),
  );
}

/** Undoes a batch whole, or one's own last action when none is named. */
export function useUndo(project: string) {
  return useWideChange(project, (batch: string | undefined) =>
    call<Batch>(`/projects/${project}/${batch === undefined ? "undo" : `batches/${batch}/undo`}`, { method: "POST" }),
  );
}

/** The proposal as it would be if the row said `answers`; nothing is stored. */
export function useRerank(project: string, item: number) {
  return useMutation({
    mutationFn: (answers: { readonly [field: string]: string }) =>
      call<Proposal>(at(project, item, "rerank"), { method: "POST", body: { answers } }),
  });
}
