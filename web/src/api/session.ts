/** Who is signed in. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError, call, rememberCsrf } from "./client.ts";
import type { Role, Session, SetupState } from "./types.ts";

export const SESSION = ["session"] as const;

async function session(): Promise<Session | null> {
  try {
    const found = await call<Session>("/session");
    rememberCsrf(found.csrf);
    return found;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** The session; `null` when nobody is signed in. */
export function useSession() {
  return useQuery({ queryKey: SESSION, queryFn: session, staleTime: 60_000, retry: false });
}

/** Whether the signed-in person has one of the roles. */
export function useRole(...roles: readonly Role[]): boolean {
  const { data } = useSession();
  return roles.some((role) => data?.roles.includes(role));
}

export function useSetupState() {
  return useQuery({ queryKey: ["setup"], queryFn: () => call<SetupState>("/setup"), staleTime: 60_000, retry: false });
}

/** Signs in, and forgets what the person before could see. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { login: string; password: string }) => call("/session", { method: "POST", body }),
    onSuccess: () => client.resetQueries(),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call("/session", { method: "DELETE" }),
    onSettled: () => client.resetQueries(),
  });
}

export function useSetup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { login: string; name: string; password: string; token?: string }) =>
      call("/setup", { method: "POST", body }),
    onSuccess: () => client.resetQueries(),
  });
}
